import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Scrolling the Wall of 200 and of 400 series in a real Chromium, as a ratio to an empty scroller of the same height in
 * the same page. Run by hand on a built app. Where there is no graphics card Chromium draws in software, which makes
 * both slower; the ratio stays fair.
 */
const FRAMES = 180;
const ROUNDS = 3;
const STEP = 24;
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;
/** A frame later than this was dropped on a screen of 60 frames a second. */
const DROPPED_MS = 25;

type Chromium = typeof import('@playwright/test').chromium;
type Page = Awaited<ReturnType<Awaited<ReturnType<Chromium['launch']>>['newPage']>>;

const require = createRequire(path.join(process.cwd(), 'package.json'));
const { chromium } = require('@playwright/test') as { readonly chromium: Chromium };

function manySeries(count: number): string {
  const rows = Array.from({ length: count }, (_, service) =>
    Array.from({ length: 52 }, (_, week) => {
      const day = new Date(Date.UTC(2025, 10, 10 + week * 7)).toISOString().slice(0, 10);
      const shift = service % 9 === 0 && week > 42 ? 12 : 0;
      return `${day},service-${service},${20 + shift + ((service * 7 + week * 13 + ((week * week) % 5)) % 9)}`;
    }),
  );
  return ['date,service,deploys', ...rows.flat(), ''].join('\n');
}

async function takeIn(page: Page, count: number): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const buffer = Buffer.from(manySeries(count));
  await (await chooser).setFiles([{ name: `${count}.csv`, mimeType: 'text/csv', buffer }]);
  const add = page.getByRole('button', { name: /^Add [\d,]+/ });
  await add.waitFor();
  await page.waitForTimeout(1500);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('table', { name: 'Snapshots' }).getByText(`${count}.csv`).first().waitFor();
  await page.evaluate(() => {
    location.hash = '#/wall';
  });
  await page.waitForFunction((wanted) => document.querySelectorAll('[data-series]').length >= wanted, count);
  await page.waitForTimeout(1500);
}

/** Gaps between frames while something scrolls up and down: the Wall, or an empty box of its height over it. */
function gaps(page: Page, what: 'wall' | 'empty'): Promise<readonly number[]> {
  return page.evaluate(
    async ({ what, frames, step }) => {
      const wall = document.querySelector('[data-series]')?.closest('section')?.parentElement;
      if (wall == null) throw new Error('There is no Wall.');
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;overflow:auto;background:#fff;z-index:99';
      const inner = document.createElement('div');
      inner.style.height = `${wall.scrollHeight}px`;
      cover.append(inner);
      if (what === 'empty') document.body.append(cover);
      const box = what === 'empty' ? cover : wall;
      box.scrollTop = 0;
      const measured: number[] = [];
      let direction = step;
      let before = await new Promise<number>(requestAnimationFrame);
      for (let frame = 0; frame < frames; frame++) {
        const at = box.scrollTop;
        box.scrollTop = at + direction;
        if (box.scrollTop === at) direction = -direction;
        const now = await new Promise<number>(requestAnimationFrame);
        measured.push(now - before);
        before = now;
      }
      cover.remove();
      return measured;
    },
    { what, frames: FRAMES, step: STEP },
  );
}

function summary(all: readonly number[]) {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  const mean = all.reduce((sum, gap) => sum + gap, 0) / all.length;
  return {
    perSecond: 1000 / mean,
    median: at(0.5),
    late: at(0.95),
    dropped: all.filter((gap) => gap > DROPPED_MS).length / all.length,
  };
}

function line(name: string, all: readonly number[]): string {
  const { perSecond, median, late, dropped } = summary(all);
  const share = `${(dropped * 100).toFixed(1)} % late`;
  return `  ${name.padEnd(8)} ${perSecond.toFixed(1)} frames a second, gap ${median.toFixed(1)} ms (95 %: ${late.toFixed(1)}), ${share}`;
}

async function measure(page: Page, count: number): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.waitForTimeout(800);
    const wall: number[] = [];
    const empty: number[] = [];
    await gaps(page, 'wall');
    for (let round = 0; round < ROUNDS; round++) {
      empty.push(...(await gaps(page, 'empty')));
      wall.push(...(await gaps(page, 'wall')));
    }
    const ratio = summary(wall).perSecond / summary(empty).perSecond;
    console.log(
      `${count} series at ${size.width} x ${size.height}: ${ratio.toFixed(2)} of an empty scroller`,
    );
    console.log(line('empty', empty));
    console.log(line('the Wall', wall));
  }
}

const folder = await mkdtemp(path.join(tmpdir(), 'andon-wall-'));
const host = spawn(process.execPath, ['dist/electron/web.js', '--port', '0'], {
  env: { ...process.env, ANDON_DATA: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise<string>((resolve) => {
  host.stdout.on('data', (chunk: Buffer) => {
    const found = /open at (\S+)/.exec(chunk.toString())?.[1];
    if (found !== undefined) resolve(found);
  });
});
const executablePath = process.env['ANDON_CHROMIUM'];
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({ viewport: SIZES[0], locale: 'en-GB' });
  await page.goto(address);
  await page.getByRole('button', { name: 'Try the sample organization' }).waitFor();
  await page.waitForTimeout(1000);
  for (const count of [200, 400]) {
    await takeIn(page, count);
    await measure(page, count);
  }
} finally {
  await browser.close();
  host.kill();
  await rm(folder, { recursive: true, force: true });
}
