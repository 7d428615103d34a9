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
const NAMES = ['name', 'summary', 'displayName', 'display_name', 'title', 'label', 'key', 'login', 'value'];
/** Columns whose lists are names even where they have digits in them (`tier-1`, `checkout-v2`). */
const NAME_WORDS = new Set(
  'label labels tag tags team teams service services component components environment environments owner owners group groups type types category categories'.split(
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

type Cell = string | JsonList;

function nameIn(value: JsonValue): string {
  if (!isObject(value)) return text(value);
  return NAMES.map((key) => text(field(value, key))).find((name) => name !== '') ?? '';
}

/** Whether the lists of a column are counted: things without a name, or names that only a machine reads. */
function isCounted(header: string, lists: readonly JsonList[]): boolean {
  const all = lists.flatMap((list) => list.items);
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

function flattenObject(root: JsonObject, columns: Map<string, number>): Cell[] {
  const cells: Cell[] = [];
  const walk = (object: JsonObject, prefix: string, depth: number): void => {
    object.keys.forEach((key, index) => {
      const value = object.values[index];
      if (isObject(value)) {
        if (depth < DEEPEST_CELL && value.keys.length > 0) walk(value, `${prefix}${key}.`, depth + 1);
        return;
      }
      cells[place(columns, prefix + key)] = isList(value) ? value : text(value);
    });
  };
  walk(root, '', 0);
  return cells;
}

/** Turns objects into rows of cells under one header. */
export function flatten(rows: readonly JsonObject[]): Flattened {
  const columns = new Map<string, number>();
  const flat = rows.map((row) => flattenObject(row, columns));
  const header = [...columns.keys()];
  const counted = new Set<number>();
  header.forEach((name, index) => {
    const lists = flat.flatMap((cells) => {
      const cell = cells[index];
      return cell === undefined || typeof cell === 'string' ? [] : [cell];
    });
    if (lists.length > 0 && isCounted(name, lists)) counted.add(index);
  });
  const render = (cell: Cell | undefined, index: number): string => {
    if (cell === undefined || typeof cell === 'string') return cell ?? '';
    return counted.has(index) ? String(cell.items.length) : listText(cell);
  };
  return {
    header,
    cells: flat.map((cells) => header.map((_, index) => render(cells[index], index))),
    counted: header.filter((_, index) => counted.has(index)),
  };
}
