import { msToDay } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { formatFigure } from '#shared/figures.ts';
import { checked, notChecked, type Outcome, quiet } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { signalWithin } from './signals-of.ts';
import { completeWeeks, isCurrent, levelOf, spanOf, splitWeeks } from './weekly.ts';
import { times } from './wording.ts';

const RATIO = checkThreshold('ai-spend-up-delivery-flat', 'ratio');
const RECENT = 8;
const BEFORE = 26;
const LEAST_WEEKS = 20;
const SERIES = 'llm-cost|organization';
const DELIVERY = ['deployment-frequency', 'change-lead-time'];

/** AI cost that grew by half while no delivery metric shows an improvement. */
export function aiSpendUpDeliveryFlat(input: CheckInput): Outcome {
  const series = input.series.get(SERIES);
  if (series === undefined) return notChecked('no AI cost is imported');
  const weeks = completeWeeks(series, input.asOf);
  if (weeks.length < LEAST_WEEKS || !isCurrent(weeks, input.asOf)) {
    return notChecked(`it needs ${LEAST_WEEKS} weeks of AI cost up to now`);
  }
  const delivery = [...input.readings.values()].filter(({ metric }) => DELIVERY.includes(metric));
  if (delivery.length === 0) return notChecked('neither deployments nor lead time are imported');
  const { recent, before } = splitWeeks(weeks, RECENT, BEFORE);
  const ratio = levelOf(recent) / levelOf(before);
  const better = delivery.some(
    (one) => signalWithin(one, 'better', { asOf: input.asOf, weeks: RECENT }) !== null,
  );
  if (better || !(ratio >= RATIO)) return quiet;
  const [now, past] = [levelOf(recent), levelOf(before)].map((value) => formatFigure(value, series.unit));
  return checked([
    {
      entities: ['organization'],
      onset: msToDay(recent[0]?.start ?? 0),
      headline: `AI cost ${times(ratio)} times what it was, delivery as before`,
      text: `AI cost is ${times(ratio)} times what it was; neither throughput nor lead time moved beyond its own noise.`,
      rule: `The mean of the newest ${recent.length} weeks, ${now}, is ${times(ratio)} times that of the ${before.length} before, ${past}; ${RATIO} times fires. No series of deployments or lead time has been better than its own past in these weeks.`,
      evidence: [
        {
          label: 'AI cost a week',
          value: `${now}, ${past} before`,
          period: spanOf(recent),
          link: { kind: 'series', id: SERIES },
        },
      ],
      series: SERIES,
      covers: [],
    },
  ]);
}
