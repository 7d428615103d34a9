import { field, isList, isObject, type JsonObject, type JsonValue, numberOf, objects } from './json-tree.ts';

/** Lists inside rows that hold the rows proper, the best first. */
const HOLDS_ROWS =
  'vulnerabilities vulns findings packages groups buckets breakdown line_items lineItems objectives'.split(
    ' ',
  );
/** Rows inside which no further rows stand. */
const FINAL = /^(?:vuln|finding)/i;
/** Lists that tell something about a row and are no rows, whatever numbers stand in them. */
const ABOUT_ROW =
  /label|tag|assign|comment|review|commit|file|owner|team|user|member|participant|link|relation|responder|attach|event|note/i;
const IDENTIFIER = /(?:^|_)(?:id|iid|number|no|port|index|rank)$|Id$/;
const DEEPEST = 3;
const LOOKED_AT = 200;

function holdsNumber(object: JsonObject, depth: number): boolean {
  return object.keys.some((key, index) => {
    const value: JsonValue | undefined = object.values[index];
    if (isObject(value)) return depth > 0 && holdsNumber(value, depth - 1);
    return typeof value !== 'boolean' && !IDENTIFIER.test(key) && !Number.isNaN(numberOf(value));
  });
}

/** Key of the list inside each row that holds the rows proper; null where a row is one itself. */
function rowsKey(rows: readonly JsonObject[]): string | null {
  const looked = rows.slice(0, LOOKED_AT);
  const lists = [...new Set(looked.flatMap((row) => row.keys))].filter((key) =>
    looked.some((row) => objects(field(row, key)).length > 0),
  );
  const named = HOLDS_ROWS.find((key) => lists.includes(key) || lists.includes(capitalised(key)));
  if (named !== undefined) return lists.includes(named) ? named : capitalised(named);
  const [only, second] = lists.filter((key) => !ABOUT_ROW.test(key));
  if (only === undefined || second !== undefined || looked.some((row) => holdsNumber(row, 2))) return null;
  return looked.some((row) => objects(field(row, only)).some((inner) => holdsNumber(inner, 2))) ? only : null;
}

function capitalised(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

/** A row of the inner list with what the outer row says; equal keys stay apart. */
function joined(outer: JsonObject, key: string, inner: JsonObject): JsonObject {
  const kept = outer.keys.flatMap((each, index) => (each === key ? [] : [index]));
  const keys = kept.map((index) => outer.keys[index] ?? '');
  const taken = new Set(keys);
  return {
    kind: 'object',
    keys: [...keys, ...inner.keys.map((each) => (taken.has(each) ? `${key}.${each}` : each))],
    values: [...kept.map((index) => outer.values[index] ?? null), ...inner.values],
    line: inner.line,
  };
}

/** Rows that stand in lists inside the rows of a document: costs by group, vulnerabilities by package. */
export function nestedRows(rows: readonly JsonObject[]): {
  readonly rows: readonly JsonObject[];
  readonly path: string;
} {
  let found = rows;
  const path: string[] = [];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const key = rowsKey(found);
    if (key === null || FINAL.test(path[path.length - 1] ?? '')) break;
    path.push(key);
    found = found.flatMap((row) => {
      const list = field(row, key);
      return isList(list) ? objects(list).map((inner) => joined(row, key, inner)) : [];
    });
  }
  return { rows: found, path: path.join('.') };
}
