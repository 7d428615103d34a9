import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * The clock of a live review in a tab that is really hidden: Chromium as people start it (no flag against throttling, no
 * emulated focus), another tab in front, driven over its own pipe. Run by hand on a built app with a display or Xvfb.
 * `ANDON_BENCH_MINUTES` (7) is how long the tab is hidden; a timer of the page counts beside it, so that one sees that
 * the throttling was real.
 */
const MINUTES = Number(process.env['ANDON_BENCH_MINUTES'] ?? 7);
const CHROMIUM = process.env['ANDON_CHROMIUM'] ?? 'chromium';

type Answer = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/** One browser over its debugging pipe: messages are JSON texts that end with a NUL. */
function speakTo(browser: ChildProcess) {
  const out = browser.stdio[3] as Writable;
  const waiting = new Map<number, (answer: Answer) => void>();
  let rest = '';
  let last = 0;
  (browser.stdio[4] as Readable).on('data', (chunk: Buffer) => {
    const texts = (rest + chunk.toString()).split('\0');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      const answer = JSON.parse(text) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  return async (method: string, params: object = {}, sessionId?: string): Promise<unknown> => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    out.write(
      `${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
    );
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}

async function openDisplay(): Promise<{ readonly display: string; readonly close: () => void }> {
  const { DISPLAY } = process.env;
  if (DISPLAY !== undefined && DISPLAY !== '') return { display: DISPLAY, close: () => undefined };
  const args = ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  return { display: `:${number.toString().trim()}`, close: () => server.kill() };
}

async function startHost(dataFolder: string) {
  const host = spawn(process.execPath, [path.resolve('dist/electron/web.js'), '--port', '0'], {
    env: { ...process.env, ANDON_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(host.stdout, 'data')) as [Buffer];
  const address = /(http:\S+)/.exec(said.toString())?.[1];
  if (address === undefined) throw new Error('The web host printed no address.');
  return { host, address };
}

/** Runs in the page: notes the moment of every figure that the clock shows, of what is spoken, and of every sound. */
const WATCH = `(() => {
  const seen = { figures: [], spoken: [], sounds: [], ticks: 0, hidden: 0 };
  window.seen = seen;
  setInterval(() => { seen.ticks += 1; }, 1000);
  const timer = document.querySelector('[role=timer]');
  let shown = '';
  new MutationObserver(() => {
    const figure = /[−-]?[\\d:]+/.exec(timer.textContent)[0];
    if (figure !== shown) seen.figures.push([Date.now(), shown = figure]);
  }).observe(timer, { characterData: true, childList: true, subtree: true });
  for (const status of document.querySelectorAll('[role=status]')) {
    new MutationObserver(() => seen.spoken.push([Date.now(), status.textContent]))
      .observe(status, { characterData: true, childList: true, subtree: true });
  }
  const Audio = window.AudioContext;
  window.AudioContext = function () { seen.sounds.push(Date.now()); return new Audio(); };
})()`;

const STARTED = `new Promise((resolve) => {
  const opening = indexedDB.open('andon.main');
  opening.onsuccess = () => {
    const all = opening.result.transaction('events').objectStore('events').getAll();
    all.onsuccess = () => resolve(all.result.map((row) => row.json).join('\\n'));
  };
})`;

type Seen = {
  readonly figures: readonly (readonly [number, string])[];
  readonly spoken: readonly (readonly [number, string])[];
  readonly sounds: readonly number[];
  readonly ticks: number;
};

/** Seconds left that a figure says. */
function secondsOf(figure: string): number {
  const parts = figure.replace(/^[−-]/u, '').split(':').map(Number);
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0);
  return /^[−-]/u.test(figure) ? -seconds : seconds;
}

const dataFolder = await mkdtemp(path.join(tmpdir(), 'andon-hidden-'));
const display = await openDisplay();
const { host, address } = await startHost(dataFolder);
const browser = spawn(
  CHROMIUM,
  [
    '--remote-debugging-pipe',
    '--no-first-run',
    `--user-data-dir=${path.join(dataFolder, 'browser')}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ],
  {
    env: { ...process.env, DISPLAY: display.display },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  },
);
try {
  const send = speakTo(browser);
  const { targetId } = (await send('Target.createTarget', { url: address })) as { targetId: string };
  const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  const read = async <Value>(expression: string): Promise<Value> => {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result } = (await send('Runtime.evaluate', asked, sessionId)) as { result: { value: Value } };
    return result.value;
  };
  const until = async (expression: string): Promise<void> => {
    while (!(await read<boolean>(expression).catch(() => false))) await wait(200);
  };
  const press = async (key: string, code: string, modifiers = 0, text = ''): Promise<void> => {
    const base = { key, code, modifiers, windowsVirtualKeyCode: key === 'Enter' ? 13 : key.charCodeAt(0) };
    await send('Input.dispatchKeyEvent', { type: 'keyDown', ...base, text }, sessionId);
    await send('Input.dispatchKeyEvent', { type: 'keyUp', ...base }, sessionId);
  };
  const button = (name: string) =>
    `[...document.querySelectorAll('button')].find((one) => /${name}/.test(one.textContent))`;

  await until(`document.querySelector('nav') !== null`);
  await read(`location.hash = '#/prepare'`);
  await until(`${button('Plan this review')} !== undefined`);
  await read(`${button('Plan this review')}.click()`);
  await until(`${button('^Start')} !== undefined`);
  await read(`${button('^Start')}.click()`);
  await until(`document.querySelector('[role=timer]') !== null`);
  const startedAt = /"at":"([\d\-T:.]+Z)[^}]*?"type":"review-started"/.exec(await read<string>(STARTED))?.[1];
  const startMs = Date.parse(startedAt ?? '');
  const plannedFor = async () =>
    Number(/\d+$/.exec(await read(`document.querySelector('[role=timer]').textContent`))?.[0]);
  // The block at hand ends when the tab has been hidden for most of the time.
  while ((await plannedFor()) < MINUTES - 1) await press('+', 'Equal', 8, '+');
  const plannedMs = (await plannedFor()) * 60_000;
  await read(WATCH);
  const front = (await send('Target.createTarget', { url: 'data:text/html,in front' })) as {
    targetId: string;
  };
  await send('Target.activateTarget', { targetId: front.targetId });
  await until(`document.visibilityState === 'hidden'`);
  const hiddenAt = Date.now();
  await wait(MINUTES * 60_000);
  const seen = await read<Seen>('window.seen');
  const hiddenFor = (Date.now() - hiddenAt) / 1000;

  const lateness = seen.figures
    .filter(([at]) => at > hiddenAt + 2000)
    .map(([at, figure]) => {
      const left = secondsOf(figure);
      // What is left is rounded up to the second, what is over rounded down: both change where the second is full.
      return at - (startMs + plannedMs - left * 1000);
    })
    .sort((one, other) => one - other);
  const shown = new Set(seen.figures.map(([, figure]) => figure)).size;
  const lateAt = (share: number) =>
    Math.round(lateness[Math.floor((lateness.length - 1) * share)] ?? Number.NaN);
  console.log(`hidden for ${Math.round(hiddenFor)} s; a page timer of one second came ${seen.ticks} times`);
  console.log(`figures shown while hidden: ${shown}`);
  console.log(
    `late by: least ${lateAt(0)} ms, median ${lateAt(0.5)} ms, 99 % under ${lateAt(0.99)} ms, most ${lateAt(1)} ms`,
  );
  const due = [startMs + plannedMs * 0.8, startMs + plannedMs];
  for (const [index, [at, text]] of seen.spoken.filter(([, said]) => /fifth|used up/.test(said)).entries()) {
    console.log(`spoken ${at - (due[index] ?? Number.NaN)} ms late: ${text}`);
  }
  for (const [index, at] of seen.sounds.entries()) {
    console.log(`sounded ${at - (due[index] ?? Number.NaN)} ms late`);
  }
} finally {
  browser.kill();
  host.kill();
  display.close();
  await wait(500);
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
}
