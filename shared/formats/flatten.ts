import { headerTokens } from '#shared/tabular/table-column.ts';
import {
  field,
  isList,
  isObject,
  type JsonList,
  type JsonObject,
  type JsonValue,
  text,
} from './json-tree.ts';

/** Deeper objects of a row are left out: no measure and no name stands there. */
const DEEPEST_CELL = 12;
/** So many lists of a column tell what it holds. */
const MOST_LOOKED_AT = 1000;
const NAMES = ['name', 'summary', 'displayName', 'display_name', 'title', 'label', 'key', 'login', 'value'];
/** Columns whose lists are names even where they have digits in them (`tier-1`, `checkout-v2`). */
const NAME_WORDS = new Set(
  'alias aliases version versions id ids identifiers references urls key keys label labels tag tags team teams service services component components environment environments owner owners group groups type types category categories'.split(
    ' ',
  ),
);

/** Objects as rows of cells: nested objects as dotted names, in the order in which they first appear. */
export type Flattened = {
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** Columns of lists whose cells hold how many there are. */
  readonly counted: readonly string[];
};

/** A list that stands in a row's column, until it is known whether its column counts or names. */
type ListCell = { readonly row: number; readonly list: JsonList };

function nameIn(value: JsonValue): string {
  if (!isObject(value)) return text(value);
  return NAMES.map((key) => text(field(value, key))).find((name) => name !== '') ?? '';
}

/** Whether the lists of a column are counted: things without a name, or names that only a machine reads. */
function isCounted(header: string, lists: readonly ListCell[]): boolean {
  const all = lists.slice(0, MOST_LOOKED_AT).flatMap(({ list }) => list.items);
  const tokens = headerTokens(header);
  if (all.some(isObject)) return all.every((each) => nameIn(each) === '');
  if (all.some(isList)) return true;
  if (tokens.some((token) => NAME_WORDS.has(token))) return false;
  const texts = all.map(text).filter((each) => each !== '');
  const coded = texts.filter((each) => /\d/.test(each) || each.includes('/')).length;
  return texts.length > 0 && coded > texts.length / 2;
}

function listText(list: JsonList): string {
  return list.items
    .map(nameIn)
    .filter((name) => name !== '')
    .join(', ');
}

function place(columns: Map<string, number>, name: string): number {
  const known = columns.get(name);
  if (known !== undefined) return known;
  columns.set(name, columns.size);
  return columns.size - 1;
}

type Columns = {
  readonly places: Map<string, number>;
  /** Lists by the position of their column. */
  readonly lists: Map<number, ListCell[]>;
  /** Columns that hold more than null. */
  readonly filled: Set<number>;
};

function flattenObject(root: JsonObject, row: number, columns: Columns): string[] {
  // Rows are as wide as those before them as a rule: room that is made at once is not made twice.
  const cells = new Array<string>(columns.places.size).fill('');
  const walk = (object: JsonObject, prefix: string, depth: number): void => {
    for (let index = 0; index < object.keys.length; index += 1) {
      const key = object.keys[index] ?? '';
      const value = object.values[index];
      if (isObject(value)) {
        if (depth < DEEPEST_CELL && value.keys.length > 0) walk(value, `${prefix}${key}.`, depth + 1);
        continue;
      }
      const column = place(columns.places, prefix === '' ? key : prefix + key);
      while (cells.length < column) cells.push('');
      cells[column] = text(value);
      if (value !== null) columns.filled.add(column);
      if (!isList(value)) continue;
      const others = columns.lists.get(column) ?? [];
      others.push({ row, list: value });
      columns.lists.set(column, others);
    }
  };
  walk(root, '', 0);
  return cells;
}

/** Leaves out columns that are null where other rows have an object: its values have columns of their own. */
function withoutNulls(
  header: readonly string[],
  cells: readonly string[][],
  filled: ReadonlySet<number>,
): Pick<Flattened, 'header' | 'cells'> {
  const isNull = (name: string, column: number): boolean =>
    !filled.has(column) && header.some((other) => other.startsWith(`${name}.`));
  const kept = header.flatMap((name, column) => (isNull(name, column) ? [] : [column]));
  if (kept.length === header.length) return { header, cells };
  return {
    header: kept.map((column) => header[column] ?? ''),
    cells: cells.map((row) => kept.map((column) => row[column] ?? '')),
  };
}

/** Turns objects into rows of cells under one header. */
export function flatten(rows: readonly JsonObject[]): Flattened {
  const columns: Columns = { places: new Map(), lists: new Map(), filled: new Set() };
  const cells = rows.map((row, index) => flattenObject(row, index, columns));
  const header = [...columns.places.keys()];
  for (const row of cells) while (row.length < header.length) row.push('');
  const counted: string[] = [];
  for (const [column, lists] of columns.lists) {
    const name = header[column] ?? '';
    const isCount = isCounted(name, lists);
    if (isCount) counted.push(name);
    for (const { row, list } of lists) {
      const own = cells[row];
      if (own !== undefined) own[column] = isCount ? String(list.items.length) : listText(list);
    }
  }
  return { ...withoutNulls(header, cells, columns.filled), counted };
}
