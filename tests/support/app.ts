import AxeBuilder from '@axe-core/playwright';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { type RunningHost, startBuiltWebHost } from '#tests/support/web-host.ts';

/** The app in a browser, over the real web host on a data folder of its own. */
export type App = {
  readonly page: Page;
  readonly host: RunningHost;
  /** Opens a screen by its address: `prepare`, `metric/SERIES`. */
  readonly goTo: (place: string) => Promise<void>;
  /** Loads the sample organization from the empty Home. */
  readonly openSample: () => Promise<void>;
  /** Everything that axe finds on the screen as it is now; a screen that is fit for all gives an empty list. */
  readonly axe: (page?: Page) => Promise<readonly string[]>;
  /** Fails the test when this page reports an error or a violated content policy. The first page is watched already. */
  readonly watch: (page: Page) => void;
};

function troubleOf(message: ConsoleMessage): string | null {
  return message.type() === 'error' ? `${message.text()} (${message.location().url})` : null;
}

/** Waits until nothing moves: half faded in, a text has a contrast that nobody is to read it by. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}

async function violations(page: Page): Promise<readonly string[]> {
  await atRest(page);
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`));
}

/** `test` with the app opened on an empty data folder. Console errors and policy violations fail the test at its end. */
export const test = base.extend<{ readonly app: App }>({
  app: async ({ page }, use) => {
    const host = await startBuiltWebHost();
    const troubles: string[] = [];
    const watch = (watched: Page): void => {
      watched.on('console', (message) => {
        const trouble = troubleOf(message);
        if (trouble !== null) troubles.push(trouble);
      });
      watched.on('pageerror', (error) => troubles.push(error.message));
    };
    watch(page);
    await page.goto(host.address);
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    await use({
      page,
      host,
      watch,
      goTo: async (place) => {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#/${place}`);
      },
      openSample: async () => {
        await page.getByRole('button', { name: 'Try the sample organization' }).click();
        await expect(page.getByText('Fernhill Market').first()).toBeVisible({ timeout: 90_000 });
      },
      axe: (other = page) => violations(other),
    });
    // A request that is under way when the host ends is no trouble of the app's.
    const met = [...troubles];
    await host.stop();
    expect(met).toEqual([]);
  },
});

export { expect };
