import type { Allowance } from './objective.ts';

/** Events of a stretch: how many there were, and how many of them broke the promise. */
export type Events = { readonly bad: number; readonly total: number };

/** (bad / total) / (1 - objective): 1 spends the budget exactly by the end of its window. NaN without events. */
export function burnRate({ bad, total }: Events, allowance: Allowance): number {
  return total > 0 ? (bad * allowance.of) / (total * allowance.bad) : Number.NaN;
}

/** Share of the budget of a window that a stretch at this burn rate uses: burn x stretch / window. */
export function budgetUsed(burn: number, stretchDays: number, windowDays: number): number {
  return (burn * stretchDays) / windowDays;
}

/** Burn rate at which the share `b` of the budget of `windowDays` goes within `hours`: b x T / w. */
export function burnThreshold(b: number, windowDays: number, hours: number): number {
  return (b * windowDays * 24) / hours;
}

/** Hours until a whole budget is gone at this burn rate: T / burn. */
export function hoursToExhaust(burn: number, windowDays: number): number {
  return (windowDays * 24) / burn;
}

export type BurnWindow = {
  readonly severity: 'page' | 'ticket';
  readonly speed: 'quick' | 'slow';
  readonly longHours: number;
  readonly shortHours: number;
  /** Share of the budget that goes within the long window at the threshold. */
  readonly budget: number;
};

/** The four pairs of windows of the SRE Workbook, chapter 5: both windows have to burn for an alert. */
export const BURN_WINDOWS: readonly BurnWindow[] = [
  { severity: 'page', speed: 'quick', longHours: 1, shortHours: 5 / 60, budget: 0.02 },
  { severity: 'page', speed: 'slow', longHours: 6, shortHours: 0.5, budget: 0.05 },
  { severity: 'ticket', speed: 'quick', longHours: 24, shortHours: 2, budget: 0.1 },
  { severity: 'ticket', speed: 'slow', longHours: 72, shortHours: 6, budget: 0.1 },
];

export type BurnAlert = BurnWindow & {
  readonly threshold: number;
  readonly burn: number;
  readonly isBurning: boolean;
};

/** Events over the newest `hours`, the periods being `periodHours` long and the newest last. */
function newestEvents(periods: readonly Events[], periodHours: number, hours: number): Events {
  const newest = periods.slice(-Math.max(1, Math.ceil(hours / periodHours)));
  return newest.reduce<Events>((sum, { bad, total }) => ({ bad: sum.bad + bad, total: sum.total + total }), {
    bad: 0,
    total: 0,
  });
}

/**
 * The pairs of windows that the data can tell apart (its periods are no longer than the long window), with what they
 * burn now. Where periods are longer than the short window the newest period stands for it.
 */
export function burnAlerts(
  periods: readonly Events[],
  periodHours: number,
  slo: { readonly allowance: Allowance; readonly windowDays: number },
): readonly BurnAlert[] {
  return BURN_WINDOWS.filter(({ longHours }) => longHours >= periodHours).map((window) => {
    const threshold = burnThreshold(window.budget, slo.windowDays, window.longHours);
    const over = (hours: number) => burnRate(newestEvents(periods, periodHours, hours), slo.allowance);
    const burn = over(window.longHours);
    return {
      ...window,
      threshold,
      burn,
      isBurning: burn >= threshold && over(window.shortHours) >= threshold,
    };
  });
}
