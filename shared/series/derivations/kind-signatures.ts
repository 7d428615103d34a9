import type { KindSignature } from '#shared/series/derivations/event-kinds.ts';
import { ASSETS, COSTS, FINDINGS, LAUNCHES } from '#shared/series/derivations/signatures-of-things.ts';
import {
  ALERTS,
  CHANGES,
  DEPLOYMENTS,
  INCIDENT_LIST,
  INCIDENTS,
  NUMBERED_DEPLOYMENTS,
  RELEASES,
} from '#shared/series/derivations/signatures-of-work.ts';

/** In the order in which they are tried: the narrower signature first. */
export const KIND_SIGNATURES: readonly KindSignature[] = [
  LAUNCHES,
  FINDINGS,
  CHANGES,
  ALERTS,
  DEPLOYMENTS,
  NUMBERED_DEPLOYMENTS,
  INCIDENTS,
  INCIDENT_LIST,
  RELEASES,
  COSTS,
  ASSETS,
];
