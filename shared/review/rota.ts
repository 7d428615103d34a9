type Member = { readonly id: string; readonly active: boolean };

/** Who facilitates next: the one after the last facilitator in the rota, passing over who is no longer there. */
export function nextFacilitator(
  rota: readonly string[],
  last: string | null,
  people: readonly Member[],
): string | null {
  const gone = new Set(people.filter((person) => !person.active).map((person) => person.id));
  const start = last === null ? 0 : rota.indexOf(last) + 1;
  const turns = [...rota.slice(start), ...rota.slice(0, start)];
  return turns.find((person) => !gone.has(person)) ?? null;
}
