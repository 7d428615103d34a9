import { lines, record } from '#shared/sample/comma-separated.ts';

const HEADER = ['Launch', 'Tier', 'Launch date', 'Eligible', 'Adopted 30', 'Adopted 60', 'Adopted 90'].concat(
  ['Target 90 (%)', 'Reached', 'Tickets 14d', 'Usual tickets 14d'],
);

/** Three launches that shipped and did not land; the last one brought 2.3 times the usual tickets. */
export function launchList(): string {
  return lines([
    record(HEADER),
    record(['Price alerts', 2, '2026-04-13', 184_000, 11_040, 11_776, 11_224, 10, 162_000, 214, 205]),
    record(['Gift cards', 1, '2026-06-15', 231_000, 12_474, 13_629, 13_860, 10, 208_000, 251, 262]),
    record(['Saved carts', 1, '2026-08-17', 246_000, 12_546, 13_776, 14_022, 12, 221_000, 644, 280]),
  ]);
}
