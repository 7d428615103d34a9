import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/desktop',
  globalSetup: '../support/display.ts',
  timeout: 60_000,
  // One Electron at a time: two cores are what it is tested on.
  workers: 1,
  forbidOnly: 'CI' in process.env,
  // A machine shared with others stalls now and then; what passes only on a further try is named by the run.
  retries: 'CI' in process.env ? 1 : 0,
  reporter: [['list']],
});
