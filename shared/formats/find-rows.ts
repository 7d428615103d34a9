import type { RowsChoice } from './cell-table.ts';
import {
  field,
  isList,
  isObject,
  type JsonList,
  type JsonObject,
  type JsonValue,
  objects,
} from './json-tree.ts';

/** Where the rows of a document stand. */
export type FoundRows = {
  readonly rows: readonly JsonObject[];
  /** Path of keys to the list, or what the whole is. */
  readonly from: string;
  /** The object that holds the list, with what it says about all rows; null for a bare list. */
  readonly envelope: JsonObject | null;
  /** Other lists of objects that are not read, with their paths. */
  readonly others: readonly string[];
  /** Lists of which nothing says which one is meant, the likeliest first; absent or empty where it is clear. */
  readonly choices?: readonly RowsChoice[];
};

const USUAL = new Set(
  'incidents items data results result reports rows values value records entries alerts issues deployments nodes edges hits series events list content elements metrics points vulnerabilities findings pulls runs'.split(
    ' ',
  ),
);
const DEEPEST_LIST = 6;

type Candidate = { readonly list: JsonList; readonly path: readonly string[]; readonly holder: JsonObject };

/** Lists of objects outside of other lists, and empty lists under a usual name, the nearest first. */
function candidates(root: JsonObject): readonly Candidate[] {
  const found: Candidate[] = [];
  let level: readonly { readonly object: JsonObject; readonly path: readonly string[] }[] = [
    { object: root, path: [] },
  ];
  for (let depth = 0; depth < DEEPEST_LIST && level.length > 0; depth += 1) {
    const next: { object: JsonObject; path: readonly string[] }[] = [];
    for (const { object, path } of level) {
      object.keys.forEach((key, index) => {
        const value = object.values[index];
        const here = [...path, key];
        if (isObject(value)) next.push({ object: value, path: here });
        if (!isList(value)) return;
        const rows = objects(value).length;
        if (rows > 0 && rows >= value.items.length / 2)
          found.push({ list: value, path: here, holder: object });
        else if (value.items.length === 0 && isUsual(key))
          found.push({ list: value, path: here, holder: object });
      });
    }
    level = next;
  }
  return found;
}

/** Whether nothing else in the document can be meant: a usual name, or no other list of several rows. */
function isClear(likeliest: Candidate, others: readonly Candidate[]): boolean {
  return isUsual(likeliest.path.at(-1)) || others.every(({ list }) => list.items.length < 2);
}

function choiceOf({ list, path }: Candidate): RowsChoice {
  const rows = objects(list);
  const [first] = rows;
  return { path: path.join('.'), rows: rows.length, keys: first?.keys.slice(0, 4) ?? [] };
}

function isUsual(key: string | undefined): boolean {
  return USUAL.has((key ?? '').toLowerCase());
}

function better(one: Candidate, other: Candidate): boolean {
  const filled = (each: Candidate): number => (each.list.items.length > 0 ? 1 : 0);
  if (filled(one) !== filled(other)) return filled(one) > filled(other);
  const usual = (each: Candidate): number => (isUsual(each.path[each.path.length - 1]) ? 1 : 0);
  if (usual(one) !== usual(other)) return usual(one) > usual(other);
  if (one.path.length !== other.path.length) return one.path.length < other.path.length;
  return one.list.items.length > other.list.items.length;
}

const WRAPPERS = ['_source', 'node', 'result'];

/** The row inside an item that only wraps it, as searches (`_source`), graphs (`node`) and logs (`result`) do. */
function unwrapped(item: JsonObject): JsonObject {
  for (const key of WRAPPERS) {
    const inside = field(item, key);
    if (isObject(inside) && (key === '_source' || item.keys.length <= 2)) return inside;
  }
  return item;
}

