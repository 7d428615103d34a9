import { DAY_MS, dayToMs, WEEK_MS } from '#shared/day.ts';
import { agendaTemplateById } from '#shared/drive/agenda-templates.ts';
import { sixQuestions } from '#shared/drive/six-questions.ts';
import { reviewStream, type StoredEvent } from '#shared/events/event.ts';
import { toReadout } from '#shared/readout/to-readout.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { agendaOf } from '#shared/review/agenda.ts';
import { commitmentsToCheck } from '#shared/review/commitments.ts';
import { foldReview } from '#shared/review/fold.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import type { HistoryLog } from '#shared/sample/history/history-log.ts';
import type { PastReview } from '#shared/sample/history/past-reviews.ts';
import { PROMISES } from '#shared/sample/history/promises.ts';
import { OBJECTIVES } from '#shared/sample/objectives.ts';
import { seriesOfSample } from '#shared/sample/series-of-sample.ts';
import { dayOfWeek } from '#shared/sample/weekly-values.ts';
import { readCurrentState } from '#shared/signals/current-state.ts';
import type { Anomaly, CurrentState } from '#shared/signals/reading.ts';

const TEMPLATE = 'organization-60';
const CONSTRAINT = 'Review capacity of Platform';
const MINUTE_MS = 60_000;

/** The state that the review looked at: all weeks that were over on its day. */
function stateOn(day: string, { organization, entities }: Registers): CurrentState {
  const over = (dayToMs(day) ?? Number.NaN) + DAY_MS - WEEK_MS;
  return readCurrentState(seriesOfSample(over), {
    asOf: day,
    entities: [
      { id: 'organization', kind: 'organization', displayName: organization?.name ?? null },
      ...entities,
    ],
    rebaselines: [{ series: 'on-call-pages|checkout', from: '2026-06-29', cause: 'Experiment E-1' }],
    setAside: [{ metric: 'deployment-frequency', entity: null, from: dayOfWeek(5, 0), to: dayOfWeek(6, 6) }],
    targets: OBJECTIVES.map(({ service, target }) => ({
      metric: 'slo-attainment',
      entity: service,
      target: { op: '>=', value: target },
    })),
  });
}

function anomalyOf(state: CurrentState, series: string): Anomaly {
  const found = state.anomalies.find((anomaly) => anomaly.reading.id === series);
  if (found === undefined) throw new Error(`${series} shows no signal on ${state.asOf}`);
  return found;
}

function prepare(log: HistoryLog, past: PastReview, blocks: readonly AgendaBlock[]): void {
  const { day, facilitator, scribe } = past;
  const before = new Date((dayToMs(day) ?? Number.NaN) - DAY_MS).toISOString().slice(0, 10);
  const at = { review: `review-${day}`, at: `${before}T14:00:00Z`, actor: facilitator };
  log.review(at, 'review-planned', {
    date: day,
    time: '10:00',
    slotMinutes: 60,
    template: TEMPLATE,
    facilitator,
    scribe,
  });
  log.review(at, 'agenda-set', { template: TEMPLATE, slotMinutes: 60, blocks: [...blocks] });
  log.review(at, 'pre-read-made', {});
}

function checkAndDiscuss(
  log: HistoryLog,
  past: PastReview,
  anomalies: readonly Anomaly[],
  at: (kind: string) => string,
): void {
  const review = `review-${past.day}`;
  for (const check of past.checks) {
    log.review({ review, at: at('commitments'), actor: past.scribe }, 'commitment-checked', check);
  }
  for (const [index, { said }] of past.anomalies.entries()) {
    const anomaly = anomalies[index];
    if (said === null || anomaly === undefined) continue;
    const on = { review, at: at(anomaly.dimension), actor: past.facilitator };
    log.review(on, 'anomaly-opened', { anomaly: anomaly.id });
    log.review(on, 'verdict-given', { anomaly: anomaly.id, ...said });
  }
}

function takeDown(
  log: HistoryLog,
  past: PastReview,
  blocks: readonly AgendaBlock[],
  at: (kind: string) => string,
): void {
  for (const { number, text, owner, due, dimension, typed } of PROMISES[past.day] ?? []) {
    log.review({ review: `review-${past.day}`, at: at(dimension), actor: past.scribe }, 'captured', {
      item: number,
      kind: 'action',
      text,
      owner,
      due,
      dimension,
      line: `a ${text} ${typed}`,
      number,
      block: blocks.find(({ kind }) => kind === dimension)?.id ?? null,
      anomaly: null,
    });
  }
}

