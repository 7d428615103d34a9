import { msToDay } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { formatFigure } from '#shared/figures.ts';
import { normalTail } from '#shared/signals/distributions/normal.ts';
import { checked, type Found, notChecked, type Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { forecastOf, type Spend, spendsOf } from './spend.ts';
import { dayWords, monthWords } from './weekly.ts';
import { percent } from './wording.ts';

const ID = 'spend-will-pass-budget';
const PROBABILITY = checkThreshold(ID, 'prob');
const LEAST_DAYS = checkThreshold(ID, 'minDays');

function foundFor(spend: Spend): Found | null {
  const forecast = forecastOf(spend);
  if (forecast === null || forecast.spent > forecast.budget || forecast.days < LEAST_DAYS) return null;
  const { total, budget, error, low, high, month, goneOn } = forecast;
  const probability = error > 0 ? normalTail((budget - total) / error) : Number(total > budget);
  if (!(probability >= PROBABILITY)) return null;
  const money = (value: number) => formatFigure(value, spend.unit);
  const name = monthWords(month);
  const gone = goneOn === null ? '' : `; the budget is gone on ${dayWords(goneOn)}`;
  return {
    entities: [spend.metric],
    onset: msToDay(month),
    headline: `${spend.what} ends ${name} at about ${money(total)} of ${money(budget)}`,
    places: { date: goneOn === null ? `the end of ${name}` : dayWords(goneOn) },
    text: `${spend.what}: at the rate of the last four weeks ${name} ends at ${money(total)} (${money(low)} to ${money(high)}) against ${money(budget)}${gone}.`,
    rule: `Spent so far ${money(forecast.spent)} in ${forecast.days} days; the rest of the month at the mean of the newest 28 days. The chance that it ends over budget is ${percent(Math.min(0.99, probability))}; it fires from ${percent(PROBABILITY)} on, after ${LEAST_DAYS} days.`,
    evidence: [
      {
        label: `Spent in ${name}`,
        value: `${money(forecast.spent)} of ${money(budget)}`,
        period: `${forecast.days} days`,
        link: { kind: 'series', id: spend.series },
      },
      {
        label: 'At this rate',
        value: `${money(total)} (${money(low)} to ${money(high)})`,
        period: `end of ${name}`,
        link: { kind: 'series', id: spend.series },
      },
    ],
    series: spend.series,
    covers: [spend.series],
    size: Math.min(1, total / budget - 1),
  };
}

/** Spend that will pass its budget at the rate of the newest four weeks. */
export function spendWillPassBudget(input: CheckInput): Outcome {
  const spends = spendsOf(input.stored, input.asOf);
  if (spends.length === 0) return notChecked('no spend has a budget by the month beside it');
  if (spends.every((spend) => forecastOf(spend) === null))
    return notChecked('it needs 28 days of spend and a budget for this month');
  return checked(spends.flatMap((spend) => foundFor(spend) ?? []));
}
