import { startOfDay } from '#shared/day.ts';
import type { DerivedMetric, DerivedPoint } from '#shared/series/derivations/derived-series.ts';
import { catalogueMetric, rateOf, toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
import type { EventRole, EventRow, EventRows } from '#shared/series/derivations/event-columns.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import type { DerivedSeries } from '#shared/tabular/event-table.ts';

const ADOPTION: readonly { readonly metric: DerivedMetric; readonly role: EventRole }[] = [
  { metric: catalogueMetric('adoption-30'), role: 'adopted-30' },
  { metric: catalogueMetric('adoption-60'), role: 'adopted-60' },
  { metric: catalogueMetric('adoption-90'), role: 'adopted-90' },
];
const SUPPORT_LOAD = catalogueMetric('launch-support-load');
const GATES_PASSED = catalogueMetric('readiness-gates-passed');

function pointsOf(row: EventRow, notes: NoteCollector): readonly DerivedPoint[] {
  const launched = startOfDay(row.moment('date'));
  const eligible = row.number('eligible');
  if (Number.isNaN(launched)) {
    notes.row(row.line, 'left out: no launch date', 'filtered');
    return [];
  }
  const at = { entity: row.text('launch'), start: launched, line: row.line };
  const rates = [
    ...ADOPTION.map(({ metric, role }) => rateOf({ ...at, metric }, row.number(role), eligible)),
    rateOf({ ...at, metric: SUPPORT_LOAD }, row.number('tickets'), row.number('reached') / 1000),
    rateOf({ ...at, metric: GATES_PASSED }, row.number('gates-passed'), row.number('gates-required')),
  ];
  return rates.filter(({ value }) => !Number.isNaN(value));
}

/**
 * Adoption of each launch at 30, 60 and 90 days, dated by the launch: the catalogue says after how many days such a
 * number is final. An empty cell is an age not reached.
 */
export function deriveLaunches(rows: EventRows, notes: NoteCollector): readonly DerivedSeries[] {
  return toDerivedSeries(rows.read((row) => pointsOf(row, notes)).flat(), 'day');
}
