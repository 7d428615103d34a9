/** Text as Markdown shows it literally, on one line: no heading, list, link, table or raw HTML comes of what was typed. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');
}
