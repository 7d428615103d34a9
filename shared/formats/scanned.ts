import { catalogueMetric, toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
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

/** Counts of a scan of one asset are that asset's: what a file of one asset has in all is not the organization's. */
export function onScannedAsset(derivation: Derivation | null, table: Table): Derivation | null {
  const asset = table.format?.scan?.asset;
  if (derivation === null || asset === undefined) return derivation;
  const all = derivation.series.filter((series) => series.header.entity === 'organization');
  const series = all.map((each) => ({ ...each, header: { ...each.header, entity: asset } }));
  return { ...derivation, series };
}
