import { DAY_MS, isoWeekday } from '#shared/day.ts';
import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import type { DerivedPoint } from '#shared/series/derivations/derived-series.ts';
import { catalogueMetric, rateOf, toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
import type { EventColumns, EventRow, EventRows } from '#shared/series/derivations/event-columns.ts';
import { entityOf } from '#shared/series/derivations/event-entity.ts';
import type { DatedEvent, EventWeek } from '#shared/series/derivations/event-weeks.ts';
import { eventWeeks } from '#shared/series/derivations/event-weeks.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import type { DerivedSeries } from '#shared/tabular/event-table.ts';

const HOUR_MS = 3_600_000;
/** The same alert within ten minutes of a page belongs to that page (catalogue, derivations of alerts). */
const SAME_PAGE_MS = 10 * 60_000;
const WORKING_HOURS = [9, 18] as const;
const NO = /^(false|no|0|n)$/i;
const YES = /^(true|yes|1|y)$/i;

const PAGES = catalogueMetric('on-call-pages');
const OUT_OF_HOURS = catalogueMetric('out-of-hours-pages');
const NEEDING_ACTION = catalogueMetric('pages-needing-action');

type Page = DatedEvent & { readonly key: string; readonly acted: boolean };

function toPage(
  row: EventRow,
  columns: EventColumns,
  context: DerivationContext,
  notes: NoteCollector,
): Page | null {
  const at = row.moment('started');
  if (Number.isNaN(at)) {
    notes.row(row.line, 'left out: not dated', 'filtered');
    return null;
  }
  if (NO.test(row.text('notified'))) {
    notes.row(row.line, 'left out: the alert notified nobody', 'filtered');
    return null;
  }
  const entity = entityOf(row, columns, context);
  const key = row.text('alert-key');
  return {
    entity,
    at,
    line: row.line,
    key: key === '' ? '' : `${entity}|${key}`,
    acted: YES.test(row.text('acted')),
  };
}

function withoutRepeats(pages: readonly Page[], notes: NoteCollector): readonly Page[] {
  const lastPage = new Map<string, number>();
  return pages
    .toSorted((a, b) => a.at - b.at)
    .filter(({ key, at, line }) => {
      const isRepeat = key !== '' && at - (lastPage.get(key) ?? Number.NEGATIVE_INFINITY) <= SAME_PAGE_MS;
      if (!isRepeat) {
        lastPage.set(key, at);
        return true;
      }
      notes.row(line, 'left out: the same alert within 10 minutes is one page', 'filtered');
      return false;
    });
}

function isOutOfHours(at: number, [from, to]: readonly [from: number, to: number]): boolean {
  const hour = (((at % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS;
  return isoWeekday(at) > 5 || hour < from || hour >= to;
}

/** Pages per on-call week, and of those the ones out of working hours, per team. */
export function deriveAlerts(
  rows: EventRows,
  columns: EventColumns,
  context: DerivationContext,
  notes: NoteCollector,
): readonly DerivedSeries[] {
  const pages = withoutRepeats(
    rows.read((row) => toPage(row, columns, context, notes)),
    notes,
  );
  const hours = context.workingHours ?? WORKING_HOURS;
  if (columns.notified === undefined) {
    notes.file('No column says which alerts notified a person: all of them count as pages.');
  }
  if (context.onCallWeeks === undefined) {
    notes.file('On-call weeks are not known: one person on call per team is assumed.');
  }
  const pointsOf = ({ entity, start, events, line }: EventWeek<Page>): readonly DerivedPoint[] => {
    const at = { entity, start, line };
    const onCall = context.onCallWeeks?.(entity) ?? 1;
    const outside = events.filter((page) => isOutOfHours(page.at, hours)).length;
    const acted = events.filter((page) => page.acted).length;
    return [
      rateOf({ ...at, metric: PAGES }, events.length, onCall),
      rateOf({ ...at, metric: OUT_OF_HOURS }, outside, onCall),
      ...(columns.acted === undefined
        ? []
        : [rateOf({ ...at, metric: NEEDING_ACTION }, acted, events.length)]),
    ];
  };
  return toDerivedSeries(eventWeeks(pages, 'entity-first').flatMap(pointsOf), 'week');
}
