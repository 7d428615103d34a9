import { DAY_MS, startOfDay } from '#shared/day.ts';
import type { DerivedPoint } from '#shared/series/derivations/derived-series.ts';
import { catalogueMetric, rateOf, toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
import type { EventRole, EventRow, EventRows } from '#shared/series/derivations/event-columns.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import type { DerivedSeries } from '#shared/tabular/event-table.ts';

const AGES: readonly { readonly days: number; readonly role: EventRole }[] = [
  { days: 30, role: 'adopted-30' },
  { days: 60, role: 'adopted-60' },
  { days: 90, role: 'adopted-90' },
];
/** Support load is read over the fortnight after a launch (catalogue, `launch-support-load`). */
const SUPPORT_DAYS = 14;

const SUPPORT_LOAD = catalogueMetric('launch-support-load');
const GATES_PASSED = catalogueMetric('readiness-gates-passed');

function pointsOf(row: EventRow, notes: NoteCollector): readonly DerivedPoint[] {
  const launched = startOfDay(row.moment('date'));
  const eligible = row.number('eligible');
  if (Number.isNaN(launched)) {
    notes.row(row.line, 'left out: no launch date', 'filtered');
    return [];
  }
  const on = (days: number) => ({
    entity: row.text('launch'),
    start: launched + days * DAY_MS,
    line: row.line,
  });
  const rates = [
    ...AGES.map(({ days, role }) =>
      rateOf({ ...on(days), metric: catalogueMetric(`adoption-${days}`) }, row.number(role), eligible),
    ),
    rateOf(
      { ...on(SUPPORT_DAYS), metric: SUPPORT_LOAD },
      row.number('tickets'),
      row.number('reached') / 1000,
    ),
    rateOf({ ...on(0), metric: GATES_PASSED }, row.number('gates-passed'), row.number('gates-required')),
  ];
  return rates.filter(({ value }) => !Number.isNaN(value));
}

/** Adoption of each launch at 30, 60 and 90 days, on the day it reached that age; an empty cell is an age not reached. */
export function deriveLaunches(rows: EventRows, notes: NoteCollector): readonly DerivedSeries[] {
  return toDerivedSeries(rows.read((row) => pointsOf(row, notes)).flat(), 'day');
}
