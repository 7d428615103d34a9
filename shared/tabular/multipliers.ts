const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  tys: 1e3,
  thousand: 1e3,
  m: 1e6,
  mil: 1e6,
  mio: 1e6,
  mn: 1e6,
  million: 1e6,
  md: 1e9,
  mds: 1e9,
  mrd: 1e9,
  mld: 1e9,
  mdr: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
  milliards: 1e9,
  millionen: 1e6,
  millions: 1e6,
  millones: 1e6,
  mln: 1e6,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
  万: 1e4,
  億: 1e8,
  bn: 1e9,
  b: 1e9,
  bil: 1e9,
  billion: 1e9,
};

/** Multiplier that a word stands for (`K`, `Mil`, `Mio.`), or null. */
export function multiplierNamed(word: string): number | null {
  return MULTIPLIERS[word.toLowerCase().replace(/\.$/, '')] ?? null;
}
