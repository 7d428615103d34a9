#!/usr/bin/env node
// `npm start`: only what Node brings, because in a fresh clone nothing else is there yet.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fetchElectron, installedElectron } from './find-electron.mjs';
import { installIsStale, projectFolder, staleParts } from './freshness.mjs';

const HELP = `npm start -- [options]

Opens Andon: the desktop app where this machine can run it, otherwise in the browser.

  --web          in the browser in any case
  --no-open      prints the address and opens no browser
  --port N       the port of the address
  --inbox FOLDER watches the folder for exports
  --poll-inbox   looks for new files instead of listening, for network shares`;

const OPTIONS = {
  web: { type: 'boolean' },
  open: { type: 'boolean', default: true },
  port: { type: 'string' },
  inbox: { type: 'string' },
  'poll-inbox': { type: 'boolean' },
  help: { type: 'boolean' },
};

/** A window that closes with an error this soon never opened. */
const OPENS_WITHIN_MS = 8000;

const say = (sentence) => console.log(sentence);
const inProject = (...names) => path.join(projectFolder, ...names);

let child = null;
let leaving = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    leaving = true;
    child?.kill(signal);
    if (child === null) process.exit(0);
  });
}

/** Runs a program to its end and answers its exit code; a signal to this process is passed on to it. */
function run(command, args, options) {
  return new Promise((resolve) => {
    child = spawn(command, args, { cwd: projectFolder, stdio: 'inherit', ...options });
    const settle = (code) => {
      child = null;
      if (leaving) process.exit(0);
      resolve(code);
    };
    child.on('error', () => settle(1));
    child.on('exit', (code) => settle(code ?? 1));
  });
}

async function prepare() {
  if (installIsStale()) {
    say('Installing what Andon is built with (npm ci). This happens once.');
    const windows = process.platform === 'win32';
    const code = await run('npm', ['ci', '--loglevel=error', '--no-progress'], { shell: windows });
    if (code !== 0) {
      console.error('The packages could not be installed. What npm said above tells why; then start again.');
      process.exit(2);
    }
  }
  if (staleParts().length > 0) {
    say('Building Andon.');
    const code = await run(process.execPath, [inProject('electron/hosts/build.mjs'), '--silent']);
    if (code !== 0) {
      console.error('Andon could not be built. The lines above say where.');
      process.exit(2);
    }
  }
}

/** Why the desktop app cannot run here, or null when nothing is known against it. */
function againstDesktop() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display here';
  if (process.getuid() === 0) return 'Electron cannot be sandboxed for root';
  return null;
}

async function startDesktop(options) {
  const against = againstDesktop();
  if (against !== null) return against;
  let electron = installedElectron();
  if (electron === null) {
    say('Fetching Electron (about 110 MB, once).');
    electron = await fetchElectron();
  }
  if (electron === null) return 'Electron could not be fetched';
  say('Opening Andon.');
  const began = Date.now();
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  const args = [projectFolder];
  if (options.inbox) args.push(`--inbox=${path.resolve(options.inbox)}`);
  if (options['poll-inbox']) args.push('--poll-inbox');
  const code = await run(electron, args, { env, stdio: ['ignore', 'inherit', 'ignore'] });
  return code !== 0 && Date.now() - began < OPENS_WITHIN_MS ? 'the desktop window could not be opened' : null;
}

function openBrowser(address) {
  const openers = { darwin: ['open', address], win32: ['cmd', '/c', 'start', '', address] };
  const hasDisplay = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.platform === 'linux' && !hasDisplay) return;
  const [command, ...args] = openers[process.platform] ?? ['xdg-open', address];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

async function startWeb(options, why) {
  say(`Andon runs in the browser: ${why}.`);
  const args = [inProject('dist/electron/web.js')];
  if (options.port) args.push('--port', options.port);
  if (options.inbox) args.push('--inbox', path.resolve(options.inbox));
  if (options['poll-inbox']) args.push('--poll-inbox');
  const running = run(process.execPath, args, { stdio: ['inherit', 'pipe', 'inherit'] });
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    const address = /^Andon is open at (\S+)/m.exec(String(chunk))?.[1];
    if (address !== undefined) {
      say('Ctrl-C ends it.');
      if (options.open) openBrowser(address);
    }
  });
  process.exitCode = await running;
}

async function main() {
  const { values } = parseArgs({ options: OPTIONS, allowNegative: true });
  if (values.help) {
    say(HELP);
    return;
  }
  await prepare();
  const why = values.web ? 'you asked for it' : await startDesktop(values);
  if (why !== null) await startWeb(values, why);
}

main().catch((error) => {
  console.error(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
});
