import { DAY_MS, type Day, dayToMs, msToDay, startOfMonth } from '#shared/day.ts';
import type { Series } from '#shared/series/series.ts';
import { mean } from './weekly.ts';

/** What is paid for, its spend by the day, and the plan of each month. */
export type Spend = {
  readonly what: string;
  readonly metric: string;
  /** The series that a room is shown. */
  readonly series: string;
  /** Spend of each day up to the newest on record. */
  readonly byDay: ReadonlyMap<number, number>;
  readonly newestDay: number;
  /** Plan by start of month. */
  readonly plan: ReadonlyMap<number, number>;
  readonly unit: string | null;
};

const PLAN = /\b(plan|planned|budget)\b/i;
const AI = /\b(ai|llm|model|models|token|tokens|openai|anthropic|genai)\b/i;
const CLOUD = /\b(cloud|aws|azure|gcp|infrastructure|hosting)\b/i;

/** Whether a series is somebody's plan and measures nothing. */
export function isPlan({ metric, metricName, grain }: Series): boolean {
  return (
    metric.startsWith('own:') &&
    PLAN.test(metricName) &&
    (grain === 'month' || grain === 'quarter' || grain === 'year')
  );
}

const KINDS = [
  { metric: 'llm-cost', what: 'AI and LLM cost', named: AI },
  { metric: 'cloud-spend', what: 'Cloud spend', named: CLOUD },
] as const;

function daysOfPeriod(series: Series, index: number): number {
  const start = series.starts[index] ?? 0;
  switch (series.grain) {
    case 'week':
      return 7;
    case 'month':
      return Math.round((nextMonth(start) - start) / DAY_MS);
    default:
      return 1;
  }
}

export function nextMonth(month: number): number {
  const at = new Date(month);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
}

/** Spend by the day; a week or a month is spread evenly over its days. */
function dailySpend(parts: readonly Series[]): ReadonlyMap<number, number> {
  const byDay = new Map<number, number>();
  for (const series of parts) {
    for (const [index, start] of series.starts.entries()) {
      const value = series.values[index] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const days = daysOfPeriod(series, index);
      for (let day = 0; day < days; day++) {
        const at = start + day * DAY_MS;
        byDay.set(at, (byDay.get(at) ?? 0) + value / days);
      }
    }
  }
  return byDay;
}

/** The organization's own series where a file gives one, else its parts together. */
function partsOf(stored: readonly Series[], metric: string): readonly Series[] {
  const all = stored.filter(
    (one) => one.metric === metric && one.grain !== 'quarter' && one.grain !== 'year',
  );
  const whole = all.filter(({ entity }) => entity === 'organization');
  return whole.length > 0 ? whole : all;
}

function planOf(plans: readonly Series[]): ReadonlyMap<number, number> {
  const plan = new Map<number, number>();
  for (const series of plans) {
    for (const [index, start] of series.starts.entries()) {
      const value = series.values[index] ?? Number.NaN;
      if (series.grain === 'month' && value > 0)
        plan.set(startOfMonth(start), (plan.get(startOfMonth(start)) ?? 0) + value);
    }
  }
  return plan;
}

/** What is spent and planned, by kind of spend; a kind without one of both is left out. */
export function spendsOf(stored: readonly Series[], asOf: Day): readonly Spend[] {
  const plans = stored.filter(isPlan);
  const until = dayToMs(asOf) ?? 0;
  return KINDS.flatMap(({ metric, what, named }): readonly Spend[] => {
    const parts = partsOf(stored, metric);
    const own = plans.filter(({ metricName }) => named.test(metricName));
    const byDay = new Map([...dailySpend(parts)].filter(([day]) => day < until));
    const plan = planOf(own);
    const newestDay = Math.max(...byDay.keys());
    if (plan.size === 0 || byDay.size === 0) return [];
    const series = `${metric}|organization`;
    return [{ what, metric, series, byDay, newestDay, plan, unit: parts[0]?.unit ?? null }];
  });
}

/** Spend of the days from the first to the last, both included. */
export function spentBetween({ byDay }: Spend, from: number, to: number): number {
  let total = 0;
  for (let day = from; day <= to; day += DAY_MS) total += byDay.get(day) ?? 0;
  return total;
}

export type Forecast = {
  readonly month: number;
  readonly budget: number;
  readonly spent: number;
  /** Days of the month that are on record. */
  readonly days: number;
  readonly total: number;
  readonly low: number;
  readonly high: number;
  readonly error: number;
  /** The day on which the budget is gone at the rate of the newest 28 days; null where it lasts the month. */
  readonly goneOn: Day | null;
};

const RATE_DAYS = 28;
const RESIDUAL_WEEKS = 12;

/** Standard error of a week's spend around its mean, more where neighbouring weeks resemble each other. */
function weeklyError(spend: Spend): number {
  const weeks = Array.from({ length: RESIDUAL_WEEKS }, (_, back) => {
    const to = spend.newestDay - back * 7 * DAY_MS;
    return spentBetween(spend, to - 6 * DAY_MS, to);
  }).filter((week) => week > 0);
  const recent = weeks.slice(0, 4);
  const residuals = recent.map((week) => week - mean(recent));
  const variance = residuals.reduce((sum, one) => sum + one * one, 0) / Math.max(1, recent.length - 1);
  const lagged = residuals.slice(1).reduce((sum, one, index) => sum + one * (residuals[index] ?? 0), 0);
  const squares = residuals.reduce((sum, one) => sum + one * one, 0);
  const r = squares > 0 ? Math.min(0.9, Math.max(0, lagged / squares)) : 0;
  return Math.sqrt(variance * ((1 + r) / (1 - r)));
}

/** How the month ends at the rate of the newest 28 days; null without a budget for it, or with less than 28 days. */
export function forecastOf(spend: Spend): Forecast | null {
  const { newestDay, byDay, plan } = spend;
  const month = startOfMonth(newestDay);
  const budget = plan.get(month);
  if (budget === undefined || byDay.size < RATE_DAYS) return null;
  const spent = spentBetween(spend, month, newestDay);
  const rate = spentBetween(spend, newestDay - (RATE_DAYS - 1) * DAY_MS, newestDay) / RATE_DAYS;
  const left = Math.round((nextMonth(month) - newestDay) / DAY_MS) - 1;
  const weeks = left / 7;
  // The rate is a mean of four weeks, and what is to come varies like a week around it.
  const error = weeklyError(spend) * Math.sqrt(weeks + (weeks * weeks) / 4);
  const total = spent + rate * left;
  const daysLeft = rate > 0 ? Math.round((budget - spent) / rate) : Number.POSITIVE_INFINITY;
  return {
    month,
    budget,
    spent,
    days: Math.round((newestDay - month) / DAY_MS) + 1,
    total,
    low: total - 1.96 * error,
    high: total + 1.96 * error,
    error,
    goneOn: spent < budget && daysLeft <= left ? msToDay(newestDay + daysLeft * DAY_MS) : null,
  };
}
