import type { Day } from '#shared/day.ts';
import { dimensionById, outcomeById } from '#shared/drive/catalogue.ts';
import { readoutSectionById } from '#shared/drive/readout-form.ts';
import { sixQuestions } from '#shared/drive/six-questions.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { isCandidate } from '#shared/review/candidates.ts';
import { ledBy } from '#shared/review/chair.ts';
import { restatedWords } from '#shared/review/restated.ts';
import type { Review, ReviewItem } from '#shared/review/review.ts';
import { dayInZone } from '#shared/review/zone.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { blockContentsOf, parkedOf } from './block-contents.ts';
import { evidenceOf } from './evidence.ts';
import { headlineOf } from './headline.ts';
import { constraintOf, dimensionsOf, meetingOf } from './meeting.ts';
import { type NameOf, namesOf } from './names.ts';
import { outcomesOf } from './outcomes.ts';
import { promisesOf, promisesSentence } from './promises.ts';
import type { Readout, ReadoutAnswer, ReadoutEvidence } from './readout.ts';
import { changesAhead, risksOf } from './risks.ts';
import { answerSixQuestions } from './six-questions-answered.ts';
import { readoutLocale } from './wording.ts';

export type ReadoutSource = {
  readonly review: Review;
  readonly registers: Registers;
  /** The readings as of the review's day; charts come from the review, which froze them at its start. */
  readonly state: Pick<CurrentState, 'readings'> & Partial<Pick<CurrentState, 'slos'>>;
  /** The moment at which the readout is made, milliseconds UTC. */
  readonly nowMs: number;
};

function headerOf({ review, registers, nowMs }: ReadoutSource, nameOf: NameOf): Readout['header'] {
  const position = registers.reviews.findIndex(({ id }) => id === review.id);
  const { organization, cadence } = registers;
  return {
    organization: organization?.name ?? 'Our organization',
    number: position < 0 ? null : position + 1,
    date: review.date,
    status: review.status === 'closed' ? 'final' : 'draft',
    owner: nameOf(cadence?.owner ?? null),
    facilitator: nameOf(ledBy(review, review.closedAtMs ?? nowMs) ?? review.facilitator),
    scribe: nameOf(review.scribe),
    asOf: review.asOf,
    madeAt: new Date(nowMs).toISOString(),
    locale: readoutLocale(registers),
    timeZone: organization?.timeZone ?? 'UTC',
  };
}

/** Counted id of an item: the register's where it has one, since the register never gives one out twice. */
function numbering(review: Review, registers: Registers): (item: ReviewItem) => string {
  const entries = [
    ...registers.actions,
    ...registers.initiatives,
    ...registers.risks,
    ...registers.decisions,
  ];
  const byOrigin = new Map(
    entries.filter((entry) => entry.review === review.id).map((entry) => [entry.origin, entry.id]),
  );
  return (item) => byOrigin.get(item.id) ?? item.number ?? '';
}

function commitmentsOf(
  items: readonly ReviewItem[],
  evidence: readonly ReadoutEvidence[],
  numberOf: (item: ReviewItem) => string,
  nameOf: NameOf,
): Readout['commitments'] {
  return items.flatMap((item): Readout['commitments'] => {
    if (item.kind !== 'action' && item.kind !== 'initiative') return [];
    const answered = evidence.find(({ anomaly }) => anomaly.id === item.anomaly);
    const outcome = outcomeById(answered?.anomaly.outcome ?? '')?.name;
    const dimension = dimensionById(item.dimension ?? '')?.name;
    return [
      {
        id: numberOf(item),
        kind: item.kind,
        text: item.text,
        owner: nameOf(item.owner) ?? item.ownerText,
        due: item.due,
        priority: item.priority,
        serves: outcome ?? dimension ?? null,
        evidence: answered?.id ?? null,
      },
    ];
  });
}

/** What leadership is asked for: lines marked `#ask`, and Tier 1 work that nobody frees or that waits for somebody. */
function asksOf(items: readonly ReviewItem[], registers: Registers, nameOf: NameOf): Readout['asks'] {
  const marked = items
    .filter(({ tags }) => tags.some((tag) => tag.toLowerCase() === 'ask'))
    .map((item) => ({ text: item.text, who: nameOf(item.owner) ?? item.ownerText, by: item.due }));
  const blocked = registers.initiatives
    .filter(({ tier, status }) => tier === 1 && status === 'blocked')
    .map((initiative) => ({
      text:
        initiative.unblockOwner === null
          ? `name who frees ${initiative.text}${initiative.reason === null ? '' : ` (${initiative.reason})`}`
          : `free ${initiative.text}${initiative.reason === null ? '' : ` (${initiative.reason})`}`,
      who: nameOf(initiative.unblockOwner),
      by: initiative.unblockBy,
    }));
  return [...marked, ...blocked];
}

