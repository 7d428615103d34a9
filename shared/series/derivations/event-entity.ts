import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import type { EventColumns, EventRow } from '#shared/series/derivations/event-columns.ts';

/** Where events are counted whose row leaves the column of teams or services empty. */
export const NOT_ASSIGNED = 'not assigned';

const NESTED_NAME = /['"](?:summary|name|display_?name)['"]\s*:\s*['"]([^'"]+)['"]/i;
const NOTHING = /^[[\]{}\s]*$/;

/** The name in a cell, also where a dump left a nested object in it (`{'id': 'P6', 'summary': 'Search'}`). */
function nameIn(cell: string): string {
  if (NOTHING.test(cell)) return '';
  return NESTED_NAME.exec(cell)?.[1]?.trim() ?? cell;
}

/**
 * The entity of an event: the team it names, else the team of its service where it is known, else the service. The
 * organization only where no column names either.
 */
export function entityOf(row: EventRow, columns: EventColumns, context: DerivationContext): string {
  if (columns.entity === undefined && columns.service === undefined) return 'organization';
  const team = nameIn(row.text('entity'));
  if (team !== '') return context.teamOf?.(team) ?? team;
  const service = nameIn(row.text('service'));
  if (service === '') return NOT_ASSIGNED;
  return context.teamOf?.(service) ?? service;
}
