import type { EventColumns, EventRole } from '#shared/series/derivations/event-columns.ts';
import type { EventKind, KindSignature } from '#shared/series/derivations/event-kinds.ts';
import { KIND_SIGNATURES } from '#shared/series/derivations/kind-signatures.ts';
import { serviceColumns } from '#shared/series/derivations/service-columns.ts';

export type RecognizedEvents = { readonly kind: EventKind; readonly columns: EventColumns };

/** A zone behind a header (`Created On (America/New_York)`) says nothing about what the column is. */
const ZONE = /\s?\((?:utc|gmt|[a-z]{1,4}t|[a-z]+\/[a-z_/]+)(?:[+-]\d{1,2})?\)/gi;

export function normalised(header: string): string {
  return header
    .normalize('NFKC')
    .replace(ZONE, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isOneOf(header: string, telling: readonly string[]): boolean {
  return telling.some((word) =>
    word.endsWith('*') ? header.startsWith(word.slice(0, -1)) : header === word,
  );
}

/** Roles that only a column of dates can play. */
const MOMENTS: ReadonlySet<EventRole> = new Set([
  'finished',
  'first-commit',
  'opened',
  'first-review',
  'merged',
  'deployed',
  'started',
  'resolved',
  'first-seen',
  'date',
  'due',
  'blocked-since',
]);

/** The column that plays each role of a signature, of headers in normalised form; best header first, each column once. */
export function columnsOf(
  signature: Pick<KindSignature, 'roles'>,
  headers: readonly string[],
  isDate: IsDate,
): EventColumns {
  const taken = new Set<number>();
  const columns: Partial<Record<EventRole, number>> = {};
  for (const [role, names] of signature.roles) {
    const fits = (index: number) => !taken.has(index) && (!MOMENTS.has(role) || isDate(index));
    const column = names
      .map((name) => headers.findIndex((header, index) => header === name && fits(index)))
      .find((index) => index >= 0);
    if (column === undefined) continue;
    taken.add(column);
    columns[role] = column;
  }
  return columns;
}

type IsDate = (column: number) => boolean;

/**
 * What the rows of a file stand for, by its headers, and which column plays which role. A subset of a tool's headers
 * is enough and additional columns do no harm; null when nothing fits. `isDate` says which columns hold dates.
 */
export function recognizeEventKind(
  headers: readonly string[],
  isDate: IsDate = () => true,
): RecognizedEvents | null {
  if (serviceColumns(headers) !== null) return isDate(0) ? { kind: 'costs', columns: { date: 0 } } : null;
  const names = headers.map(normalised);
  for (const signature of KIND_SIGNATURES) {
    if (!names.some((name) => isOneOf(name, signature.telling))) continue;
    if (names.some((name) => isOneOf(name, signature.never))) continue;
    const columns = columnsOf(signature, names, isDate);
    if (signature.needs.every((roles) => roles.some((role) => columns[role] !== undefined))) {
      return { kind: signature.kind, columns };
    }
  }
  return null;
}
