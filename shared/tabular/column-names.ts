import type { HeaderPlace } from '#shared/tabular/header.ts';
import type { Records } from '#shared/tabular/records.ts';
import { unitNamed } from '#shared/tabular/units.ts';

/** A column as its header names it. `upper` and `lower` are the two rows of a header of two. */
export type ColumnName = {
  /** Told apart from every other: `value`, `value (2)`, `column 5`. */
  readonly name: string;
  /** Text as in the file, trimmed, in one line. */
  readonly header: string;
  /** Which of the columns with this header it is, from 1. */
  readonly occurrence: number;
  readonly upper: string;
  readonly lower: string;
};

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

function oneLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** The first name of a header that stands in a remark (`# date`). */
function withoutMark(text: string, field: number): string {
  return field === 0 ? text.replace(/^#\s?(?=\p{L})/u, '') : text;
}

function joined(upper: string, lower: string): string {
  return [upper, lower].filter((part) => part !== '').join(' ');
}

/** A name with the unit of the row below it, in brackets. */
function withUnit(name: string, unit: string): string {
  const bare = unit.replace(/^[([]|[)\]]$/g, '');
  return name === '' || unitNamed(bare) === null ? name : `${name} (${bare})`;
}

/** Names of all columns: two rows are joined, the upper one filled to the right; repeated ones are numbered. */
export function columnNames(records: Records, place: HeaderPlace): readonly ColumnName[] {
  const [first, second] = place.records;
  const seen = new Map<string, number>();
  const columns: ColumnName[] = [];
  let filled = '';
  for (let field = 0; field < place.width; field += 1) {
    const above = first === undefined ? '' : withoutMark(oneLine(records.text(first, field)), field);
    const below = second === undefined ? '' : oneLine(records.text(second, field));
    if (above !== '') filled = above;
    const upper = second !== undefined && above === '' && below !== '' ? filled : above;
    const header = place.hasUnits === true ? withUnit(above, below) : joined(upper, below);
    const key = header.toLowerCase();
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    const repeated = occurrence === 1 ? header : `${header} (${occurrence})`;
    columns.push({
      name: header === '' ? `column ${field + 1}` : repeated,
      header,
      occurrence,
      upper: place.hasUnits === true ? header : upper,
      lower: place.hasUnits === true ? '' : below,
    });
  }
  return columns;
}

/** The key under which a mapping is remembered: every header, normalised, in an order of its own. */
export function headerSignature(columns: readonly ColumnName[]): string | null {
  const keys = columns
    .map((column) => column.header.normalize('NFKC').toLowerCase())
    .filter((key) => key !== '');
  return keys.length === 0 ? null : keys.toSorted().join('\u001f');
}
