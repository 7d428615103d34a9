import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import type { DerivedMetric, DerivedPoint } from '#shared/series/derivations/derived-series.ts';
import { catalogueMetric, rateOf, toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
import type { EventColumns, EventRow, EventRows } from '#shared/series/derivations/event-columns.ts';
import { entityOf } from '#shared/series/derivations/event-entity.ts';
import type { DatedEvent, EventWeek } from '#shared/series/derivations/event-weeks.ts';
import { eventWeeks } from '#shared/series/derivations/event-weeks.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import type { DerivedSeries } from '#shared/tabular/event-table.ts';

const PRODUCTION = ['production', 'prod', 'prd', 'live'];
const FAILED = /fail|error|roll(ed)?.?back|unsuccess|^false$/i;
const UNFINISHED = /progress|queued|pending|cancel|skipped|waiting|executing/i;
const REWORK = /hot.?fix|rework|revert|roll.?back|patch.?forward|^true$|^yes$/i;

const FREQUENCY = catalogueMetric('deployment-frequency');
const FAIL_RATE = catalogueMetric('change-fail-rate');
const REWORK_RATE = catalogueMetric('deployment-rework-rate');

type Deployment = DatedEvent & { readonly failed: boolean; readonly rework: boolean };

function toDeployment(
  row: EventRow,
  columns: EventColumns,
  context: DerivationContext,
  notes: NoteCollector,
): Deployment | null {
  const environment = row.text('environment');
  const result = row.text('result');
  const at = row.moment('finished');
  if (environment !== '' && !(context.production ?? PRODUCTION).includes(environment.toLowerCase())) {
    notes.row(row.line, `of ${environment} left out: only production counts`, 'filtered');
    return null;
  }
  if (UNFINISHED.test(result)) {
    notes.row(row.line, `left out: ${result} is not finished`, 'filtered');
    return null;
  }
  if (Number.isNaN(at)) {
    notes.row(row.line, 'left out: not dated', 'filtered');
    return null;
  }
  return {
    entity: entityOf(row, columns, context),
    at,
    line: row.line,
    failed: FAILED.test(result),
    rework: REWORK.test(row.text('rework')),
  };
}

function noteMissingColumns(columns: EventColumns, notes: NoteCollector): void {
  if (columns.environment === undefined) {
    notes.file('No column names the environment: every row counts as production.');
  }
  if (columns.result === undefined) {
    notes.file('No column says how a deployment ended: change fail rate is not derived.');
  }
  if (columns.rework === undefined) {
    notes.file('No column marks hotfixes: deployment rework rate is not derived.');
  }
}

/** Deployments a week, and of those the failed ones and the ones that repaired production. */
export function deriveDeployments(
  rows: EventRows,
  columns: EventColumns,
  context: DerivationContext,
  notes: NoteCollector,
): readonly DerivedSeries[] {
  const deployments = rows.read((row) => toDeployment(row, columns, context, notes));
  noteMissingColumns(columns, notes);
  const pointsOf = ({ entity, start, events, line }: EventWeek<Deployment>): readonly DerivedPoint[] => {
    const share = (metric: DerivedMetric, counts: (one: Deployment) => boolean): DerivedPoint =>
      rateOf({ metric, entity, start, line }, events.filter(counts).length, events.length);
    return [
      { metric: FREQUENCY, entity, start, line, value: events.length },
      ...(columns.result === undefined ? [] : [share(FAIL_RATE, ({ failed }) => failed)]),
      ...(columns.rework === undefined ? [] : [share(REWORK_RATE, ({ rework }) => rework)]),
    ];
  };
  return toDerivedSeries(eventWeeks(deployments, 'entity-first').flatMap(pointsOf), 'week');
}
