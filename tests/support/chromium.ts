import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath(name: string): string | null {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** A Chromium to drive: the one named in `ANDON_CHROMIUM`, Playwright's own, or one of this machine. */
export function chromiumForTests(): string | null {
  const { ANDON_CHROMIUM: named } = process.env;
  if (named !== undefined) return named;
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  return NAMES.map(onPath).find((file) => file !== null) ?? null;
}

/** Chromium cannot be sandboxed for root; continuous integration runs as root. */
export const chromiumArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
