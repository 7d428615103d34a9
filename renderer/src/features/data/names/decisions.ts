import type { NewEvent } from '#renderer/src/data/author.ts';
import type { Entity } from '#shared/registers/registers.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { type AliasSuggestion, aliasSuggestions } from '#shared/tabular/alias-suggestions.ts';
import { ORGANIZATION } from '#shared/tabular/entity-name.ts';
import type { Reading } from '#shared/tabular/reading.ts';

/** What was decided about names of a file: the name that each stands for, null where it is its own. */
export type NameDecisions = ReadonlyMap<string, string | null>;

type Known = { readonly entities: readonly Entity[]; readonly state: CurrentState | null };

/** Names that the organization knows: on record as themselves, or measured already. */
function knownNames({ entities, state }: Known): readonly string[] {
  const measured = (state?.readings ?? []).map((one) => one.entity);
  const own = entities.filter((one) => one.aliasOf === null).map((one) => one.id);
  return [...new Set([...own, ...measured])].filter((name) => name !== ORGANIZATION);
}

/** Names of the file that may stand for others and that nobody has decided about. */
export function openSuggestions(
  reading: Reading,
  known: Known,
  decisions: NameDecisions,
): readonly AliasSuggestion[] {
  const names = [...new Set(reading.series.map((one) => one.entity))].filter((name) => name !== ORGANIZATION);
  const settled = new Set([...decisions.keys(), ...known.entities.map((one) => one.id)]);
  return aliasSuggestions(names, knownNames(known), settled);
}

/** The events that keep decisions about names, so that no later file asks again. */
export function decisionEvents(decisions: NameDecisions): readonly NewEvent[] {
  return [...decisions].map(([entity, aliasOf]) => ({
    stream: 'organization',
    type: 'entity-changed',
    data: { entity, changes: { aliasOf } },
  }));
}
