import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumForTests } from '#tests/support/chromium.ts';

const executablePath = chromiumForTests();

/** `npm run screenshots` takes the README's pictures anew from the sample organization. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/screenshots',
  timeout: 90_000,
  workers: 1,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: { args: chromiumArgs, ...(executablePath === null ? {} : { executablePath }) },
  },
});
