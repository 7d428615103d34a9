import { expect, test } from '@playwright/test';
import { type Desktop, newFolder, openDesktop, removeFolder, stageApp } from '#tests/support/desktop-app.ts';

let desktop: Desktop;
let appFolder: string;
let dataFolder: string;

test.beforeAll(async () => {
  appFolder = await stageApp();
  dataFolder = await newFolder('data');
  desktop = await openDesktop({ appFolder, dataFolder });
});

test.afterAll(async () => {
  await desktop.app.close();
  await removeFolder(appFolder);
  await removeFolder(dataFolder);
});

test('opens its window at the one address that it keeps', async () => {
  expect(desktop.page.url()).toBe('app://andon/');
  await expect(desktop.page).toHaveTitle(/Andon/);
});
