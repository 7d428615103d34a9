import { addDays, type Day } from '#shared/day.ts';
import { riskBand } from '#shared/drive/registers.ts';
import type { Registers, Risk } from '#shared/registers/registers.ts';
import type { NameOf } from './names.ts';
import type { Readout, ReadoutRisk } from './readout.ts';

/** Coming up means the two weeks after the review. */
const AHEAD_DAYS = 14;

function changeOf(risk: Risk, review: string, today: Day): ReadoutRisk['change'] | null {
  if (risk.review === review) return 'new';
  if (risk.status !== 'open') return null;
  if (risk.acceptedUntil !== null && risk.acceptedUntil < today) return 'expired';
  return risk.reviewOn !== null && risk.reviewOn <= today ? 'review-due' : null;
}

const ORDER: readonly ReadoutRisk['change'][] = ['new', 'expired', 'review-due'];

/** Risks that are new, whose acceptance ran out, or that were due for review; the heaviest of each first. */
export function risksOf(
  registers: Registers,
  review: string,
  today: Day,
  nameOf: NameOf,
): readonly ReadoutRisk[] {
  return registers.risks
    .flatMap((risk): ReadoutRisk[] => {
      const change = changeOf(risk, review, today);
      if (change === null) return [];
      const { id, text, likelihood, impact, reviewOn } = risk;
      const band = likelihood === null || impact === null ? null : (riskBand(likelihood, impact)?.id ?? null);
      return [{ id, text, change, likelihood, impact, band, owner: nameOf(risk.owner), reviewOn }];
    })
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.change) - ORDER.indexOf(b.change) ||
        weight(b) - weight(a) ||
        a.id.localeCompare(b.id),
    );
}

function weight({ likelihood, impact }: ReadoutRisk): number {
  return (likelihood ?? 0) * (impact ?? 0);
}

function entityName({ entities }: Registers, id: string): string {
  const entity = entities.find((known) => known.id === id);
  if (entity?.kind === 'organization' || id === 'organization') return 'the whole organization';
  return entity?.displayName ?? id;
}

/** Changes that begin or still run in the next two weeks, soonest first. */
export function changesAhead(registers: Registers, today: Day): Readout['next']['changes'] {
  const until = addDays(today, AHEAD_DAYS);
  return registers.upcomingChanges
    .filter((change) => change.from <= until && (change.until ?? change.from) >= today)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map((change) => ({
      text: change.text,
      from: change.from,
      until: change.until,
      entities: change.entities.map((id) => entityName(registers, id)),
    }));
}
