import { expect, type Page, test } from '@playwright/test';
import {
  type Desktop,
  newFolder,
  openDesktop,
  removeFolder,
  request,
  stageApp,
} from '#tests/support/desktop-app.ts';
import { hasTwoDisplays, openTwoDisplays, type TwoDisplays } from '#tests/support/two-displays.ts';

test.skip(!hasTwoDisplays, 'two displays need Xorg with its dummy driver and xrandr');

let displays: TwoDisplays;
let desktop: Desktop;
let appFolder: string;
let dataFolder: string;
const before = process.env['DISPLAY'];

test.beforeAll(async () => {
  appFolder = await stageApp();
  displays = await openTwoDisplays();
  Object.assign(process.env, { DISPLAY: displays.display });
});

test.afterAll(async () => {
  Object.assign(process.env, { DISPLAY: before });
  await displays.close();
  await removeFolder(appFolder);
});

test.beforeEach(async () => {
  dataFolder = await newFolder('data');
  displays.plugIn('1920x1080', 'right-of');
  desktop = await openDesktop({ appFolder, dataFolder });
});

test.afterEach(async () => {
  await desktop.app.close().catch(() => undefined);
  await removeFolder(dataFolder);
});

type Where = { readonly x: number; readonly width: number; readonly height: number; readonly full: boolean };

/** Where the stage is, and whether it is full screen. */
function stageNow(): Promise<Where | null> {
  return desktop.app.evaluate(({ BrowserWindow }) => {
    const stage = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('stage='));
    if (stage === undefined) return null;
    const { x, width, height } = stage.getBounds();
    return { x, width, height, full: stage.isFullScreen() };
  });
}

async function openStage(): Promise<Page> {
  const opened = desktop.app.waitForEvent('window');
  await request(desktop.page, 'stage:open', { review: 'review-1' });
  return opened;
}

const onTheRight = { x: 1600, width: 1920, height: 1080 };

test('the stage fills the other display, and the console keeps the keyboard', async () => {
  await openStage();
  await expect.poll(stageNow).toMatchObject(onTheRight);
  const consoleAt = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(1)?.getBounds());
  expect(consoleAt?.x).toBeLessThan(1600);
});

test('the stage waits in a window while its display is unplugged, and goes back to it', async () => {
  const stage = await openStage();
  await expect.poll(stageNow).toMatchObject(onTheRight);
  displays.unplug();
  await expect.poll(stageNow).toMatchObject({ width: 1280, height: 720, full: false });
  expect((await stageNow())?.x).toBeLessThan(1600);
  expect(stage.isClosed()).toBe(false);

  // It comes back with another resolution, and changes it: it is the same display.
  displays.plugIn('1280x720', 'right-of');
  await expect.poll(stageNow).toMatchObject({ x: 1600, width: 1280, height: 720 });
  displays.plugIn('1920x1080', 'right-of');
  await expect.poll(stageNow).toMatchObject(onTheRight);
  expect(await request(desktop.page, 'app:hello', {})).toMatchObject({ ok: true });
});

test('the stage opens in a window where there is one display, and takes the other one when it comes', async () => {
  displays.unplug();
  await expect.poll(() => desktop.app.evaluate(({ screen }) => screen.getAllDisplays().length)).toBe(1);
  await openStage();
  await expect.poll(stageNow).toMatchObject({ width: 1280, height: 720, full: false });
  displays.plugIn('1920x1080', 'right-of');
  await expect.poll(stageNow).toMatchObject(onTheRight);
});

test('the console is brought back when the display that it was on is gone', async () => {
  await desktop.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.fromId(1)?.setBounds({ x: 1800, y: 100, width: 1200, height: 700 });
  });
  await openStage();
  await expect.poll(stageNow).toMatchObject({ x: 0, width: 1600, height: 900 });
  displays.unplug();
  await expect
    .poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(1)?.getBounds().x ?? 9999))
    .toBeLessThan(1500);
  await expect.poll(stageNow).toMatchObject({ full: false });
});

test('the display of the stage is remembered over restarts', async () => {
  await openStage();
  await expect.poll(stageNow).toMatchObject(onTheRight);
  await desktop.app.close();
  desktop = await openDesktop({ appFolder, dataFolder });
  await openStage();
  await expect.poll(stageNow).toMatchObject(onTheRight);
});

test('closing the console leaves the stage to the room, from which the console opens again', async () => {
  const stage = await openStage();
  await stage.waitForLoadState('load');
  await desktop.page.close();
  expect(await request(stage, 'app:hello', {})).toMatchObject({ ok: true });
  const back = desktop.app.waitForEvent('window');
  await request(stage, 'console:open', {});
  const console = await back;
  await console.waitForLoadState('load');
  expect(console.url()).toBe('app://andon/');
  await expect.poll(stageNow).toMatchObject(onTheRight);
});
