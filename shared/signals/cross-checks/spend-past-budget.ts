import { DAY_MS, msToDay, startOfMonth } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { formatFigure } from '#shared/figures.ts';
import { checked, type Evidence, type Found, notChecked, type Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { type Forecast, forecastOf, nextMonth, type Spend, spendsOf, spentBetween } from './spend.ts';
import { dayWords, monthWords } from './weekly.ts';
import { counted, percent } from './wording.ts';

const OVER_NOW = checkThreshold('spend-past-budget', 'overNow');
/** A month that closed over its budget is spoken of until the next one is over. */
const LOOKBACK_DAYS = 31;

type Past = {
  readonly month: number;
  readonly spent: number;
  readonly budget: number;
  readonly closed: boolean;
};

/** The month that is past its budget: the one under way, else the one before it. */
function pastMonth(spend: Spend): Past | null {
  const now = startOfMonth(spend.newestDay);
  const before = startOfMonth(now - DAY_MS);
  for (const month of [now, before]) {
    const budget = spend.plan.get(month);
    const last = Math.min(spend.newestDay, nextMonth(month) - DAY_MS);
    const closed = last === nextMonth(month) - DAY_MS;
    if (budget === undefined || spend.newestDay - last > LOOKBACK_DAYS * DAY_MS) continue;
    const spent = spentBetween(spend, month, last);
    if (spent > budget) return { month, spent, budget, closed };
  }
  return null;
}

/** Spend over plan to date, as a share of it, at the ends of the newest two weeks. */
function variances(spend: Spend): readonly number[] {
  return [7, 0].map((back) => {
    const at = spend.newestDay - back * DAY_MS;
    const month = startOfMonth(at);
    const days = (nextMonth(month) - month) / DAY_MS;
    const plan = ((spend.plan.get(month) ?? Number.NaN) * ((at - month) / DAY_MS + 1)) / days;
    return (spentBetween(spend, month, at) - plan) / plan;
  });
}

/** What the rate of the newest weeks leads to; the month under way is part of the same story. */
function forecastEvidence(spend: Spend, forecast: Forecast | null): readonly Evidence[] {
  if (forecast === null) return [];
  const { total, budget, goneOn, month, spent, days } = forecast;
  const money = (value: number) => formatFigure(value, spend.unit);
  const gone =
    goneOn === null
      ? ''
      : `; at the rate of four weeks it is gone on ${dayWords(goneOn)} and the month ends at ${money(total)}`;
  return [
    {
      label: monthWords(month),
      value: `${money(spent)} of ${money(budget)} after ${counted(days, 'day')}${gone}`,
      period: null,
      link: { kind: 'series', id: spend.series },
    },
  ];
}

function words(spend: Spend, past: Past | null, over: readonly number[]) {
  const money = (value: number) => formatFigure(value, spend.unit);
  if (past === null) {
    const [before = 0, now = 0] = over;
    return {
      headline: `${spend.what} ${percent(now)} over its plan to date`,
      text: `${spend.what}: ${percent(now)} over the plan to date, and ${percent(before)} over it a week earlier.`,
      onset: msToDay(spend.newestDay - 7 * DAY_MS),
    };
  }
  const name = monthWords(past.month);
  const left = Math.round((nextMonth(past.month) - spend.newestDay) / DAY_MS) - 1;
  const stands = past.closed
    ? `${name} closed at`
    : `${counted(left, 'day')} before the end of ${name} stands at`;
  return {
    headline: `${spend.what}: ${money(past.spent)} of ${money(past.budget)} in ${name}`,
    text: `${spend.what}: ${stands} ${money(past.spent)} of ${money(past.budget)}.`,
    onset: msToDay(past.month),
  };
}

function foundFor(spend: Spend): Found | null {
  const past = pastMonth(spend);
  const over = variances(spend);
  const lasting = over.every((one) => one > OVER_NOW);
  if (past === null && !lasting) return null;
  const forecast = forecastOf(spend);
  const { headline, text, onset } = words(spend, past, over);
  const money = (value: number) => formatFigure(value, spend.unit);
  const goneOn = forecast?.goneOn ?? null;
  const next =
    goneOn === null || forecast === null
      ? ''
      : ` ${monthWords(forecast.month)} stands at ${money(forecast.spent)}; at the rate of the last four weeks its budget is gone on about ${dayWords(goneOn)}, and it ends at about ${money(forecast.total)}.`;
  const variance = over.map(percent).join(' and ');
  return {
    entities: [spend.metric],
    onset,
    headline,
    text: `${text}${next}`,
    rule: `${past === null ? '' : `Spend of ${monthWords(past.month)}, ${money(past.spent)}, is over its budget of ${money(past.budget)}. `}Against the plan to date the newest two weeks stood ${variance} over; more than ${percent(OVER_NOW)} twice running fires too.`,
    evidence: [
      ...(past === null
        ? []
        : [
            {
              label: monthWords(past.month),
              value: `${money(past.spent)} of ${money(past.budget)}${past.closed ? ', closed' : ''}`,
              period: null,
              link: { kind: 'series', id: spend.series } as const,
            },
          ]),
      ...forecastEvidence(spend, forecast).filter(() => past === null || past.closed),
    ],
    series: spend.series,
    covers: [spend.series],
    tells: ['spend-will-pass-budget'],
    size: Math.min(1, past === null ? (over[1] ?? 0) : past.spent / past.budget - 1),
  };
}

/** Spend that is past the budget of its month, or a tenth over plan two weeks running. */
export function spendPastBudget(input: CheckInput): Outcome {
  const spends = spendsOf(input.stored, input.asOf);
  if (spends.length === 0) return notChecked('no spend has a budget by the month beside it');
  return checked(spends.flatMap((spend) => foundFor(spend) ?? []));
}
