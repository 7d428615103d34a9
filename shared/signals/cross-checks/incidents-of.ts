import type { IncidentRecord } from '#shared/series/records/record.ts';
import type { CheckInput } from './check-input.ts';

const MINUTE_MS = 60_000;

/** Minutes that an incident lasted, null while it is open. */
export function minutesOf({ startMs, endMs }: IncidentRecord): number | null {
  return endMs === null ? null : Math.round((endMs - startMs) / MINUTE_MS);
}

/** Sev0 and Sev1: what customers feel (registers.json, `customerGrade`). */
export function isCustomerGrade({ severity }: IncidentRecord): boolean {
  return severity === 'Sev0' || severity === 'Sev1';
}

/** Whether two names are of one service: equal but for case, or an SLO that is named after it (`cart: latency`). */
export function isOfService(slo: string, service: string): boolean {
  const [left, right] = [slo.toLowerCase(), service.toLowerCase()];
  return left === right || (left.startsWith(right) && /^[\s:/]/.test(left.slice(right.length)));
}

/** Where an incident happened: its service, else the team that it names. */
export function placeOf({ service, team }: IncidentRecord): string | null {
  return service ?? team;
}

/** Whether customers meet the service: unless the organization says that they do not. */
export function facesCustomers(input: CheckInput, service: string): boolean {
  return input.entities.get(service)?.customerFacing !== false;
}
