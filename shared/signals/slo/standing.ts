import type { Day } from '#shared/day.ts';
import { formatPair } from '#shared/figures.ts';
import { type BudgetState, policyOf } from './budget-policy.ts';
import type { SloReading } from './slo-reading.ts';

/** Where an SLO stands, as it crosses to the screen: without its weeks. */
export type SloStanding = Omit<SloReading, 'weeks' | 'allowance'> & {
  /** Id of the series of its attainment. */
  readonly series: string;
  readonly service: string;
  /** Share of the window's budget that each of its weeks used, the newest last. */
  readonly used: readonly number[];
};

export function toStanding(series: string, service: string, reading: SloReading): SloStanding {
  const { weeks, allowance: _allowance, ...rest } = reading;
  return { ...rest, series, service, used: weeks.slice(-reading.window.weeks).map(({ used }) => used) };
}

const STATES: Readonly<Record<BudgetState, string>> = {
  healthy: 'healthy',
  watch: 'to be watched',
  warning: 'in warning',
  spent: 'spent',
  exception: 'spent, with an exception',
};

function perCent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

function dayText(day: Day): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function burnText(burn: number): string {
  return burn >= 10 ? burn.toFixed(0) : burn.toFixed(1);
}

/** "99.37 % over 4 weeks against 99.50 %: the error budget is spent, overspent by 25 %." */
export function budgetSentence(standing: SloStanding): string {
  const { attainment, objective, left, state, window, isLowTraffic } = standing;
  const [now, wanted] = formatPair(attainment, objective, 'share');
  const stands = `${now} over ${window.weeks} ${window.weeks === 1 ? 'week' : 'weeks'} against ${wanted}`;
  if (isLowTraffic) {
    return `${stands}. So little happens here that one failure spends the whole budget: the time between failures says more.`;
  }
  const rest = left < 0 ? `overspent by ${perCent(-left)}` : `${perCent(left)} of it is left`;
  return `${stands}: the error budget is ${STATES[state]}, ${rest}.`;
}

/** How fast the budget goes, when it is gone, and what the policy says. */
export function burnSentence({ fastBurn, slowBurn, weeksBurning, exhaustedOn, state }: SloStanding): string {
  const running = weeksBurning > 1 ? `, above 1 for ${weeksBurning} weeks running` : '';
  const gone = exhaustedOn === null ? '' : ` At this rate it is gone on ${dayText(exhaustedOn)}.`;
  return `It burns at ${burnText(fastBurn)} this week and ${burnText(slowBurn)} over the window${running}; at 1 it lasts exactly.${gone} ${policyOf(state)}`;
}
