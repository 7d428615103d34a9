/** The latin part of Inter, which goes into every exported page so that it looks the same everywhere. */
const LATIN = new URL('../../../assets/fonts/inter-latin-opsz-normal.woff2', import.meta.url).href;

/** Inter as base64 for the exported file, null where it cannot be read; the file then uses the reader's own font. */
export async function paperFont(): Promise<string | null> {
  try {
    const bytes = new Uint8Array(await (await fetch(LATIN)).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  } catch {
    return null;
  }
}
