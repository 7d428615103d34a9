import { addDays } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { checked, notChecked, type Outcome, quiet } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { dayWords } from './weekly.ts';

const ID = 'strong-metrics-weak-practices';
const STRONG = checkThreshold(ID, 'strong');
const WEAK = checkThreshold(ID, 'weak');
const MAX_AGE = checkThreshold(ID, 'maxAge');

/** Delivery numbers that an assessment scores high beside practices that it scores low. */
export function strongMetricsWeakPractices(input: CheckInput): Outcome {
  const newest = input.assessments.toSorted((left, right) => (left.on < right.on ? -1 : 1)).at(-1);
  if (newest === undefined) return notChecked('no assessment is on record');
  const { on, deliveryMetrics: metrics, deliveryPractices: practices } = newest;
  if (metrics === null || practices === null) {
    return notChecked('the newest assessment scores delivery numbers or practices, not both');
  }
  if (on < addDays(input.asOf, -MAX_AGE))
    return notChecked(`the newest assessment is older than ${MAX_AGE} days`);
  if (!(metrics >= STRONG && practices <= WEAK)) return quiet;
  const scored = (label: string, level: number) => ({
    label,
    value: `level ${level.toFixed(1)}`,
    period: `assessed ${dayWords(on)}`,
    link: null,
  });
  return checked([
    {
      entities: ['organization'],
      onset: on,
      headline: `Delivery numbers at level ${metrics.toFixed(1)}, practices at ${practices.toFixed(1)}`,
      text: `Delivery numbers stand at level ${metrics.toFixed(1)} on practices at level ${practices.toFixed(1)}. That is luck, a narrow optimization, or a number being served.`,
      rule: `The numbers score ${metrics.toFixed(1)} (${STRONG} or more is strong) and the practices ${practices.toFixed(1)} (${WEAK} or less is weak), both assessed on ${dayWords(on)}.`,
      evidence: [scored('Delivery numbers', metrics), scored('Delivery practices', practices)],
      series: null,
      covers: [],
    },
  ]);
}
