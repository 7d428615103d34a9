import { counted, listed, longDay } from '#shared/readout/wording.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import {
  type ComputedAnswer,
  current,
  figure,
  newestDay,
  newestValue,
  type QuestionInput,
} from './question-input.ts';

const SLO_METRICS = ['slo-attainment', 'error-budget-left', 'slos-met'] as const;

/** Whether the newest value misses what was promised; null when no objective is known to judge it by. */
function breached(reading: SeriesReading): boolean | null {
  const point = newestValue(reading);
  if (point === null || reading.target === null) return null;
  const { op, value } = reading.target;
  switch (op) {
    case '>=':
      return point.value < value;
    case '>':
      return point.value <= value;
    case '<=':
      return point.value > value;
    case '<':
      return point.value >= value;
  }
}

function describe(input: QuestionInput, reading: SeriesReading): string {
  const point = newestValue(reading);
  const objective = reading.target?.value;
  if (point === null || objective === undefined) return reading.entityName;
  const now = figure(input, point.value, reading.unit);
  const wanted = figure(input, objective, reading.unit);
  return `${reading.entityName} (${now} against ${wanted})`;
}

/** Sev0 and Sev1 incidents of the newest complete week, where they are counted. */
function incidentSentence(input: QuestionInput): string {
  const readings = current(input, 'sev01-incidents');
  const organization = readings.filter(({ entity }) => entity === 'organization');
  const counts = (organization.length > 0 ? organization : readings).map(
    (reading) => newestValue(reading)?.value ?? 0,
  );
  if (counts.length === 0) return 'The breaches cannot be compared: no incident record.';
  const count = counts.reduce((sum, value) => sum + value, 0);
  return `The record has ${count === 0 ? 'no Sev0 or Sev1 incident' : counted(count, 'Sev0 or Sev1 incident')} in the newest week; which breach it explains is for the room to say.`;
}

function notAnswered(input: QuestionInput, measured: readonly SeriesReading[]): ComputedAnswer {
  if (measured.length > 0) {
    const names = listed(measured.map(({ entityName }) => entityName));
    return {
      id: 'q2',
      kind: 'not-answered',
      text: `Not answered: no objective is set for ${names}, so nothing can be called broken.`,
      evidence: measured.map(({ id }) => id),
    };
  }
  const since = newestDay(input, SLO_METRICS);
  const text = since === null ? 'no SLO is measured' : `no SLO data since ${longDay(since, input.locale)}`;
  return { id: 'q2', kind: 'not-answered', text: `Not answered: ${text}.`, evidence: [] };
}

/** Question 2: attainment under its objective now, beside what the incident record says. */
export function answerBrokenPromises(input: QuestionInput): ComputedAnswer {
  // One measure answers for all: attainment where it is known, else the budget that is left, else met or missed.
  const metric = SLO_METRICS.find((id) => current(input, id).length > 0);
  const measured = metric === undefined ? [] : current(input, metric);
  const judged = measured.filter((reading) => breached(reading) !== null);
  if (judged.length === 0) return notAnswered(input, measured);
  const broken = judged.filter((reading) => breached(reading) === true);
  const unjudged = measured
    .filter((reading) => breached(reading) === null)
    .map(({ entityName }) => entityName);
  const rest = unjudged.length === 0 ? '' : ` No objective is set for ${listed(unjudged)}.`;
  const all = counted(judged.length, 'SLO');
  const text =
    broken.length === 0
      ? judged.length === 1
        ? 'The one SLO with an objective is met.'
        : `All ${all} with an objective are met.`
      : `${broken.length} of ${all} ${broken.length === 1 ? 'is' : 'are'} breached: ${listed(broken.map((reading) => describe(input, reading)))}. ${incidentSentence(input)}`;
  return { id: 'q2', kind: 'computed', text: `${text}${rest}`, evidence: broken.map(({ id }) => id) };
}
