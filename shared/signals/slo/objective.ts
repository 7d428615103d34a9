/** What an objective allows to go wrong, in whole numbers: 0.999 is 1 of 1,000. 1 - 0.999 would be 0.00099999…943. */
export type Allowance = { readonly bad: number; readonly of: number };

const MOST_DIGITS = 9;

/** The allowance of an objective given as a share (0.999) or a percentage (99.9); null where it promises nothing or all. */
export function allowanceOf(objective: number): Allowance | null {
  const isPercentage = objective > 1;
  const whole = isPercentage ? 100 : 1;
  if (!(objective > 0 && objective < whole)) return null;
  for (let digits = 0; digits <= MOST_DIGITS; digits++) {
    const of = whole * 10 ** digits;
    const good = Math.round(objective * 10 ** digits);
    // The decimals as they were written, not those that binary floating point adds to them.
    if (Number((good / 10 ** digits).toPrecision(15)) === Number(objective.toPrecision(15))) {
      return { bad: of - good, of };
    }
  }
  return null;
}

/** Minutes of total outage that a window of so many days allows. */
export function allowedMinutes(allowance: Allowance, windowDays: number): number {
  return (windowDays * 1440 * allowance.bad) / allowance.of;
}
