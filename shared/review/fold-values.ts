import type { ReviewEventOf } from '#shared/events/event.ts';
import { groupBy } from '#shared/events/group-by.ts';
import { eventsOf, type Placed, stamp, standingEvents } from './placed.ts';
import type {
  Commitment,
  CommitmentCheck,
  ContestedValue,
  NamedConstraint,
  QuestionAnswer,
  Review,
} from './review.ts';

type ValueEvent = ReviewEventOf<
  'constraint-named' | 'commitment-checked' | 'question-answered' | 'readout-edited'
>;

/** Which value an event sets, how its authors name it as seen, and what it says in words. */
type Setting = Pick<ContestedValue, 'kind' | 'id'> & { readonly text: string };

function settingOf(event: ValueEvent): Setting {
  switch (event.type) {
    case 'constraint-named':
      return { kind: 'constraint', id: 'constraint', text: event.data.name };
    case 'commitment-checked': {
      const { action, status, due } = event.data;
      return { kind: 'check', id: action, text: due === null ? status : `${status}, due ${due}` };
    }
    case 'question-answered': {
      const { question, answer, computed } = event.data;
      const missing = answer.kind === 'not-answered' ? `not answered: ${answer.missing}` : computed;
      return { kind: 'answer', id: question, text: answer.kind === 'edited' ? answer.text : missing };
    }
    case 'readout-edited':
      return { kind: 'readout', id: event.data.section, text: event.data.text ?? 'as proposed' };
  }
}

/** Key of a value in `Review.heads`. */
export function valueKey(kind: ContestedValue['kind'], id: string): string {
  return `${kind} ${id}`;
}

function isValueEvent(event: Placed[number]['event']): event is ValueEvent {
  return ['constraint-named', 'commitment-checked', 'question-answered', 'readout-edited'].includes(
    event.type,
  );
}

/** For each value the events that stand: one, or several by people who did not see each other's. */
function standingValues(placed: Placed): ReadonlyMap<string, readonly ValueEvent[]> {
  const entries = placed.flatMap(({ event, undone }) => (isValueEvent(event) ? [{ event, undone }] : []));
  const byValue = groupBy(entries, ({ event }) => {
    const { kind, id } = settingOf(event);
    return valueKey(kind, id);
  });
  return new Map([...byValue].map(([key, list]) => [key, standingEvents(list, 'value')] as const));
}

function toCheck(event: ReviewEventOf<'commitment-checked'>): CommitmentCheck {
  const { status, doneOn, due, owner, reason, evidence, decision } = event.data;
  return { ...stamp(event), status, doneOn, due, owner, reason, evidence, decision };
}

function toConstraint(event: ReviewEventOf<'constraint-named'>): NamedConstraint {
  const { seen: _seen, ...named } = event.data;
  return { ...stamp(event), ...named };
}

function toContested(standing: readonly ValueEvent[]): readonly ContestedValue[] {
  const last = standing.at(-1);
  if (last === undefined || standing.length < 2) return [];
  const { kind, id } = settingOf(last);
  return [
    { kind, id, versions: standing.map((event) => ({ ...stamp(event), text: settingOf(event).text })) },
  ];
}

type Values = Pick<Review, 'commitments' | 'constraint' | 'answers' | 'edits' | 'contested' | 'heads'>;

/** Everything of which the last word counts: checks, the constraint, answers, texts of the readout. */
export function foldValues(placed: Placed): Values {
  const standing = standingValues(placed);
  const answers: [string, QuestionAnswer][] = [];
  const edits: [string, string][] = [];
  const checks = new Map<string, CommitmentCheck>();
  let constraint: NamedConstraint | null = null;
  for (const events of standing.values()) {
    const event = events.at(-1);
    if (event?.type === 'constraint-named') constraint = toConstraint(event);
    if (event?.type === 'commitment-checked') checks.set(event.data.action, toCheck(event));
    if (event?.type === 'question-answered') {
      const { question, answer, computed } = event.data;
      answers.push([question, { ...stamp(event), answer, computed }]);
    }
    if (event?.type === 'readout-edited' && event.data.text !== null)
      edits.push([event.data.section, event.data.text]);
  }
  const due = eventsOf(placed, 'review-started')[0]?.data.commitments ?? [];
  return {
    commitments: due.map((one): Commitment => ({ ...one, check: checks.get(one.action) ?? null })),
    constraint,
    answers: Object.fromEntries(answers),
    edits: Object.fromEntries(edits),
    contested: [...standing.values()].flatMap(toContested),
    heads: Object.fromEntries(
      [...standing].map(([key, events]) => [key, events.map((event) => event.id)] as const),
    ),
  };
}
