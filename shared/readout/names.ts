import { personNames } from '#shared/registers/person-names.ts';
import type { Registers } from '#shared/registers/registers.ts';

/** A person's name by id; an id that nobody has stands for itself, nobody stays null. */
export type NameOf = (id: string | null) => string | null;

export function namesOf(registers: Pick<Registers, 'people'>): NameOf {
  const known = personNames(registers);
  return (id) => (id === null ? null : (known.get(id) ?? id));
}
