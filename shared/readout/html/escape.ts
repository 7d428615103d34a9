const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute. What XML cannot hold is dropped, since a PDF cannot either. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

/** Text as a CSS string: everything but letters, digits and spaces as a code point, so that it cannot leave the string. */
export function cssString(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}

/** A template whose values are escaped; what is markup already comes as `Markup`. */
export type Markup = { readonly markup: string };

export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Markup | readonly Markup[])[]
): Markup {
  const written = parts.map((part, index) => part + (index < values.length ? write(values[index]) : ''));
  return { markup: written.join('') };
}

function write(value: string | number | Markup | readonly Markup[] | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map((item) => item.markup).join('');
}

/** Markup that this module's callers have made themselves (a chart, a style sheet). */
export function raw(markup: string): Markup {
  return { markup };
}

export const nothing: Markup = { markup: '' };
