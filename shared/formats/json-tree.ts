/** A number whose text a JavaScript number would not give back (`1.50`, `12345678901234567890`). */
export type JsonNumber = { readonly kind: 'number'; readonly text: string };
export type JsonList = { readonly kind: 'list'; readonly items: readonly JsonValue[]; readonly line: number };
/**
 * An object as columns of equal length: no key, however hostile, is ever a property. A repeated key stands twice and
 * the last one counts.
 */
export type JsonObject = {
  readonly kind: 'object';
  readonly keys: readonly string[];
  readonly values: readonly JsonValue[];
  /** Line on which it begins, from 1. */
  readonly line: number;
};
export type JsonValue = null | boolean | number | string | JsonNumber | JsonList | JsonObject;

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && value.kind === 'object';
}

export function isList(value: JsonValue | undefined): value is JsonList {
  return typeof value === 'object' && value !== null && value.kind === 'list';
}

/** Value of a key; undefined where the value is no object or has no such key. */
export function field(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (!isObject(value)) return undefined;
  const at = value.keys.lastIndexOf(key);
  return at < 0 ? undefined : value.values[at];
}

/** Value at the end of a path of keys (`descriptor.timestamp`). */
export function at(value: JsonValue | undefined, path: string): JsonValue | undefined {
  let found = value;
  for (const key of path.split('.')) found = field(found, key);
  return found;
}

/** Items of a list; none where the value is no list. */
export function items(value: JsonValue | undefined): readonly JsonValue[] {
  return isList(value) ? value.items : [];
}

/** Objects among the items of a list. */
export function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return items(value).filter(isObject);
}

/** Text of a scalar as the file has it; empty for null, for lists and objects, and where there is none. */
export function text(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  return value.kind === 'number' ? value.text : '';
}

/** The first of several values that has a text. */
export function firstText(...values: readonly (JsonValue | undefined)[]): string {
  return values.map(text).find((each) => each !== '') ?? '';
}

/** Number of a scalar, also of one in quotes; NaN where it is none. */
export function numberOf(value: JsonValue | undefined): number {
  const written = text(value).trim();
  return written === '' ? Number.NaN : Number(written);
}
