export const SCHEME = 'app';
export const HOST = 'andon';
/** Where the screen is served. It never changes: the browser's database is keyed by it. */
export const ORIGIN = `${SCHEME}://${HOST}`;

/** Whether an address is one of our own screen's, whole and parsed: `app://andon.evil` and `app://x@andon` are not. */
export function isOwnAddress(address: string): boolean {
  const url = parse(address);
  if (url === null) return false;
  const plain = url.username === '' && url.password === '' && url.port === '';
  return plain && url.protocol === `${SCHEME}:` && url.host === HOST;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