function answersOf(
  { review, registers, state }: ReadoutSource,
  today: Day,
  locale: string,
): readonly ReadoutAnswer[] {
  const computed = answerSixQuestions({
    asOf: review.asOf ?? today,
    locale,
    readings: state.readings,
    registers,
    review,
    slos: state.slos ?? [],
  });
  return sixQuestions.map(({ id, question }) => {
    const own = computed.find((answer) => answer.id === id);
    const given = review.answers[id];
    // What was computed when it was answered stays, whatever has arrived since.
    const base = given?.computed ?? own?.text ?? '';
    const evidence = own?.evidence ?? [];
    switch (given?.answer.kind) {
      case 'edited':
        return { id, question, kind: 'edited', text: given.answer.text, computed: base, evidence };
      case 'not-answered':
        return {
          id,
          question,
          kind: 'not-answered',
          text: notAnswered(given.answer.missing),
          computed: base,
          evidence,
        };
      default:
        return { id, question, kind: own?.kind ?? 'not-answered', text: base, computed: base, evidence };
    }
  });
}

/** A win with the team whose it is, where somebody said so. */
function winText({ text, entity }: ReviewItem): string {
  return entity === null ? text : `${text.replace(/\.$/, '')} (${entity})`;
}

function notAnswered(missing: string): string {
  return `Not answered: ${missing.replace(/^\s*not answered:\s*/i, '').replace(/[.\s]*$/, '')}.`;
}

function withoutConstraint(review: Review): string | null {
  if (review.constraint !== null) return null;
  const waiver = review.waivers.find(({ rule }) => rule === 'constraint');
  const template = readoutSectionById('constraint')?.whenEmpty ?? '{waiver reason}';
  return waiver === undefined
    ? 'None was named.'
    : template.replace('{waiver reason}', () => waiver.reason.replace(/\.$/, ''));
}

/**
 * Freezes a review as what leadership receives. Nothing private enters; everything computed is written out, so that the
 * readout never changes when data arrives later.
 */
export function toReadout(source: ReadoutSource): Readout {
  const { review, registers, state, nowMs } = source;
  const nameOf = namesOf(registers);
  const header = headerOf(source, nameOf);
  const { locale } = header;
  const today = review.date ?? review.asOf ?? dayInZone(nowMs, header.timeZone);
  const numberOf = numbering(review, registers);
  const items = review.items.filter((item) => !item.private && !isCandidate(item));
  const texts = (kind: ReviewItem['kind']) =>
    items.filter((item) => item.kind === kind).map(({ text }) => text);
  const evidence = evidenceOf(review, items, numberOf, nameOf);
  const constraint = constraintOf(review, registers);
  const commitments = commitmentsOf(items, evidence, numberOf, nameOf);
  const asks = asksOf(items, registers, nameOf);
  const decisions = items
    .filter(({ kind }) => kind === 'decision')
    .map((item) => ({ id: numberOf(item), text: item.text, owner: nameOf(item.owner) ?? item.ownerText }));
  const shown = blockContentsOf(source, nameOf);
  const { parked, settled } = parkedOf(source, (made) => {
    const item = items.find(({ id }) => id === made);
    return item === undefined ? '' : numberOf(item);
  });
  const promises = promisesOf(review.commitments, today, nameOf);
  const of = (status: 'not-reached' | 'set-aside') =>
    review.anomalies.filter((anomaly) => anomaly.status === status && anomaly.verdict === null).length;
  const left = { notReached: of('not-reached'), setAside: of('set-aside') };
  const series = state.readings.length;
  const parts = { evidence, series, left, constraint, decisions, asks, commitments, locale };
  return {
    format: 'andon-readout',
    version: 1,
    header,
    ...headlineOf(parts, review.edits),
    outcomes: outcomesOf(evidence, state.readings, review.edits, locale),
    constraint,
    withoutConstraint: withoutConstraint(review),
    decisions,
    asks,
    wins: [
      ...items.filter(({ kind }) => kind === 'win').map(winText),
      ...review.wins.map(({ headline }) => headline),
    ],
    dimensions: dimensionsOf(review),
    promises: {
      sentence:
        promises.length === 0
          ? (readoutSectionById('commitments')?.whenEmpty ?? '')
          : promisesSentence(promises),
      due: promises,
    },
    commitments,
    six: answersOf(source, today, locale),
    risks: risksOf(registers, review.id, today, nameOf),
    next: {
      changes: changesAhead(registers, today),
      date: review.handOver?.date ?? null,
      time: review.handOver?.time ?? null,
      facilitator: nameOf(review.handOver?.facilitator ?? null),
    },
    meeting: meetingOf(source, nameOf),
    parked,
    ...(settled.length === 0 ? {} : { settled }),
    ...(shown.length === 0 ? {} : { blocks: shown }),
    notes: texts('note'),
    evidence,
    expectedFalse: review.expectedFalse,
    ...(review.notChecked.length === 0
      ? {}
      : { notChecked: review.notChecked.map(({ name, because }) => `${name}: ${because}.`) }),
    ...(review.restated.length === 0 ? {} : { restated: review.restated.map(restatedWords) }),
  };
}
