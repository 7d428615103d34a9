import type { ReadOwner } from '#shared/tabular/reading.ts';
import { type CellTable, cellTable } from './cell-table.ts';
import { at, field, isObject, type JsonObject, type JsonValue, text } from './json-tree.ts';

/** Kinds that people and places have; they are owners, not owned. */
const NOT_OWNED = new Set(['user', 'group', 'location', 'template']);
const NOBODY = /^(?:unknown|none|n\/a|tbd|todo|nobody|-|\?)$/i;

/** `group:default/payments` is `payments`. */
function ownerName(reference: string): string {
  return reference
    .replace(/^[a-z]+:/i, '')
    .replace(/^[^/]{1,63}\//, '')
    .trim();
}

type Entity = ReadOwner & {
  readonly named: string;
  readonly type: string;
  readonly lifecycle: string;
  readonly system: string;
};

function entityOf(root: JsonObject): Entity {
  const named = ownerName(text(at(root, 'spec.owner')));
  return {
    entity: text(at(root, 'metadata.name')),
    kind: text(field(root, 'kind')),
    owner: named === '' || NOBODY.test(named) ? null : named,
    line: root.line,
    named,
    type: text(at(root, 'spec.type')),
    lifecycle: text(at(root, 'spec.lifecycle')),
    system: text(at(root, 'spec.system')),
  };
}

const HEADER = ['name', 'kind', 'type', 'owner', 'lifecycle', 'system'];
const ROLES = ['entity', 'dimension', 'dimension', 'dimension', 'dimension', 'dimension'] as const;

function isEntity(root: JsonValue): root is JsonObject {
  return isObject(root) && text(field(root, 'apiVersion')).startsWith('backstage.io/');
}

/** Owners by a Backstage catalogue; null when there is no such document. */
export function readBackstage(roots: readonly JsonValue[]): CellTable | null {
  const declared = roots.filter(isEntity);
  if (declared.length === 0) return null;
  const entities = declared.map(entityOf).filter(({ kind }) => !NOT_OWNED.has(kind.toLowerCase()));
  const orphans = entities.filter(({ owner, kind }) => owner === null && kind === 'Component');
  const without =
    orphans.length === 0
      ? 'every component has an owner'
      : `without an owner: ${orphans
          .map(({ entity }) => entity)
          .slice(0, 5)
          .join(', ')}`;
  const count = entities.length === 1 ? '1 entity' : `${entities.length} entities`;
  return cellTable({
    type: 'backstage',
    from: 'one document for each entity',
    header: HEADER,
    rows: entities.map((each) => ({
      line: each.line,
      cells: [each.entity, each.kind, each.type, each.named, each.lifecycle, each.system],
    })),
    settings: {
      shape: 'targets',
      columns: HEADER.map((name, index) => ({ name, occurrence: 1, role: ROLES[index] ?? 'dimension' })),
    },
    owners: entities.map(({ entity, kind, owner, line }) => ({ entity, kind, owner, line })),
    sentence: `A catalogue of ${count}, ${without}: owners, no measured values.`,
  });
}
