import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumForTests } from '#tests/support/chromium.ts';

const executablePath = chromiumForTests();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: 'CI' in process.env,
  // A machine shared with others stalls now and then; what passes only on a further try is named by the run.
  retries: 'CI' in process.env ? 1 : 0,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumArgs, ...(executablePath === null ? {} : { executablePath }) },
  },
});
