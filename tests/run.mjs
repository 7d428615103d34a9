#!/usr/bin/env node
// `npm test`: only what Node brings, because in a fresh clone nothing else is there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fetchElectron, installedElectron } from '../electron/hosts/find-electron.mjs';
import { installIsStale, projectFolder } from '../electron/hosts/freshness.mjs';

const results = path.join(projectFolder, 'test-results');
const isRoot = process.getuid?.() === 0;
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const say = (sentence) => console.log(sentence);

function run(command, args, options = {}) {
  const windows = process.platform === 'win32';
  const done = spawnSync(command, args, { cwd: projectFolder, stdio: 'inherit', shell: windows, ...options });
  return done.status ?? 1;
}

function onPath(name) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const found = spawnSync(finder, [name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.split('\n')[0].trim() : null;
}

/** Debian's package, where this is Debian and we may install. */
function installFromDebian(...packages) {
  if (!isRoot || onPath('apt-get') === null) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: 'ignore' };
  if (run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet) === 0) return;
  run('apt-get', ['update'], quiet);
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet);
}

async function playwrightChromium() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

async function findChromium() {
  const known = process.env.ANDON_CHROMIUM ?? (await playwrightChromium());
  return known ?? CHROMIUM_NAMES.map(onPath).find((file) => file !== null) ?? null;
}

async function provideChromium() {
  const there = await findChromium();
  if (there !== null) return there;
  say('No Chromium is here. Fetching the one that Playwright offers.');
  run('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  const fetched = await playwrightChromium();
  if (fetched !== null) return fetched;
  say('That did not work. Installing Debian’s.');
  installFromDebian('chromium');
  return findChromium();
}

function provideDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY) return true;
  if (onPath('Xvfb') === null) installFromDebian('xvfb');
  return onPath('Xvfb') !== null;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** What a suite came to. A run that ended badly without a failed test counts as one failure: it is not all well. */
function settle(name, status, counts) {
  const failed = status !== 0 && counts.failed === 0 ? 1 : counts.failed;
  return { name, ...counts, failed };
}

function runVitest() {
  const file = path.join(results, 'vitest.json');
  const args = ['vitest', 'run', '-c', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json'];
  const status = run('npx', [...args, `--outputFile.json=${file}`]);
  const report = readReport(file);
  return settle('unit, property, integration, component', status, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

function hasSpecs(suite) {
  return readdirSync(path.join(projectFolder, 'tests', suite)).some((name) => name.endsWith('.spec.ts'));
}

function runPlaywright(suite, ...more) {
  const nothing = { name: suite, passed: 0, failed: 0, skipped: 0 };
  if (!hasSpecs(suite)) return nothing;
  const file = path.join(results, `${suite}.json`);
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const args = ['playwright', 'test', '-c', `tests/${suite}/playwright.config.ts`, '--reporter=list,json'];
  const status = run('npx', [...args, ...more], { env });
  const stats = readReport(file)?.stats;
  if (stats?.flaky > 0) say(`${suite}: ${stats.flaky} of them passed only on a further try.`);
  return settle(suite, status, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
}

function countSpecs(suite) {
  const args = [
    'playwright',
    'test',
    '-c',
    `tests/${suite}/playwright.config.ts`,
    '--list',
    '--reporter=json',
  ];
  const listed = spawnSync('npx', args, {
    cwd: projectFolder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const count = (part) =>
    (part.specs?.length ?? 0) + (part.suites ?? []).reduce((sum, inner) => sum + count(inner), 0);
  try {
    return count(JSON.parse(listed.stdout));
  } catch {
    return 1;
  }
}

function skip(suite, why) {
  say(`The ${suite} tests are skipped: ${why}.`);
  return { name: suite, passed: 0, failed: 0, skipped: hasSpecs(suite) ? countSpecs(suite) : 0 };
}

async function runE2e() {
  const chromium = await provideChromium();
  if (chromium === null) return skip('e2e', 'no Chromium could be had');
  process.env.ANDON_CHROMIUM = chromium;
  return runPlaywright('e2e');
}

async function runDesktop() {
  if (!provideDisplay()) return skip('desktop', 'there is no display, and no Xvfb to stand in for one');
  const electron = installedElectron() ?? (await fetchElectron());
  if (electron === null) return skip('desktop', 'no Electron could be had');
  return runPlaywright('desktop');
}

async function main() {
  if (installIsStale()) {
    say('Installing what the tests need (npm ci).');
    if (run('npm', ['ci', '--loglevel=error', '--no-progress']) !== 0) process.exit(2);
  }
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (run(process.execPath, ['electron/hosts/build.mjs']) !== 0) {
    say('0 passed, 1 failed, 0 skipped');
    process.exit(1);
  }
  const suites = [runVitest(), await runE2e(), await runDesktop()];
  for (const suite of suites) {
    say(`${suite.name}: ${suite.passed} passed, ${suite.failed} failed, ${suite.skipped} skipped`);
  }
  const total = (key) => suites.reduce((sum, suite) => sum + suite[key], 0);
  say(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
  process.exitCode = total('failed') === 0 ? 0 : 1;
}

await main();
