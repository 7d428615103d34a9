import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { checked, type Evidence, type Found, notChecked, type Outcome } from './check.ts';
import { type CheckInput, nameOf } from './check-input.ts';
import { signalWithin } from './signals-of.ts';
import { completeWeeks, dayWords, isCurrent, levelOf, spanOf, type Week } from './weekly.ts';
import { capitalised, percent, points } from './wording.ts';

const ID = 'toil-up-new-work-down';
const POINTS = checkThreshold(ID, 'points');
const LEAST_WEEKS = 16;
const WINDOW = 12;
const RECENT = 4;
const BEFORE = 26;
const LEAST_BEFORE = 12;

/** Toil per unit of new work on the log scale: one series for the composition, so that it raises one signal. */
function balanceOf(toil: Series, newWork: Series): Series {
  const fresh = new Map(
    Array.from(newWork.starts, (start, index) => [start, newWork.values[index] ?? Number.NaN]),
  );
  const values = Float64Array.from(toil.starts, (start, index) =>
    Math.log((toil.values[index] ?? Number.NaN) / (fresh.get(start) ?? Number.NaN)),
  );
  return {
    ...toil,
    metric: 'own:toil-per-new-work',
    metricName: 'Toil per new work',
    unit: null,
    aggregation: 'mean',
    values: values.map((value) => (Number.isFinite(value) ? value : Number.NaN)),
    numerators: null,
    denominators: null,
  };
}

/** When toil began to take more of the time, by the engine on the balance; null where it did not. */
function onsetOf(input: CheckInput, toil: Series, newWork: Series): string | null {
  const reading = evaluateSeries(balanceOf(toil, newWork), null, { asOf: input.asOf });
  const grown = (['worse', 'neither'] as const)
    .map((direction) => signalWithin(reading, direction, { asOf: input.asOf, weeks: WINDOW }))
    .find((signal) => signal !== null);
  return grown?.onset ?? null;
}

function evidenceOf(
  label: string,
  weeks: { recent: readonly Week[]; before: readonly Week[] },
  series: Series,
): Evidence {
  return {
    label,
    value: `${percent(levelOf(weeks.recent))}, ${percent(levelOf(weeks.before))} before`,
    period: spanOf(weeks.recent),
    link: { kind: 'series', id: seriesId(series) },
  };
}

function foundFor(input: CheckInput, toil: Series, newWork: Series): Found | null {
  const [hard, fresh] = [completeWeeks(toil, input.asOf), completeWeeks(newWork, input.asOf)];
  if (hard.length < LEAST_WEEKS || fresh.length < LEAST_WEEKS || !isCurrent(hard, input.asOf)) return null;
  const onset = onsetOf(input, toil, newWork);
  if (onset === null) return null;
  const split = (weeks: readonly Week[]) => ({
    recent: weeks.slice(-RECENT),
    before: weeks.filter(({ start }) => start < Date.parse(onset)).slice(-BEFORE),
  });
  const [toilWeeks, newWeeks] = [split(hard), split(fresh)];
  if (toilWeeks.before.length < LEAST_BEFORE) return null;
  const rose = levelOf(toilWeeks.recent) - levelOf(toilWeeks.before);
  const fell = levelOf(newWeeks.before) - levelOf(newWeeks.recent);
  if (!(rose >= POINTS && fell >= POINTS)) return null;
  const team = capitalised(nameOf(input, toil.entity));
  const [now, past] = [percent(levelOf(toilWeeks.recent)), percent(levelOf(toilWeeks.before))];
  const [newNow, newPast] = [percent(levelOf(newWeeks.recent)), percent(levelOf(newWeeks.before))];
  return {
    entities: [toil.entity],
    onset,
    headline: `${team}: toil takes ${now} of the time, ${past} before`,
    text: `${team}: toil took ${now} of the time over four weeks (${past} before), new work ${newNow} (${newPast}).`,
    rule: `The balance of toil and new work left its routine on ${dayWords(onset)}. Against the ${toilWeeks.before.length} weeks before that, toil rose by ${points(rose)} and new work fell by ${points(fell)}, each ${points(POINTS)} or more of the time.`,
    evidence: [evidenceOf('Toil', toilWeeks, toil), evidenceOf('New work', newWeeks, newWork)],
    series: seriesId(toil),
    covers: ['capacity-toil', 'capacity-new-work', 'capacity-maintenance', 'capacity-compliance'].map(
      (metric) => `${metric}|${toil.entity}`,
    ),
    size: Math.min(1, rose / levelOf(toilWeeks.before)),
  };
}

/** Toil grows while new work shrinks: of a team against its own past, and of the organization. */
export function toilUpNewWorkDown(input: CheckInput): Outcome {
  const pairs = (input.byMetric.get('capacity-toil') ?? []).flatMap((toil) => {
    const newWork = input.series.get(`capacity-new-work|${toil.entity}`);
    return newWork === undefined ? [] : [{ toil, newWork }];
  });
  if (pairs.length === 0) return notChecked('no capacity on toil and on new work is imported');
  const long = pairs.filter(({ toil }) => completeWeeks(toil, input.asOf).length >= LEAST_WEEKS);
  if (long.length === 0) return notChecked(`it needs ${LEAST_WEEKS} weeks of capacity`);
  return checked(long.flatMap(({ toil, newWork }) => foundFor(input, toil, newWork) ?? []));
}
