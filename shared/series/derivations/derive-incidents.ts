import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import type { DerivedPoint } from '#shared/series/derivations/derived-series.ts';
import { catalogueMetric, rateOf, toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
import type { EventColumns, EventRow, EventRows } from '#shared/series/derivations/event-columns.ts';
import { entityOf } from '#shared/series/derivations/event-entity.ts';
import type { DatedEvent, EventWeek } from '#shared/series/derivations/event-weeks.ts';
import { eventWeeks, withOrganization } from '#shared/series/derivations/event-weeks.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import type { SeverityWord } from '#shared/series/derivations/severity-words.ts';
import { severityOf } from '#shared/series/derivations/severity-words.ts';
import type { DerivedSeries } from '#shared/tabular/event-table.ts';

const MINUTE_MS = 60_000;
/** A post-mortem is in time within 72 hours of the incident being resolved (catalogue, `post-mortems-on-time`). */
const POST_MORTEM_MS = 72 * 60 * MINUTE_MS;
const BY_CUSTOMER = /customer|support|user|client|ticket|social/i;

const INCIDENTS = catalogueMetric('incidents');
const SEV01 = catalogueMetric('sev01-incidents');
const IMPACT_MINUTES = catalogueMetric('customer-impact-minutes');
const FOUND_BY_CUSTOMERS = catalogueMetric('incidents-found-by-customers');
const POST_MORTEMS = catalogueMetric('post-mortems-on-time');

type Incident = DatedEvent & {
  readonly severity: SeverityWord;
  /** Minutes until it was resolved, NaN while it is open. */
  readonly minutes: number;
  /** Share of customers affected from 0 to 1, NaN when not known. */
  readonly share: number;
  readonly byCustomer: boolean;
  readonly postMortem: 'in time' | 'late or none' | 'not required';
};

/** Minutes from the start to the end of an incident, NaN while it is open. */
export function minutesOf(row: EventRow, at: number): number {
  const seconds = row.number('resolve-seconds');
  return Number.isNaN(seconds) ? (row.moment('resolved') - at) / MINUTE_MS : seconds / 60;
}

/** Share of customers that the row names, 0 to 1; NaN where it names none. */
export function shareOf(row: EventRow): number {
  const value = row.number('affected-share');
  return row.unit('affected-share') === '%' || value > 1 ? value / 100 : value;
}

function postMortemOf(row: EventRow, severity: SeverityWord, resolved: number): Incident['postMortem'] {
  if (severity === 'Sev3' || severity === 'unknown' || Number.isNaN(resolved)) return 'not required';
  return row.moment('post-mortem') <= resolved + POST_MORTEM_MS ? 'in time' : 'late or none';
}

function toIncident(
  row: EventRow,
  columns: EventColumns,
  context: DerivationContext,
  notes: NoteCollector,
): Incident | null {
  const at = row.moment('started');
  const word = row.text('severity');
  const severity = word === '' ? 'unknown' : severityOf(word, context.severityWords);
  if (Number.isNaN(at)) {
    notes.row(row.line, 'left out: not dated', 'filtered');
    return null;
  }
  if (severity === 'none') {
    notes.row(row.line, `left out: ${word} is no incident`, 'filtered');
    return null;
  }
  if (severity === 'unknown' && word !== '')
    notes.row(row.line, `of severity “${word}”, a word not mapped yet`);
  const minutes = minutesOf(row, at);
  return {
    entity: entityOf(row, columns, context),
    at,
    line: row.line,
    severity,
    minutes,
    share: shareOf(row),
    byCustomer: BY_CUSTOMER.test(row.text('detected-by')),
    postMortem: postMortemOf(row, severity, at + minutes * MINUTE_MS),
  };
}

function pointsOf(
  week: EventWeek<Incident>,
  columns: EventColumns,
  graded: boolean,
): readonly DerivedPoint[] {
  const { entity, start, events, line } = week;
  const at = { entity, start, line };
  const count = (counts: (incident: Incident) => boolean) => events.filter(counts).length;
  const lost = events
    .map(({ minutes, share }) => minutes * share)
    .filter((minutes) => !Number.isNaN(minutes));
  const required = count(({ postMortem }) => postMortem !== 'not required');
  return [
    { ...at, metric: INCIDENTS, value: events.length },
    ...(!graded
      ? []
      : [
          {
            ...at,
            metric: SEV01,
            value: count(({ severity }) => severity === 'Sev0' || severity === 'Sev1'),
          },
        ]),
    ...(columns['affected-share'] === undefined
      ? []
      : [{ ...at, metric: IMPACT_MINUTES, value: lost.reduce((sum, minutes) => sum + minutes, 0) }]),
    ...(columns['detected-by'] === undefined
      ? []
      : [
          rateOf(
            { ...at, metric: FOUND_BY_CUSTOMERS },
            count(({ byCustomer }) => byCustomer),
            events.length,
          ),
        ]),
    ...(columns['post-mortem'] === undefined
      ? []
      : [
          rateOf(
            { ...at, metric: POST_MORTEMS },
            count(({ postMortem }) => postMortem === 'in time'),
            required,
          ),
        ]),
  ];
}

function noteMissingColumns(columns: EventColumns, graded: boolean, notes: NoteCollector): void {
  if (!graded) {
    notes.file('No row names a severity: Sev0 and Sev1 incidents are not derived.');
  }
  if (columns['affected-share'] === undefined) {
    notes.file(
      'No column says which share of customers was affected: customer minutes lost are not derived.',
    );
  }
}

/**
 * Incidents by the week in which their impact began, for each team or service and once more for the organization.
 * Open incidents count and have no duration; maintenance is left out.
 */
export function deriveIncidents(
  rows: EventRows,
  columns: EventColumns,
  context: DerivationContext,
  notes: NoteCollector,
): readonly DerivedSeries[] {
  const incidents = rows.read((row) => toIncident(row, columns, context, notes));
  const graded = incidents.some(({ severity }) => severity !== 'unknown');
  noteMissingColumns(columns, graded, notes);
  const weeks = eventWeeks(withOrganization(incidents), 'file-first');
  return toDerivedSeries(
    weeks.flatMap((week) => pointsOf(week, columns, graded)),
    'week',
  );
}
