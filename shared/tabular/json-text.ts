const STARTS = /^\s{0,1000}(?:\{\s{0,1000}["}]|\[\s{0,1000}(?:[[{"\]]|-?\d|true|false|null))/;

/** Whether a text begins as JSON does. A header that is a label set (`{job="a"}`) does not. */
export function looksLikeJson(head: string): boolean {
  return STARTS.test(head.replace(/^\ufeff/, ''));
}
