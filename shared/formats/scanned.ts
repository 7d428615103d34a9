import { catalogueMetric, toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
import { NOT_ASSIGNED } from '#shared/series/derivations/event-entity.ts';
import type { Derivation } from '#shared/tabular/event-table.ts';
import type { Table } from '#shared/tabular/table.ts';

const OPEN = ['open-critical-cves', 'open-high-cves', 'cves-past-deadline'].map(catalogueMetric);

/** Whether the file says that a scan found nothing: zero was measured, which is not missing. */
export function isCleanScan(table: Table): boolean {
  return table.format?.scan?.found === 0;
}

/** The zeros of a scan that found nothing; null for any other file. */
export function cleanScan(table: Table): Derivation | null {
  const asset = table.format?.scan?.asset;
  const start = table.asOf;
  if (!isCleanScan(table) || asset === undefined || start === null) return null;
  const points = OPEN.map((metric) => ({ metric, entity: asset, start, value: 0, line: 1 }));
  return { kind: 'findings', series: toDerivedSeries(points, 'day'), notes: [] };
}

/** The one asset that every finding of a table is on; null where there are several, or none is named. */
function onlyAsset({ kind, series }: Derivation, table: Table): string | null {
  if (kind !== 'findings' || table.format !== null) return null;
  const named = new Set(
    series.map((each) => each.header.entity).filter((entity) => entity !== 'organization'),
  );
  const [asset = NOT_ASSIGNED] = named;
  const isOnly = table.layout.entity?.profile.distinct.size === 1 && named.size === 1;
  return isOnly && asset !== NOT_ASSIGNED ? asset : null;
}

/** Counts of a scan of one asset are that asset's: what a file of one asset has in all is not the organization's. */
export function onScannedAsset(derivation: Derivation | null, table: Table): Derivation | null {
  if (derivation === null) return null;
  const asset = table.format?.scan?.asset ?? onlyAsset(derivation, table);
  if (asset === null) return derivation;
  const all = derivation.series.filter((series) => series.header.entity === 'organization');
  const series = all.map((each) => ({ ...each, header: { ...each.header, entity: asset } }));
  return { ...derivation, series };
}
