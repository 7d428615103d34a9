import type { Warning } from '#shared/tabular/reading.ts';
import { type CellTable, cellTable } from './cell-table.ts';
import { flatten } from './flatten.ts';
import { field, isList, isObject, type JsonObject, type JsonValue, objects, text } from './json-tree.ts';

function isIncident(each: JsonObject): boolean {
  return field(each, 'impact') !== undefined && isList(field(each, 'incident_updates'));
}

/** Incidents of a Statuspage, each on the first component that it names; null when the document is none. */
export function readStatuspage(root: JsonValue): CellTable | null {
  const list = field(root, 'incidents');
  const incidents = objects(list);
  if (
    !isList(list) ||
    !incidents.every(isIncident) ||
    (incidents.length === 0 && !isObject(field(root, 'page')))
  ) {
    return null;
  }
  const { header, cells } = flatten(incidents);
  const first = incidents.map((each) => text(field(objects(field(each, 'components'))[0], 'name')));
  const several = incidents.filter((each) => objects(field(each, 'components')).length > 1).length;
  const message = `${several} of the incidents ${several === 1 ? 'names' : 'name'} several components and counts on the first.`;
  const warnings: readonly Warning[] = several === 0 ? [] : [{ code: 'several-components', message }];
  return cellTable({
    type: 'statuspage',
    header: incidents.length === 0 ? ['started_at', 'impact'] : [...header, 'component'],
    rows: cells.map((row, index) => ({
      line: incidents[index]?.line ?? 0,
      cells: [...row, first[index] ?? ''],
    })),
    from: 'incidents',
    warnings,
    settings: { columns: [{ name: 'component', occurrence: 1, role: 'entity' }] },
  });
}
