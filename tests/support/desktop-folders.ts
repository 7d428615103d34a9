import { test } from '@playwright/test';
import { type Desktop, newFolder, openDesktop, removeFolder, stageApp } from './desktop-app.ts';

type Folders = { appFolder: string; dataFolder: string };

/** One built app for the tests of a file, and for each of them a data folder of its own. */
export function ownFolders(): Readonly<Folders> {
  const folders: Folders = { appFolder: '', dataFolder: '' };
  test.beforeAll(async () => {
    folders.appFolder = await stageApp();
  });
  test.afterAll(() => removeFolder(folders.appFolder));
  test.beforeEach(async () => {
    folders.dataFolder = await newFolder('data');
  });
  test.afterEach(() => removeFolder(folders.dataFolder));
  return folders;
}

/** One open app for all tests of a file; it is there once the first of them runs. */
export function oneDesktop(): () => Desktop {
  let desktop: Desktop | null = null;
  let folders: Folders = { appFolder: '', dataFolder: '' };
  test.beforeAll(async () => {
    folders = { appFolder: await stageApp(), dataFolder: await newFolder('data') };
    desktop = await openDesktop(folders);
  });
  test.afterAll(async () => {
    await desktop?.app.close();
    await removeFolder(folders.appFolder);
    await removeFolder(folders.dataFolder);
  });
  return () => {
    if (desktop === null) throw new Error('The app is opened before the tests of the file run.');
    return desktop;
  };
}
