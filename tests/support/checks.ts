import { addDays, type Day, msToDay, WEEK_MS } from '#shared/day.ts';
import { metricById } from '#shared/drive/catalogue.ts';
import type { Series } from '#shared/series/series.ts';
import type { CrossCheck, Outcome } from '#shared/signals/cross-checks/check.ts';
import { type CheckInput, type CheckSources, checkInput } from '#shared/signals/cross-checks/check-input.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { aSeries } from './series.ts';

/** The Wednesday after the newest week of any of the series. */
export function wednesdayAfter(series: readonly Series[]): Day {
  const newest = Math.max(...series.map(({ starts }) => starts.at(-1) ?? 0));
  return addDays(msToDay(newest + WEEK_MS), 2);
}

/** What the checks look at, with every series read by the engine. */
export function checkInputOf(
  sources: Partial<CheckSources> & { readonly series: readonly Series[] },
): CheckInput {
  const asOf = sources.asOf ?? wednesdayAfter(sources.series);
  const readings = sources.series.map((one) => evaluateSeries(one, metricById(one.metric) ?? null, { asOf }));
  return checkInput({ readings, ...sources, asOf });
}

/** A weekly series of counts or levels. */
export function weekly(metric: string, entity: string, values: readonly (number | null)[]): Series {
  return aSeries({ metric, metricName: metricById(metric)?.name ?? metric, entity, values });
}

/** A weekly rate with what it is made of. */
export function weeklyRate(
  metric: string,
  entity: string,
  counts: { readonly numerators: readonly number[]; readonly denominators: readonly number[] },
): Series {
  const { numerators, denominators } = counts;
  const values = numerators.map((count, index) => {
    const of = denominators[index] ?? 0;
    return of > 0 ? count / of : null;
  });
  return aSeries({ metric, metricName: metricById(metric)?.name ?? metric, entity, values, ...counts });
}

/** The value, so many times. */
export function repeated<Value>(value: Value, times: number): readonly Value[] {
  return Array.from({ length: times }, () => value);
}

/** How often an outcome fired, or why it was not checked. */
export function firings(outcome: Outcome): number | string {
  return outcome.kind === 'checked' ? outcome.found.length : outcome.because;
}

/** With ordinary spaces between numbers and units. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** The one thing that an outcome found. */
export function theOne(
  outcome: Outcome,
): Pick<CrossCheck, 'text' | 'rule' | 'entities' | 'onset'> & { readonly level?: string } {
  if (outcome.kind !== 'checked' || outcome.found.length !== 1)
    throw new Error(`Not one: ${firings(outcome)}`);
  const [one] = outcome.found;
  if (one === undefined) throw new Error('Nothing was found');
  return { ...one, text: plain(one.text), rule: plain(one.rule) };
}
