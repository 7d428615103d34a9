import type { ColumnSetting, ReadSettings, RejectedRow } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { RejectLog } from '#shared/tabular/reject-log.ts';
import type { RowParts } from '#shared/tabular/row-parts.ts';

function isSame(one: ColumnSetting, other: ColumnSetting): boolean {
  return one.name === other.name && one.occurrence === other.occurrence;
}

/** What a person decided, and for everything else what the format proposes. */
export function withProposals(proposed: ReadSettings, decided: ReadSettings): ReadSettings {
  const own = decided.columns ?? [];
  const rest = (proposed.columns ?? []).map((column) => ({
    ...column,
    ...own.find((each) => isSame(each, column)),
  }));
  const added = own.filter((column) => !rest.some((each) => isSame(each, column)));
  const columns = [...rest, ...added];
  return { ...proposed, ...decided, ...(columns.length === 0 ? {} : { columns }) };
}

/** Every record below the keys is data: objects have no totals, notes or titles among them. */
export function wholeRows(records: Records, rejected: readonly RejectedRow[], rejects: RejectLog): RowParts {
  for (const row of rejected) rejects.add(row);
  return {
    data: Uint32Array.from({ length: records.count - 1 }, (_, index) => index + 1),
    excluded: [],
    caption: null,
    title: [],
    secondTable: null,
    sections: [],
  };
}

const WRAPPER = /^(?:attributes|fields|properties|node|metadata|spec)\./;
const NAME = /\.(?:name|summary|displayName|display_name|title)$/;

/** Header texts by which derivations know a column: `fields.status.name` is the status. Equal names stay as they are. */
export function eventNames(
  columns: readonly { readonly name: string }[],
  isNested: boolean,
): readonly string[] {
  const names = columns.map((column) => column.name);
  if (!isNested) return names;
  const taken = new Set(names);
  return names.map((name) => {
    const short = name.replace(WRAPPER, '').replace(NAME, '');
    if (short === name || taken.has(short)) return name;
    taken.add(short);
    return short;
  });
}
