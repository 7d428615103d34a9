const STARTS = /^\s{0,1000}(?:\{\s{0,1000}["}]|\[\s{0,1000}(?:[[{"\]]|-?\d|true|false|null))/;

/** Whether a text begins as JSON does. A header that is a label set (`{job="a"}`) does not. */
export function looksLikeJson(head: string): boolean {
  return STARTS.test(head.replace(/^\ufeff/, ''));
}

/** How far a JSON text goes: the depth that is still open at its end, and whether it ends inside a string. */
function openAtEnd(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return quoted || depth > 0;
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

function messageIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? null : messageIn(value[0]);
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map(Object.entries(value));
  for (const key of ['message', 'detail', 'title', 'description', 'error', 'errors', 'reason']) {
    const found = messageIn(fields.get(key));
    if (found !== null) return found;
  }
  return null;
}

/** Message of an API's error answer that was saved in place of the data; null when the value is none. */
function errorIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const fields = new Map(Object.entries(value));
  const error =
    fields.get('errors') ?? fields.get('error') ?? (fields.size <= 4 ? fields.get('message') : undefined);
  if (error === undefined || error === null) return null;
  const rows = [...fields].some(
    ([key, each]) => !/error/i.test(key) && Array.isArray(each) && each.length > 0,
  );
  return rows ? null : (messageIn(error) ?? 'without a message');
}

/** Why a JSON file is not read, as a sentence. */
export function jsonRefusal(text: string): string {
  const found = parse(text);
  const error = found === null ? null : errorIn(found.value);
  if (error !== null) {
    return `This is an error answer of an API, not an export: “${error.slice(0, 200)}”. Export again once that is solved.`;
  }
  const lines = /[}\]]\s*[\r\n]+\s*[{[]/.test(text.slice(0, 100_000));
  if (found === null && !lines && openAtEnd(text)) {
    return `This JSON ends in the middle, at character ${text.length}: the file is incomplete and nothing was read. Download it again.`;
  }
  if (found === null && !lines)
    return 'This is JSON with an error in it, so nothing was read. Export it again, or as CSV.';
  return 'This is JSON, which is not read yet. Export it as CSV.';
}
