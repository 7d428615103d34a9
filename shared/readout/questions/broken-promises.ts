import { counted, listed, longDay } from '#shared/readout/wording.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { incidentsBeside } from './incidents-beside.ts';
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
  const standing = input.slos?.find(({ series }) => series === reading.id);
  const budget =
    standing === undefined || standing.isLowTraffic
      ? ''
      : standing.left <= 0
        ? '; its error budget is spent'
        : `; ${Math.round(standing.left * 100)}\u00a0% of its error budget is left`;
  return `${reading.entityName} (${now} against ${wanted}${budget})`;
}

const MOST_NAMED = 3;

function named(readings: readonly SeriesReading[]): string {
  const names = readings.map(({ entityName }) => entityName);
  const rest = names.length - MOST_NAMED;
  return rest > 1 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${rest} more` : listed(names);
}

function notAnswered(input: QuestionInput, measured: readonly SeriesReading[]): ComputedAnswer {
  if (measured.length > 0) {
    return {
      id: 'q2',
      kind: 'not-answered',
      text: `Not answered: no objective is set for ${named(measured)}, so nothing can be called broken.`,
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
  const met = judged.filter((reading) => !broken.includes(reading));
  const unjudged = measured.filter((reading) => breached(reading) === null);
  const parts = [
    broken.length === 0 ? metSentence(judged.length) : brokenSentence(input, broken, judged.length),
    incidentsBeside(input, broken, met),
    unjudged.length === 0 ? '' : `No objective is set for ${named(unjudged)}.`,
  ];
  return {
    id: 'q2',
    kind: 'computed',
    text: parts.filter((part) => part !== '').join(' '),
    evidence: broken.map(({ id }) => id),
  };
}

function metSentence(judged: number): string {
  return judged === 1
    ? 'The one SLO with an objective is met.'
    : `All ${judged} SLOs with an objective are met.`;
}

function brokenSentence(input: QuestionInput, broken: readonly SeriesReading[], judged: number): string {
  const list = listed(broken.map((reading) => describe(input, reading)));
  return `${broken.length} of ${counted(judged, 'SLO')} ${broken.length === 1 ? 'is' : 'are'} breached: ${list}.`;
}
