/** What the built screen may load and do, said with every answer on the desktop and on the web alike. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const SCREEN_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cache-Control': 'no-store',
};

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

export type ScreenFile = { readonly file: string; readonly type: string };

/** One name of a path: letters, digits, `-`, `_` and dots that do not lead. Everything else is not ours. */
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** The built file that a URL's path names, relative to the screen's folder; null when the path is no plain name. */
export function screenFile(pathname: string): ScreenFile | null {
  if (pathname === '/') return screenFile('/index.html');
  if (!pathname.startsWith('/')) return null;
  const names = pathname.slice(1).split('/');
  if (!names.every((name) => NAME.test(name))) return null;
  const extension = names.at(-1)?.split('.').at(-1) ?? '';
  const type = Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
  return type === undefined ? null : { file: names.join('/'), type };
}
