import { escapeHtml, type Markup } from './escape.ts';

/** No script, no network, nothing from elsewhere: the file can be opened by anybody, anywhere, for years. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/** A document that stands alone; `style` is our own and goes in as it is. */
export function wholePage(page: {
  readonly title: string;
  readonly style: string;
  readonly body: Markup;
}): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><meta name="referrer" content="no-referrer"><title>${escapeHtml(page.title)}</title>
<style>${page.style}</style></head>
<body>${page.body.markup}</body></html>
`;
}
