import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { checked, notChecked, type Outcome, quiet } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { signalWithin } from './signals-of.ts';
import { dayWords } from './weekly.ts';
import { percent } from './wording.ts';

const PASS_SHARE = checkThreshold('all-pass-system-worse', 'passShare');
const WEEKS = 8;
const SCORECARD = 'scorecard-coverage|organization';
const WHOLE = ['sev01-incidents', 'incidents-per-deployment', 'customer-impact-minutes'];

/** Nearly every service passes its scorecard while the organization's own numbers get worse. */
export function allPassSystemWorse(input: CheckInput): Outcome {
  const share = input.readings.get(SCORECARD)?.points.findLast(({ value }) => value !== null);
  if (share === undefined || share.value === null)
    return notChecked('no scorecard of the services is imported');
  const whole = WHOLE.flatMap((metric) => input.readings.get(`${metric}|organization`) ?? []);
  if (whole.length === 0)
    return notChecked('no Sev0/Sev1 incidents or customer minutes of the organization are imported');
  if (!(share.value >= PASS_SHARE)) return quiet;
  const worse = whole.flatMap((reading) => {
    const signal = signalWithin(reading, 'worse', { asOf: input.asOf, weeks: WEEKS });
    return signal === null ? [] : [{ reading, signal }];
  });
  const [first] = worse;
  if (first === undefined) return quiet;
  const name = first.reading.metricName;
  return checked([
    {
      entities: ['organization'],
      onset: first.signal.onset,
      headline: `${percent(share.value)} of services pass, and ${name} got worse`,
      text: `${percent(share.value)} of services pass their scorecard while ${name} of the organization got worse since ${dayWords(first.signal.onset)}. The rules measure parts; customers meet the whole.`,
      rule: `${percent(share.value)} of services are at the agreed level, ${percent(PASS_SHARE)} or more; and within ${WEEKS} weeks ${name} of the organization left its routine for the worse.`,
      evidence: [
        {
          label: 'Services at the agreed level',
          value: percent(share.value),
          period: share.period,
          link: { kind: 'series', id: SCORECARD },
        },
        ...worse.map(({ reading, signal }) => ({
          label: reading.metricName,
          value: signal.text,
          period: `since ${dayWords(signal.onset)}`,
          link: { kind: 'series', id: reading.id } as const,
        })),
      ],
      series: first.reading.id,
      covers: [],
    },
  ]);
}
