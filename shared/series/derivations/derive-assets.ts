import { DAY_MS, startOfDay } from '#shared/day.ts';
import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import type { DerivedMetric, DerivedPoint } from '#shared/series/derivations/derived-series.ts';
import { catalogueMetric, rateOf, toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
import type { EventColumns, EventRow, EventRows } from '#shared/series/derivations/event-columns.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import type { DerivedSeries } from '#shared/tabular/event-table.ts';

const NOBODY = /^(unknown|none|nobody|n\/?a|-|—|unassigned|tbd|\?)?$/i;
/** How registers mark an owner that is gone: `Exports (dissolved)`. */
const GONE = /\((?:dissolved|disbanded|deleted|removed|inactive|former|left)\b[^)]*\)$/i;
const ABSENT = /^(false|no|none|0|n|missing|—|-)?$/i;
/** A runbook that nobody touched for a year counts as none (catalogue, `services-without-runbook`). */
const RUNBOOK_YEAR_MS = 365 * DAY_MS;
/** The agreed level is silver unless the organization says otherwise (registers, scorecards). */
const AT_LEVEL = /^(silver|gold|platinum)$/i;

const ORPHANED = catalogueMetric('orphaned-assets');
const WITHOUT_RUNBOOK = catalogueMetric('services-without-runbook');
const WITHOUT_SLO = catalogueMetric('services-without-slo');
const COVERAGE = catalogueMetric('scorecard-coverage');

/** Whether nobody answers for the asset: no owner, one that is gone, or none of the teams that there are. */
export function isOrphan(row: EventRow, context: DerivationContext): boolean {
  const owner = row.text('owner');
  if (NOBODY.test(owner) || GONE.test(owner)) return true;
  const teams = context.teams;
  return teams !== undefined && !teams.some((team) => team.toLowerCase() === owner.toLowerCase());
}

function lacksRunbook(row: EventRow, asOf: number): boolean {
  const touched = row.moment('runbook');
  return Number.isNaN(touched) ? ABSENT.test(row.text('runbook')) : asOf - touched > RUNBOOK_YEAR_MS;
}

type Asset = {
  readonly name: string;
  readonly line: number;
  readonly orphan: boolean;
  readonly lacksRunbook: boolean;
  readonly lacksSlo: boolean;
  readonly atLevel: boolean;
};

/** Assets nobody owns, and services without a runbook, an SLO or the agreed level, on the day of the file. */
export function deriveAssets(
  rows: EventRows,
  columns: EventColumns,
  context: DerivationContext & { readonly asOf: number },
  notes: NoteCollector,
): readonly DerivedSeries[] {
  const assets = rows.read((row): Asset | null => {
    if (row.text('name') !== '') {
      return {
        name: row.text('name'),
        line: row.line,
        orphan: isOrphan(row, context),
        lacksRunbook: lacksRunbook(row, context.asOf),
        lacksSlo: ABSENT.test(row.text('slo')),
        atLevel: AT_LEVEL.test(row.text('level')),
      };
    }
    notes.row(row.line, 'left out: no name', 'filtered');
    return null;
  });
  // Where names come again the rows are measurements of them over time, not a list of what there is.
  if (new Set(assets.map(({ name }) => name)).size < assets.length) return [];
  // A scorecard lists the services under it, not all that is run: its owners say nothing of the other assets.
  const isScorecard = columns.level !== undefined;
  if (!isScorecard && context.teams === undefined) {
    notes.file('The teams are not known: an asset is an orphan only when it names no owner.');
  }
  const at = { entity: 'organization', start: startOfDay(context.asOf), line: assets[0]?.line ?? 0 };
  const count = (metric: DerivedMetric, counts: (asset: Asset) => boolean): DerivedPoint => ({
    ...at,
    metric,
    value: assets.filter(counts).length,
  });
  const points: readonly DerivedPoint[] = [
    ...(isScorecard ? [] : [count(ORPHANED, ({ orphan }) => orphan)]),
    ...(columns.runbook === undefined ? [] : [count(WITHOUT_RUNBOOK, (asset) => asset.lacksRunbook)]),
    ...(columns.slo === undefined ? [] : [count(WITHOUT_SLO, ({ lacksSlo }) => lacksSlo)]),
    ...(columns.level === undefined
      ? []
      : [rateOf({ ...at, metric: COVERAGE }, assets.filter(({ atLevel }) => atLevel).length, assets.length)]),
  ];
  return assets.length === 0 ? [] : toDerivedSeries(points, 'day');
}
