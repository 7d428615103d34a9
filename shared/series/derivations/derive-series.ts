import { exhaustive } from '#shared/exhaustive.ts';
import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import { deriveAlerts } from '#shared/series/derivations/derive-alerts.ts';
import { deriveAssets } from '#shared/series/derivations/derive-assets.ts';
import { deriveChanges } from '#shared/series/derivations/derive-changes.ts';
import { deriveCostColumns, deriveCosts } from '#shared/series/derivations/derive-costs.ts';
import { deriveDeployments } from '#shared/series/derivations/derive-deployments.ts';
import { deriveFindings } from '#shared/series/derivations/derive-findings.ts';
import { deriveIncidents } from '#shared/series/derivations/derive-incidents.ts';
import { deriveLaunches } from '#shared/series/derivations/derive-launches.ts';
import { eventRows } from '#shared/series/derivations/event-columns.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import { collectNotes } from '#shared/series/derivations/note-collector.ts';
import type { RecognizedEvents } from '#shared/series/derivations/recognize-event-kind.ts';
import { recognizeEventKind } from '#shared/series/derivations/recognize-event-kind.ts';
import { serviceColumns } from '#shared/series/derivations/service-columns.ts';
import type { Derivation, DerivedSeries, EventTable } from '#shared/tabular/event-table.ts';
import type { ExcludedRow } from '#shared/tabular/reading.ts';

/** A derivation together with the rows that took no part in it. */
export type DerivationOfRows = Derivation & { readonly leftOut: readonly ExcludedRow[] };

function seriesOf(
  { kind, columns }: RecognizedEvents,
  table: EventTable,
  context: DerivationContext,
  notes: NoteCollector,
): readonly DerivedSeries[] {
  const rows = eventRows(table, columns);
  const dated = { ...context, asOf: table.asOf };
  switch (kind) {
    case 'deployments':
      return deriveDeployments(rows, columns, context, notes);
    case 'changes':
      return deriveChanges(rows, columns, context, notes);
    case 'incidents':
      return deriveIncidents(rows, columns, context, notes);
    case 'alerts':
      return deriveAlerts(rows, columns, context, notes);
    case 'findings':
      return deriveFindings(rows, columns, dated, notes);
    case 'assets':
      return deriveAssets(rows, columns, dated, notes);
    case 'costs':
      return deriveCosts(rows, context, notes);
    case 'launches':
      return deriveLaunches(rows, notes);
    default:
      return exhaustive(kind);
  }
}

/** Rows looked at to see whether a column holds dates. */
const PROBED_ROWS = 1000;

/** Whether a column has a date in its first thousand rows, or the table has no rows. */
export function holdsDates(table: EventTable, column: number): boolean {
  for (let row = 0; row < Math.min(table.rows, PROBED_ROWS); row += 1) {
    if (!Number.isNaN(table.moment(row, column))) return true;
  }
  return table.rows === 0;
}

/** What the rows of a table stand for, and which column plays which role; null when no kind of event is known. */
export function recognizeEvents(table: EventTable): RecognizedEvents | null {
  return recognizeEventKind(table.headers, (column) => holdsDates(table, column));
}

/** The catalogue metrics that follow from rows of a kind of event that is known. */
export function deriveRecognized(
  recognized: RecognizedEvents,
  table: EventTable,
  context: DerivationContext = {},
): DerivationOfRows {
  const notes = collectNotes();
  const series = seriesOf(recognized, table, context, notes);
  return { kind: recognized.kind, series, notes: notes.notes(), leftOut: notes.leftOut() };
}

/**
 * The catalogue metrics that follow from rows of events, by the rules of the catalogue's `derivations`; null when the
 * headers are of no kind of event that is known. Notes say what was left out or assumed, with the lines.
 */
export function deriveSeries(table: EventTable, context: DerivationContext = {}): DerivationOfRows | null {
  const services = serviceColumns(table.headers);
  if (services !== null) {
    return { kind: 'costs', series: deriveCostColumns(table, services, context), notes: [], leftOut: [] };
  }
  const recognized = recognizeEvents(table);
  return recognized === null ? null : deriveRecognized(recognized, table, context);
}
