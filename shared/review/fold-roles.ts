import { hybridMs } from '#shared/events/hybrid-clock.ts';
import type { Placed } from './placed.ts';
import type { Review } from './review.ts';

export type Role = 'facilitator' | 'scribe' | 'timekeeper';

/** A stretch of the meeting in which somebody held a role; `toMs` is null while they still do. */
export type RoleSpan = {
  readonly role: Role;
  readonly person: string;
  readonly fromMs: number;
  readonly toMs: number | null;
};

type Named = Readonly<Record<Role, string | null>>;
type Change = { readonly atMs: number; readonly named: Named };

const NOBODY: Named = { facilitator: null, scribe: null, timekeeper: null };
const ROLES: readonly Role[] = ['facilitator', 'scribe', 'timekeeper'];

function changesOf(placed: Placed): readonly Change[] {
  let named = NOBODY;
  return placed.flatMap(({ event, undone }): readonly Change[] => {
    if (undone || (event.type !== 'roles-set' && event.type !== 'review-planned')) return [];
    const { facilitator, scribe, timekeeper } = event.data;
    named = { facilitator, scribe, timekeeper: timekeeper === undefined ? named.timekeeper : timekeeper };
    return [{ atMs: hybridMs(event.at), named }];
  });
}

function spansOf(
  role: Role,
  changes: readonly Change[],
  fromMs: number,
  toMs: number | null,
): readonly RoleSpan[] {
  const during = changes.filter(({ atMs }) => atMs > fromMs && (toMs === null || atMs <= toMs));
  const first = changes.findLast(({ atMs }) => atMs <= fromMs)?.named[role] ?? null;
  const held = [{ atMs: fromMs, person: first }];
  for (const { atMs, named } of during) {
    if (named[role] !== held.at(-1)?.person) held.push({ atMs, person: named[role] });
  }
  return held.flatMap(({ atMs, person }, at): readonly RoleSpan[] =>
    person === null ? [] : [{ role, person, fromMs: atMs, toMs: held[at + 1]?.atMs ?? toMs }],
  );
}

/** Who has which role now, and who held it from when to when while the review ran. */
export function foldRoles(
  placed: Placed,
  { startedAtMs, closedAtMs }: Pick<Review, 'startedAtMs' | 'closedAtMs'>,
): Named & { readonly roleSpans: readonly RoleSpan[] } {
  const changes = changesOf(placed);
  const roleSpans =
    startedAtMs === null ? [] : ROLES.flatMap((role) => spansOf(role, changes, startedAtMs, closedAtMs));
  return { ...(changes.at(-1)?.named ?? NOBODY), roleSpans };
}
