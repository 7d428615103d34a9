/** A record that wants a counted id. */
export type Claim = {
  /** Sorts claims: hybrid time and id of the event. */
  readonly at: string;
  readonly event: string;
  readonly prefix: 'A' | 'I' | 'R' | 'D';
  readonly origin: string;
  /** The id that the author's device gave, kept when it is free. */
  readonly number: string | null;
};

const FORM = /^([AIRD])-([1-9]\d*)$/;

function numberIn(text: string | null, prefix: string): number | null {
  const match = text === null ? null : FORM.exec(text);
  return match?.[1] === prefix ? Number(match[2]) : null;
}

function inOrder(left: Claim, right: Claim): number {
  if (left.at !== right.at) return left.at < right.at ? -1 : 1;
  return left.event < right.event ? -1 : left.event > right.event ? 1 : 0;
}

function countOne(claims: readonly Claim[], ids: Map<string, string>): void {
  const holders = new Map<number, string>();
  for (const claim of claims) {
    const number = numberIn(claim.number, claim.prefix);
    if (number !== null && !holders.has(number)) holders.set(number, claim.origin);
  }
  let last = 0;
  for (const claim of claims) {
    const key = countedKey(claim.prefix, claim.origin);
    if (ids.has(key)) continue;
    const wanted = numberIn(claim.number, claim.prefix);
    let number = wanted ?? last + 1;
    if (wanted === null || holders.get(wanted) !== claim.origin) {
      number = last + 1;
      while (holders.has(number)) number += 1;
    }
    holders.set(number, claim.origin);
    last = Math.max(last, number);
    ids.set(key, `${claim.prefix}-${number}`);
  }
}

/** Key of a record in what `countIds` gives. */
export function countedKey(prefix: Claim['prefix'], origin: string): string {
  return `${prefix} ${origin}`;
}

/**
 * Counted ids (`A-1`, `D-1`, ...) in order of time. A number that was ever given stays given: claims of undone and
 * removed records have to be handed in as well.
 */
export function countIds(claims: readonly Claim[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const ordered = claims.toSorted(inOrder);
  for (const prefix of ['A', 'I', 'R', 'D'] as const) {
    countOne(
      ordered.filter((claim) => claim.prefix === prefix),
      ids,
    );
  }
  return ids;
}
