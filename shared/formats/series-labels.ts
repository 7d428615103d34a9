import { field, isList, isObject, type JsonObject, type JsonValue, text } from './json-tree.ts';

/** Keys that name what is measured, the best first, by the end of their path. */
const METRIC_KEYS =
  '__name__ metric metricId metricName metric_name metric.type target measurement name.localizedValue name.value displayName display_name queryName name label key title'.split(
    ' ',
  );
const UNIT_KEYS = ['unit', 'units', 'Unit'];
const DEEPEST = 3;
const LONGEST = 120;

/** Scalars of an object and of the objects inside it, by dotted paths; lists of names and values are labels too. */
function scalars(object: JsonObject): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let level: readonly { readonly object: JsonObject; readonly prefix: string }[] = [{ object, prefix: '' }];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const next: { object: JsonObject; prefix: string }[] = [];
    for (const each of level) {
      each.object.keys.forEach((key, index) => {
        const value: JsonValue | undefined = each.object.values[index];
        const path = each.prefix + key;
        if (isObject(value)) next.push({ object: value, prefix: `${path}.` });
        else if (isList(value)) for (const [name, written] of namedValues(value)) found.set(name, written);
        else if (text(value) !== '' && text(value).length <= LONGEST) found.set(path, text(value));
      });
    }
    level = next;
  }
  return found;
}

/** Labels as a list of names and values (`[{"name": {"value": "host"}, "value": "a"}]`). */
function namedValues(list: JsonValue): readonly (readonly [string, string])[] {
  if (!isList(list)) return [];
  return list.items.filter(isObject).flatMap((item): readonly (readonly [string, string])[] => {
    const name = field(item, 'name') ?? field(item, 'Name');
    const key = isObject(name) ? text(field(name, 'value')) : text(name);
    const value = text(field(item, 'value') ?? field(item, 'Value'));
    return key === '' || value === '' || item.keys.length > 3 ? [] : [[key, value]];
  });
}

function first(chain: readonly JsonObject[], keys: readonly string[]): string {
  for (const object of chain) {
    const found = scalars(object);
    for (const key of keys) {
      const exact = found.get(key) ?? [...found].find(([path]) => path.endsWith(`.${key}`))?.[1];
      if (exact !== undefined && exact.length > 1) return exact;
    }
  }
  return '';
}

/** Name of what a series measures, from the object that holds it outwards; empty when none of them says it. */
export function metricIn(chain: readonly JsonObject[]): string {
  return first(chain, METRIC_KEYS);
}

/** Unit that the objects around a series give; empty for none, and for the 1 of a plain count. */
export function unitIn(chain: readonly JsonObject[]): string {
  return first(chain, UNIT_KEYS);
}

/** Labels of a series by the last part of their paths, those of the innermost object first. */
export function labelsOf(chain: readonly JsonObject[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const named = new Set([metricIn(chain), unitIn(chain)]);
  for (const object of chain) {
    for (const [path, value] of scalars(object)) {
      const name = path.slice(path.lastIndexOf('.', path.length - 2) + 1);
      if (!labels.has(name) && !named.has(value)) labels.set(name, value);
    }
  }
  return labels;
}
