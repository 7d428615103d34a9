import { addDays, type Day, daysBetween } from '#shared/day.ts';
import type { Series } from '#shared/series/series.ts';
import { newestComplete, periodDay, periodEnd } from '#shared/signals/periods.ts';
import { type BudgetException, type BudgetState, budgetState } from './budget-policy.ts';
import { budgetUsed, burnRate, type Events } from './burn-rate.ts';
import { type Allowance, allowanceOf } from './objective.ts';

/** One week of an SLO. */
export type SloWeek = Events & {
  readonly week: Day;
  readonly burn: number;
  /** Share of the budget of the whole window that the week used. */
  readonly used: number;
};

/** Where an SLO stands: attainment, budget and burn, from whole numbers of events. */
export type SloReading = {
  readonly objective: number;
  readonly allowance: Allowance;
  readonly windowDays: number;
  readonly weeks: readonly SloWeek[];
  /** The newest complete weeks that stand for the window. */
  readonly window: { readonly weeks: number; readonly from: Day; readonly to: Day };
  readonly attainment: number;
  /** Share of the budget that is left: 1 is whole, under 0 is overspent. */
  readonly left: number;
  /** Burn rate of the newest week, and over the whole window. */
  readonly fastBurn: number;
  readonly slowBurn: number;
  /** How many of the newest weeks running burnt faster than the budget renews. */
  readonly weeksBurning: number;
  readonly state: BudgetState;
  /** The day on which the rest of the budget is gone at the burn rate of the newest week; null where it lasts, or is gone. */
  readonly exhaustedOn: Day | null;
  /** Less than one event may fail in the window: a single failure spends the budget, and percentages say little. */
  readonly isLowTraffic: boolean;
};

const DEFAULT_WINDOW_DAYS = 30;

/** Weeks with both counts, complete on the day, oldest first. Counts are whole: a week without them is left out. */
function weeksOf(
  series: Series,
  asOf: Day,
  slo: { allowance: Allowance; windowDays: number },
): readonly SloWeek[] {
  const { numerators, denominators } = series;
  const newest = newestComplete(asOf, 'week');
  if (numerators === null || denominators === null || newest === null) return [];
  return Array.from(series.starts).flatMap((start, index): readonly SloWeek[] => {
    const total = denominators[index] ?? Number.NaN;
    const good = numerators[index] ?? Number.NaN;
    if (start > newest || !(total > 0) || Number.isNaN(good)) return [];
    const events = { bad: Math.round(total - good), total: Math.round(total) };
    const burn = burnRate(events, slo.allowance);
    return [{ ...events, week: periodDay(start), burn, used: budgetUsed(burn, 7, slo.windowDays) }];
  });
}

function lastingWhile(weeks: readonly SloWeek[], holds: (week: SloWeek) => boolean): number {
  const broken = weeks.findLastIndex((week) => !holds(week));
  return weeks.length - 1 - broken;
}

function exhaustion(asOf: Day, left: number, burn: number, windowDays: number): Day | null {
  // At a burn of 1 or less the budget renews as fast as it goes.
  if (!(left > 0 && burn > 1)) return null;
  return addDays(asOf, Math.floor((left * windowDays) / burn));
}

/**
 * An SLO with its good and all events a week, read on a day against its objective. The window is stood for by the
 * newest complete weeks that are nearest to its days (four for 30). Null without counts, or where the objective
 * promises nothing.
 */
export function readSlo(
  series: Series,
  objective: number,
  options: { readonly asOf: Day; readonly windowDays?: number; readonly exception?: BudgetException | null },
): SloReading | null {
  const allowance = allowanceOf(objective);
  const windowDays = options.windowDays ?? DEFAULT_WINDOW_DAYS;
  if (allowance === null) return null;
  const weeks = weeksOf(series, options.asOf, { allowance, windowDays });
  const newest = weeks.at(-1);
  if (newest === undefined) return null;
  const length = Math.max(1, Math.round(windowDays / 7));
  const inWindow = weeks.filter(({ week }) => daysBetween(week, newest.week) < length * 7);
  const events = inWindow.reduce<Events>(
    (sum, { bad, total }) => ({ bad: sum.bad + bad, total: sum.total + total }),
    { bad: 0, total: 0 },
  );
  const slowBurn = burnRate(events, allowance);
  const left = (events.total * allowance.bad - events.bad * allowance.of) / (events.total * allowance.bad);
  const weeksBurning = lastingWhile(weeks, ({ burn }) => burn > 1);
  return {
    objective: objective > 1 ? objective / 100 : objective,
    allowance,
    windowDays,
    weeks,
    window: {
      weeks: length,
      from: inWindow[0]?.week ?? newest.week,
      to: periodDay(periodEnd(Date.parse(newest.week), 'week') - 86_400_000),
    },
    attainment: (events.total - events.bad) / events.total,
    left,
    fastBurn: newest.burn,
    slowBurn,
    weeksBurning,
    state: budgetState(left, weeksBurning, options.exception ?? null),
    exhaustedOn: exhaustion(options.asOf, left, newest.burn, windowDays),
    isLowTraffic: events.total * allowance.bad < allowance.of,
  };
}
