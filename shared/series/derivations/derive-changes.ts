import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import type { DerivedMetric, DerivedPoint } from '#shared/series/derivations/derived-series.ts';
import { catalogueMetric, median, toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
import type {
  EventColumns,
  EventRole,
  EventRow,
  EventRows,
} from '#shared/series/derivations/event-columns.ts';
import { entityOf } from '#shared/series/derivations/event-entity.ts';
import { eventWeeks } from '#shared/series/derivations/event-weeks.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import type { DerivedSeries } from '#shared/tabular/event-table.ts';

const HOUR_MS = 3_600_000;

/** A stage of a change: a column that holds it in minutes, or the two moments that it lies between. */
type Stage = {
  readonly metric: DerivedMetric;
  readonly minutes: EventRole;
  readonly from: EventRole;
  readonly to: EventRole;
};

const LEAD_TIME: Stage = {
  metric: catalogueMetric('change-lead-time'),
  minutes: 'cycle-minutes',
  from: 'first-commit',
  to: 'deployed',
};

const STAGES: readonly Stage[] = [
  LEAD_TIME,
  {
    metric: catalogueMetric('coding-time'),
    minutes: 'coding-minutes',
    from: 'first-commit',
    to: 'opened',
  },
  {
    metric: catalogueMetric('review-pickup-time'),
    minutes: 'pickup-minutes',
    from: 'opened',
    to: 'first-review',
  },
  {
    metric: catalogueMetric('review-time'),
    minutes: 'review-minutes',
    from: 'first-review',
    to: 'merged',
  },
  {
    metric: catalogueMetric('deploy-wait-time'),
    minutes: 'deploy-minutes',
    from: 'merged',
    to: 'deployed',
  },
];

const MERGED = catalogueMetric('pull-requests-merged');

type Change = {
  readonly entity: string;
  readonly line: number;
  readonly merged: number;
  readonly deployed: number;
  /** Hours of each stage, in the order of `STAGES`; NaN where not known. */
  readonly hours: readonly number[];
};

function stageHours(row: EventRow, columns: EventColumns, stage: Stage): number {
  if (columns[stage.minutes] === undefined) {
    return (row.moment(stage.to) - row.moment(stage.from)) / HOUR_MS;
  }
  return row.number(stage.minutes) / (row.unit(stage.minutes) === 'h' ? 1 : 60);
}

function toChange(
  row: EventRow,
  columns: EventColumns,
  context: DerivationContext,
  notes: NoteCollector,
): Change | null {
  const merged = row.moment('merged');
  if (Number.isNaN(merged)) {
    notes.row(row.line, 'left out: not merged', 'filtered');
    return null;
  }
  const deployed = row.moment('deployed');
  const hoursOf = STAGES.map((stage) => {
    const value = stageHours(row, columns, stage);
    const toDeployment = stage === LEAD_TIME || stage.to === 'deployed';
    if (toDeployment && Number.isNaN(deployed)) return Number.NaN;
    if (value < 0) {
      notes.row(
        row.line,
        `with a negative ${stage.metric.metricName.toLowerCase()}, which counts as missing`,
      );
      return Number.NaN;
    }
    return value;
  });
  return { entity: entityOf(row, columns, context), line: row.line, merged, deployed, hours: hoursOf };
}

function stagePoints(changes: readonly Change[]): readonly DerivedPoint[] {
  const deployed = changes
    .filter((change) => !Number.isNaN(change.deployed))
    .map((change) => ({ ...change, at: change.deployed }));
  return eventWeeks(deployed, 'entity-first').flatMap(({ entity, start, events, line }) =>
    STAGES.flatMap(({ metric }, stage): readonly DerivedPoint[] => {
      const known = events
        .flatMap((event) => event.hours[stage] ?? [])
        .filter((value) => !Number.isNaN(value));
      return known.length === 0 ? [] : [{ metric, entity, start, line, value: median(known) }];
    }),
  );
}

/**
 * Median hours of each stage of the changes deployed in a week, and the number merged in it. Without a moment of
 * deployment there is no lead time and no wait for deployment.
 */
export function deriveChanges(
  rows: EventRows,
  columns: EventColumns,
  context: DerivationContext,
  notes: NoteCollector,
): readonly DerivedSeries[] {
  const changes = rows.read((row) => toChange(row, columns, context, notes));
  if (columns.deployed === undefined) {
    notes.file('No column says when a change was deployed: lead time and the waits are not derived.');
  }
  const merged = changes.map((change) => ({ ...change, at: change.merged }));
  const counts = eventWeeks(merged, 'entity-first').map(
    ({ entity, start, events, line }): DerivedPoint => ({
      metric: MERGED,
      entity,
      start,
      line,
      value: events.length,
    }),
  );
  return toDerivedSeries([...stagePoints(changes), ...counts], 'week');
}
