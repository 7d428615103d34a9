const DIGIT = 1;
const LETTER = 2;
const JOINT = 3;

const KINDS = new Uint8Array(128);
for (const char of '0123456789') KINDS[char.charCodeAt(0)] = DIGIT;
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') KINDS[char.charCodeAt(0)] = LETTER;
for (const char of '-_') KINDS[char.charCodeAt(0)] = JOINT;

const SHORTEST = 25;

/** Quantities have at most four numbers with a unit each, dates with a time fewer: a text that changes more often is neither. */
const CHANGES = 10;

/** Whether a text is a long mixture of digits and letters, as hashes and generated ids are: no date and no amount. */
export function isHashText(text: string): boolean {
  if (text.length < SHORTEST) return false;
  let changes = 0;
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const kind = KINDS[text.charCodeAt(index)] ?? 0;
    if (kind === 0) return false;
    if (kind === JOINT) continue;
    if (before !== 0 && kind !== before) changes += 1;
    before = kind;
  }
  return changes >= CHANGES;
}
