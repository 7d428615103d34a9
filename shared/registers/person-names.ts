import type { Registers } from './registers.ts';

/**
 * What each person is called, by id: the name, and where two people share it the team, else the handle, so that an owner
 * read aloud is one person.
 */
export function personNames({ people }: Pick<Registers, 'people'>): ReadonlyMap<string, string> {
  const shared = new Map<string, number>();
  const teams = new Map<string, number>();
  const teamKey = (name: string, team: string | null) => `${name}\n${team ?? ''}`;
  for (const { name, team } of people) {
    shared.set(name, (shared.get(name) ?? 0) + 1);
    teams.set(teamKey(name, team), (teams.get(teamKey(name, team)) ?? 0) + 1);
  }
  return new Map(
    people.map(({ id, name, team }) => {
      if ((shared.get(name) ?? 0) < 2) return [id, name] as const;
      const apart = team !== null && teams.get(teamKey(name, team)) === 1 ? team : `@${id}`;
      return [id, `${name} (${apart})`] as const;
    }),
  );
}
