import type { EventColumns, EventRole } from '#shared/series/derivations/event-columns.ts';
import type { EventKind, KindSignature } from '#shared/series/derivations/event-kinds.ts';
import { KIND_SIGNATURES } from '#shared/series/derivations/event-kinds.ts';
import { serviceColumns } from '#shared/series/derivations/service-columns.ts';

export type RecognizedEvents = { readonly kind: EventKind; readonly columns: EventColumns };

function normalised(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isOneOf(header: string, telling: readonly string[]): boolean {
  return telling.some((word) =>
    word.endsWith('*') ? header.startsWith(word.slice(0, -1)) : header === word,
  );
}

function columnsOf(signature: KindSignature, headers: readonly string[]): EventColumns {
  const taken = new Set<number>();
  const columns: Partial<Record<EventRole, number>> = {};
  for (const [role, names] of signature.roles) {
    const column = names
      .map((name) => headers.findIndex((header, index) => header === name && !taken.has(index)))
      .find((index) => index >= 0);
    if (column === undefined) continue;
    taken.add(column);
    columns[role] = column;
  }
  return columns;
}

/**
 * What the rows of a file stand for, by its headers alone, and which column plays which role. A subset of a tool's
 * headers is enough and additional columns do no harm; null when nothing fits.
 */
export function recognizeEventKind(headers: readonly string[]): RecognizedEvents | null {
  if (serviceColumns(headers) !== null) return { kind: 'costs', columns: { date: 0 } };
  const names = headers.map(normalised);
  for (const signature of KIND_SIGNATURES) {
    if (!names.some((name) => isOneOf(name, signature.telling))) continue;
    if (names.some((name) => isOneOf(name, signature.never))) continue;
    const columns = columnsOf(signature, names);
    if (signature.needs.every((roles) => roles.some((role) => columns[role] !== undefined))) {
      return { kind: signature.kind, columns };
    }
  }
  return null;
}