function close(log: HistoryLog, past: PastReview, at: (kind: string) => string): void {
  const review = `review-${past.day}`;
  const on = (kind: string) => ({ review, at: at(kind), actor: past.facilitator });
  log.review(on('constraint'), 'constraint-named', {
    name: CONSTRAINT,
    kind: 'capacity',
    unchanged: past.constraintUnchanged,
    evidence: ['changes wait for Platform longer than for any other team'],
    subordinated: null,
    lastBecame: past.constraintUnchanged ? 'nothing was done for it' : null,
    moved: past.constraintUnchanged ? 'no' : null,
  });
  for (const { number } of PROMISES[past.day] ?? []) {
    log.review(on('readback'), 'readback-confirmed', { item: number });
  }
  for (const [index, { id }] of sixQuestions.entries()) {
    log.review(on('readback'), 'question-answered', {
      question: id,
      answer: { kind: 'computed' },
      computed: past.answers[index] ?? '',
    });
  }
  log.review(on('rating'), 'rating-given', { rating: past.rating, voters: past.voters });
  const { facilitator, date } = past.next;
  log.review(on('rating'), 'handed-over', { facilitator, date, time: '10:00' });
}

/** The readout as it was made that day: later numbers never change it. */
function makeReadout(log: HistoryLog, past: PastReview, state: CurrentState, madeMs: number): void {
  const id = `review-${past.day}`;
  const made = new Date(madeMs).toISOString();
  const known = log.events().filter((event) => event.at < made);
  const readout = toReadout({
    review: foldReview(
      id,
      known.filter((event) => event.stream === reviewStream(id)),
    ),
    registers: foldRegisters(known),
    state,
    nowMs: madeMs,
  });
  log.review({ review: id, at: made, actor: past.facilitator }, 'readout-made', { readout });
}

/** One earlier review from its plan to its close, with what it froze, decided and took down. */
export function writeReview(log: HistoryLog, past: PastReview, lastClosedMs: number | null): number {
  const template = agendaTemplateById(TEMPLATE);
  const blocks = template === undefined ? [] : agendaOf(template);
  const startMs = Date.parse(`${past.day}T10:00:00Z`);
  const starts = blocks.map((_, index) => past.used.slice(0, index).reduce((sum, used) => sum + used, 0));
  const at = (kind: string): string => {
    const index = blocks.findIndex((block) => block.kind === kind);
    return new Date(startMs + ((starts[index] ?? 0) + 0.5) * MINUTE_MS).toISOString();
  };
  prepare(log, past, blocks);
  const state = stateOn(past.day, foldRegisters(log.events()));
  const anomalies = past.anomalies.map(({ series }) => anomalyOf(state, series));
  const known: readonly StoredEvent[] = log
    .events()
    .filter((event) => event.at < new Date(startMs).toISOString());
  log.review(
    { review: `review-${past.day}`, at: new Date(startMs).toISOString(), actor: past.facilitator },
    'review-started',
    {
      asOf: past.day,
      anomalies,
      wins: [],
      dimensions: state.dimensions,
      expectedFalse: state.expectedFalse,
      commitments: commitmentsToCheck(foldRegisters(known).actions, past.day, lastClosedMs),
      gaps: [],
    },
  );
  for (const [index, block] of blocks.entries()) {
    if (index === 0) continue;
    const entered = new Date(startMs + (starts[index] ?? 0) * MINUTE_MS).toISOString();
    log.review({ review: `review-${past.day}`, at: entered, actor: past.facilitator }, 'block-entered', {
      block: block.id,
    });
  }
  checkAndDiscuss(log, past, anomalies, at);
  takeDown(log, past, blocks, at);
  close(log, past, at);
  const closedMs = startMs + past.used.reduce((sum, used) => sum + used, 0) * MINUTE_MS;
  log.review(
    { review: `review-${past.day}`, at: new Date(closedMs).toISOString(), actor: past.facilitator },
    'review-closed',
    {},
  );
  makeReadout(log, past, state, closedMs + MINUTE_MS);
  return closedMs;
}
