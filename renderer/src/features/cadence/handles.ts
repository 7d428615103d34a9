/** A short name to type after `@`: the first name, else first and last, else with a number. */
export function handleFor(name: string, taken: readonly string[]): string {
  const parts = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
  const [first = 'person'] = parts;
  const candidates = [first, [first, ...parts.slice(-1)].join('.')];
  const free = candidates.find((one) => !taken.includes(one));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.includes(`${first}${number}`)) number += 1;
  return `${first}${number}`;
}
