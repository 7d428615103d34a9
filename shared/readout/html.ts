import { html, type Markup } from './html/escape.ts';
import { evidencePages } from './html/evidence-pages.ts';
import { pageOne } from './html/page-one.ts';
import { pageTwo } from './html/page-two.ts';
import { readoutStyle } from './html/style.ts';
import { wholePage } from './html/whole-page.ts';
import type { Readout } from './readout.ts';
import { longDay } from './wording.ts';

export type HtmlOptions = {
  /** Inter as base64 of its woff2, so that the file looks the same everywhere; null leaves it to the system's font. */
  readonly font: string | null;
};

function place({ header }: Readout): string {
  const date = header.date === null ? '' : `, ${longDay(header.date, header.locale)}`;
  return `${header.organization}${header.number === null ? '' : `, review ${header.number}`}${date}`;
}

function dated({ header }: Readout): string {
  return header.asOf === null ? '' : `Data as of ${longDay(header.asOf, header.locale)}`;
}

function footerOf(readout: Readout, page: string): Markup {
  return html`<footer><span>${place(readout)}</span><span>${dated(readout)}</span><span>${page}</span></footer>`;
}

/** The readout as one HTML document: two lead pages, then the evidence; printed by a host it is the PDF. */
export function toHtml(readout: Readout, options: HtmlOptions = { font: null }): string {
  const footer = { left: place(readout), middle: dated(readout) };
  const title = `${place(readout)}: readout`;
  const body = html`<main>${pageOne(readout, footerOf(readout, '1'))}${pageTwo(readout, footerOf(readout, '2'))}${evidencePages(readout, footerOf(readout, 'Evidence'))}</main>`;
  return wholePage({ title, style: readoutStyle(footer, options.font), body });
}