/** Answers of one interface that follow each other, each with its part of the list. */
function pages(roots: readonly JsonValue[]): FoundRows | null {
  const [first] = roots;
  if (!isObject(first)) return null;
  const key = first.keys.find((each) => isUsual(each) && isList(field(first, each)));
  if (key === undefined) return null;
  const lists = roots.map((root) => field(root, key)).filter(isList);
  const rows = lists.flatMap((list) => objects(list));
  const whole = lists.reduce((sum, list) => sum + list.items.length, 0);
  if (lists.length < roots.length || rows.length === 0 || rows.length < whole) return null;
  return { rows: rows.map(unwrapped), from: `${key} of each page`, envelope: null, others: [] };
}

function isRecord(root: JsonObject): boolean {
  return root.values.filter((value) => !isObject(value) && !isList(value)).length >= 2;
}

const NAMED_ROWS = 2;

/** An object whose values are alike: objects by name or by day, or numbers by day. Its keys become a column. */
function keyedRows(object: JsonObject): readonly JsonObject[] | null {
  const { keys, values, line } = object;
  if (keys.length < NAMED_ROWS) return null;
  const dated = keys.every(isDayText);
  const inner = values.filter(isObject);
  const key = dated ? 'date' : 'name';
  const row = (index: number, more: JsonObject): JsonObject => ({
    kind: 'object',
    keys: [key, ...more.keys],
    values: [keys[index] ?? '', ...more.values],
    line: more.line,
  });
  if (inner.length === values.length) {
    const [first] = inner;
    const isAlike = inner.every((each) => each.keys.some((name) => first?.keys.includes(name)));
    const isFlat = inner.every((each) => each.values.some((value) => !isObject(value) && !isList(value)));
    return isAlike && isFlat ? inner.map((each, index) => row(index, each)) : null;
  }
  const plain = dated && values.every((value) => !isObject(value) && !isList(value));
  if (!plain) return null;
  return values.map((value, index) => row(index, { kind: 'object', keys: ['value'], values: [value], line }));
}

function isDayText(key: string): boolean {
  return /^\d{4}-\d{2}(?:-\d{2})?(?:$|[T ])/.test(key);
}

/** Rows by name in an object, or in the only object that it holds. */
function keyedIn(root: JsonObject): FoundRows | null {
  const rows = keyedRows(root);
  if (rows !== null) return { rows, from: 'the keys of the object', envelope: null, others: [] };
  for (let index = 0; index < root.keys.length; index += 1) {
    const value = root.values[index];
    const inside = isObject(value) ? keyedRows(value) : null;
    if (inside !== null) return { rows: inside, from: root.keys[index] ?? '', envelope: root, others: [] };
  }
  return null;
}

/** Finds the rows of a document, those under `path` where a person chose it; null when there is no list of objects. */
export function findRows(roots: readonly JsonValue[], path: string | undefined): FoundRows | null {
  const lists = roots.filter(isList);
  const [root] = roots;
  if (lists.length === roots.length) {
    const all = lists.flatMap((list) => list.items.flatMap((item) => (isList(item) ? item.items : [item])));
    const rows = all.filter(isObject).map(unwrapped);
    if (rows.length < all.length / 2) return null;
    return { rows, from: 'the list', envelope: null, others: [] };
  }
  if (roots.length > 1) {
    const paged = pages(roots);
    if (paged !== null) return paged;
    const rows = roots.filter(isObject).map(unwrapped);
    return { rows, from: 'one object on each line', envelope: null, others: [] };
  }
  if (!isObject(root)) return null;
  const found = candidates(root);
  const [first] = found;
  if (first === undefined) {
    const keyed = keyedIn(root);
    if (keyed !== null) return keyed;
    return isRecord(root) ? { rows: [root], from: 'the whole file', envelope: null, others: [] } : null;
  }
  const likeliest = found.reduce((top, each) => (better(each, top) ? each : top));
  const best = found.find((each) => each.path.join('.') === path) ?? likeliest;
  const others = found.filter((each) => each !== best && each.list.items.length > 0);
  return {
    rows: objects(best.list).map(unwrapped),
    from: best.path.join('.'),
    envelope: best.holder,
    others: others.map((each) => each.path.join('.')),
    choices: isClear(likeliest, others) ? [] : [best, ...others].map(choiceOf),
  };
}
