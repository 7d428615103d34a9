import type { CaptureKind, CaptureSpan } from './capture.ts';

const KINDS: Readonly<Record<string, CaptureKind>> = {
  a: 'action',
  action: 'action',
  n: 'note',
  note: 'note',
  d: 'decision',
  decision: 'decision',
  r: 'risk',
  risk: 'risk',
  w: 'win',
  win: 'win',
  p: 'parking',
  parking: 'parking',
  'parking lot': 'parking',
  todo: 'action',
  i: 'initiative',
  initiative: 'initiative',
};

/**
 * A colon must follow, and then a space, a letter or nothing: `a:` opens an action, `p:99` is text. Behind a whole word
 * the colon may stand apart, as it does in French.
 */
const PREFIX = /^\s*(?:([a-z])|(parking lot|[a-z]{2,10})\s?)[:：](?=\s|\p{L}|$)/iu;

/** The kind of a line and where its text begins. */
export function readKind(
  line: string,
  pressed: CaptureKind,
): { readonly kind: CaptureKind; readonly from: number; readonly span: readonly CaptureSpan[] } {
  const prefix = PREFIX.exec(line);
  const word = (prefix?.[1] ?? prefix?.[2] ?? '').toLowerCase();
  if (prefix === null || !Object.hasOwn(KINDS, word)) return { kind: pressed, from: 0, span: [] };
  const end = prefix[0].length;
  const start = prefix[0].length - prefix[0].trimStart().length;
  return { kind: KINDS[word] ?? pressed, from: end, span: [{ start, end, role: 'kind' }] };
}
