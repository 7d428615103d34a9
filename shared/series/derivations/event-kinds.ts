import type { EventRole } from '#shared/series/derivations/event-columns.ts';

/** What one row of a file stands for, where it is something that happened rather than a measurement. */
export type EventKind =
  | 'deployments'
  | 'changes'
  | 'incidents'
  | 'alerts'
  | 'findings'
  | 'assets'
  | 'costs'
  | 'launches';

/** How a kind is recognised. Headers are normalised: lower case, letters and digits only. */
export type KindSignature = {
  readonly kind: EventKind;
  /** Headers under which tools write a role, best first. */
  readonly roles: readonly (readonly [role: EventRole, headers: readonly string[]])[];
  /** Each group of roles needs at least one column. */
  readonly needs: readonly (readonly EventRole[])[];
  /** Headers of which one must be present; a trailing `*` matches any ending. */
  readonly telling: readonly string[];
  /** Headers that speak against it; a trailing `*` matches any ending. */
  readonly never: readonly string[];
};
