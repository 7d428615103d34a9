import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { atRest } from './app.ts';

/** WCAG 2.2 AA, and what it takes for a page to be read by its headings and landmarks. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LARGE = { width: 1280, height: 720 } as const;
/** A window of 1280 by 720 at 200 %. */
const ZOOMED = { width: 640, height: 360 } as const;

async function axe(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await atRest(page);
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules === undefined
    ? builder.withTags(TAGS)
    : builder.withRules([...rules])
  ).analyze();
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`));
}

/** What cannot be read in the window as it is: a page that is larger than it, text that is cut without a way to it. */
export function losses(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const beyond = [
      ...(root.scrollWidth > innerWidth + 1 ? [`the page is ${root.scrollWidth} wide`] : []),
      ...(root.scrollHeight > innerHeight + 1 ? [`the page is ${root.scrollHeight} high`] : []),
    ];
    const isOut = (part: Element) => part.closest('svg, [aria-hidden="true"], .visually-hidden') !== null;
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((part) => {
      const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(part);
      // A field scrolls by its caret; the ground of the scaled stage goes on to the edges of the window.
      if (part.matches('input, textarea, [data-tone]')) return false;
      if (isOut(part) || clipPath !== 'none' || part.clientWidth === 0) return false;
      const wide = /hidden|clip/.test(overflowX) && part.scrollWidth > part.clientWidth + 1;
      const high = /hidden|clip/.test(overflowY) && part.scrollHeight > part.clientHeight + 4;
      // A name that ends in an ellipsis is whole in its title, or where it leads to.
      const elsewhere =
        textOverflow === 'ellipsis' && part.closest('[title], a, button, [role="row"]') !== null;
      return (wide || high) && !elsewhere;
    });
    return [
      ...beyond,
      ...cut.map((part) => `cut: ${part.className} “${(part.textContent ?? '').slice(0, 40)}”`),
    ];
  });
}

/** Whatever of the screen as it is now somebody could not use: in both themes, and at 200 %. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  await page.setViewportSize(LARGE);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  found.push(...(await axe(page)));
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await axe(page, ['color-contrast'])).map((one) => `dark ${one}`));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(ZOOMED);
  // The stage and the charts are measured a frame later.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  found.push(...(await losses(page)).map((one) => `200 %: ${one}`));
  const small = await axe(page, ['target-size', 'scrollable-region-focusable']);
  found.push(...small.map((one) => `200 %: ${one}`));
  await page.setViewportSize(LARGE);
  return [...new Set(found)];
}

export type Listed = { readonly name: string; readonly group: string; readonly keys: readonly string[] };

/** Every command that `?` lists now, with its keys as they are shown. */
export async function commandsHere(page: Page): Promise<readonly Listed[]> {
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys that work here' });
  await dialog.waitFor();
  const listed = await dialog.locator('[data-command]').evaluateAll((rows) =>
    rows.map((row) => ({
      name: (row.querySelector('dd') ?? row).textContent?.trim() ?? '',
      group: (row.closest('section')?.querySelector('h3')?.textContent ?? '').trim(),
      keys: [...row.querySelectorAll('kbd')].map((key) => key.textContent ?? ''),
    })),
  );
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return listed;
}

/** Keys that belong to browsers, systems and screen readers. F5 is heard so that a clicker does not load the page anew. */
const TAKEN =
  /^(Ctrl\+([WTNQLRPFSDHJUEAZXCV0-9+-]|Tab|Shift.*)|Alt\+(F4|D|F|E|Tab|←|→|Home|Space)|F([13-4679]|8|1[0-2])|Tab|Insert|CapsLock|Ctrl\+Alt\+.*)$/i;

/** What is wrong with a list of commands: no name, two on one key, a key that is somebody else's. */
export function commandFaults(commands: readonly Listed[]): readonly string[] {
  const byKey = new Map<string, string[]>();
  for (const { name, keys } of commands)
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), name]);
  return [
    ...commands
      .filter(({ name, group }) => name === '' || group === '')
      .map(({ name }) => `no name or group: ${name}`),
    ...[...byKey]
      .filter(([, names]) => names.length > 1)
      .map(([key, names]) => `${key}: ${names.join(' / ')}`),
    ...[...byKey.keys()].filter((key) => TAKEN.test(key)).map((key) => `${key} is taken`),
  ];
}
