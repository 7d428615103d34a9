import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import type { JsonObject, JsonValue } from './json-tree.ts';

export type YamlDocuments =
  | { readonly kind: 'read'; readonly roots: readonly JsonValue[] }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** More than any file of objectives or of a catalogue. */
const LONGEST = 4 * 1024 * 1024;
const TOO_LONG =
  'This YAML has more than 4 million characters. Bring the objectives or the catalogue in parts.';
const TOO_DEEP = 'This YAML is nested too deep to be a list of objectives or a catalogue. Nothing was read.';
/** Names of a value may stand for it this often in one file; more is a file made to grow. */
const MOST_ALIASES = 1000;
const DEEPEST = 200;

type Walk = { readonly document: Document; readonly lines: LineCounter; aliases: number };

function lineOf(node: { readonly range?: readonly number[] | null | undefined }, walk: Walk): number {
  return walk.lines.linePos(node.range?.[0] ?? 0).line;
}

function scalar(value: unknown, source: string | undefined): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  const written = source ?? String(value);
  return typeof value === 'number' && String(value) === written ? value : { kind: 'number', text: written };
}

function keyText(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : '';
}

/** Keys of a map; what `<<` merges comes first, so that the map's own keys count. */
function toObject(node: unknown, walk: Walk, depth: number): JsonObject {
  const keys: string[] = [];
  const values: JsonValue[] = [];
  if (!isMap(node)) return { kind: 'object', keys, values, line: 1 };
  const merged = node.items.filter((pair) => keyText(pair.key) === '<<');
  for (const pair of [...merged, ...node.items.filter((each) => !merged.includes(each))]) {
    const value = toTree(pair.value, walk, depth + 1);
    const inside = merged.includes(pair) && typeof value === 'object' && value !== null;
    if (inside && value.kind === 'object') {
      keys.push(...value.keys);
      values.push(...value.values);
      continue;
    }
    keys.push(keyText(pair.key));
    values.push(value);
  }
  return { kind: 'object', keys, values, line: lineOf(node, walk) };
}

function toTree(node: unknown, walk: Walk, depth: number): JsonValue {
  if (depth > DEEPEST) throw new RangeError('too deep');
  if (isAlias(node)) {
    walk.aliases += 1;
    if (walk.aliases > MOST_ALIASES) throw new RangeError('too many aliases');
    return toTree(node.resolve(walk.document), walk, depth + 1);
  }
  if (isMap(node)) return toObject(node, walk, depth);
  if (isSeq(node)) {
    const items = node.items.map((item) => toTree(item, walk, depth + 1));
    return { kind: 'list', items, line: lineOf(node, walk) };
  }
  return isScalar(node) ? scalar(node.value, node.source) : null;
}

/** Reads the documents of a YAML text, or says in one sentence why it cannot. Empty documents are left out. */
export function parseYaml(text: string): YamlDocuments {
  if (text.length > LONGEST) return { kind: 'wrong', sentence: TOO_LONG };
  const lines = new LineCounter();
  try {
    const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
    const all: readonly Document[] = Array.isArray(documents) ? documents : [];
    const [error] = all.flatMap((document) => document.errors);
    if (error !== undefined) {
      const { line } = lines.linePos(error.pos[0]);
      const sentence = `This YAML has an error in line ${line}, so nothing was read. Correct it there and bring it again.`;
      return { kind: 'wrong', sentence };
    }
    const filled = all.filter((document) => document.contents !== null);
    const roots = filled.map((document) => toTree(document.contents, { document, lines, aliases: 0 }, 0));
    return { kind: 'read', roots: roots.filter((root) => root !== null) };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'wrong', sentence: TOO_DEEP };
    throw error;
  }
}
