import { type CheckLevel, checkThreshold } from '#shared/drive/cross-checks.ts';
import { formatPair } from '#shared/figures.ts';
import { seriesId } from '#shared/series/series.ts';
import { policyOf } from '#shared/signals/slo/budget-policy.ts';
import { checked, type Found, notChecked, type Outcome } from './check.ts';
import { type CheckInput, nameOf } from './check-input.ts';
import { type ReadSloOf, slosOf } from './slos.ts';
import { dayWords } from './weekly.ts';
import { capitalised, counted, percent } from './wording.ts';

const ID = 'error-budget-spent';
const WARN = checkThreshold(ID, 'warn');
const WEEKS = checkThreshold(ID, 'weeks');

function levelOf(left: number, state: string): CheckLevel {
  if (left <= 0) return state === 'exception' ? 'normal' : 'stop';
  return left <= WARN ? 'high' : 'normal';
}

function onsetOf({ reading }: ReadSloOf): string {
  const quiet = reading.weeks.findLastIndex(({ burn }) => burn <= 1);
  return reading.weeks[quiet + 1]?.week ?? reading.window.to;
}

function foundFor(input: CheckInput, slo: ReadSloOf): Found | null {
  const { series, reading } = slo;
  const { left, weeksBurning, state, window } = reading;
  if (reading.isLowTraffic || !(left <= WARN || weeksBurning >= WEEKS)) return null;
  const service = nameOf(input, series.entity);
  const [attained, promised] = formatPair(reading.attainment, reading.objective, 'share');
  const stands = left <= 0 ? `overspent by ${percent(-left)}` : `${percent(left)} left`;
  return {
    entities: [series.entity],
    onset: onsetOf(slo),
    level: levelOf(left, state),
    headline: `${capitalised(service)}: error budget ${left <= 0 ? 'spent' : `at ${percent(left)}`}`,
    text: `${capitalised(service)}: “${promised}” has ${left <= 0 ? 'nothing' : percent(left)} of its budget left (${state}). The policy says: ${policyOf(state)}`,
    rule: `Over ${counted(window.weeks, 'week')} since ${dayWords(window.from)} the budget is ${stands}; it burnt faster than it renews for ${counted(weeksBurning, 'week')} running. It fires at ${percent(WARN)} left, or after ${WEEKS} such weeks.`,
    evidence: [
      {
        label: 'Attainment over the window',
        value: `${attained} against ${promised}`,
        period: `${dayWords(window.from)} to ${dayWords(window.to)}`,
        link: { kind: 'series', id: seriesId(series) },
      },
      {
        label: `Budget used a week, of ${reading.windowDays} days`,
        value: reading.weeks
          .slice(-window.weeks)
          .map(({ used }) => percent(used))
          .join(', '),
        period: null,
        link: { kind: 'series', id: seriesId(series) },
      },
    ],
    series: seriesId(series),
    covers: [seriesId(series)],
    size: 1,
  };
}

/** An error budget that is spent, nearly so, or on its way for four weeks running; with what the policy says. */
export function errorBudgetSpent(input: CheckInput): Outcome {
  const slos = slosOf(input);
  if (slos.length === 0) return notChecked('no SLO has both an objective and its counts of events');
  return checked(slos.flatMap((slo) => foundFor(input, slo) ?? []));
}
