import { handleOf } from '#renderer/src/data/capture-context.ts';
import type { Ask, BlockAsk } from '#renderer/src/features/live/asks.ts';
import type { Live } from '#renderer/src/features/live/live.ts';
import { undecidedIn } from '#renderer/src/walk/steps.ts';
import { verdictById } from '#shared/drive/registers.ts';
import { sixQuestionById } from '#shared/drive/six-questions.ts';
import { chartAtHand } from '#shared/review/block-content.ts';
import type { CapturePerson } from '#shared/review/capture/owners.ts';
import { parkingLot } from '#shared/review/parking.ts';
import type { CaptureKind } from '#shared/review/review.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import { lineOf } from './line-of.ts';
import { KIND_HINTS, KIND_KEYS, KIND_NAMES, SLIP_HINTS, SLIP_NAMES, VERDICT_HINTS } from './line-words.ts';

/** How the line presents an ask. */
export type LineSpec = {
  readonly keyHint: string;
  readonly label: string;
  readonly placeholder: string;
  /** The kind it is read as, so that owner and date are understood; null where it is plain text. */
  readonly reads: CaptureKind | null;
  /** What the entry is linked to. */
  readonly about: string | null;
  /** What stands in the field before anything is typed. */
  readonly initial: string;
};

type Plain = Omit<LineSpec, 'about' | 'initial' | 'reads'>;

function plain({ keyHint, label, placeholder }: Plain, reads: CaptureKind | null = null): LineSpec {
  return { keyHint, label, placeholder, reads, about: null, initial: '' };
}

function aboutNow({ review }: Live, id: string | null): string | null {
  const anomaly = review.anomalies.find((one) => one.id === id);
  return anomaly === undefined ? null : `${anomaly.entityName}, ${inSentence(anomaly.metricName)}`;
}

/** The chart at hand of a block that shows charts. */
function aboutChart({ review }: Live): string | null {
  return chartAtHand(review)?.name ?? null;
}

function peopleOf({ registers }: Live): readonly CapturePerson[] {
  return registers.people
    .filter((person) => person.active)
    .map(({ id, name }) => ({ id, handle: handleOf(id), name }));
}

function verdictSpec(ask: Extract<Ask, { kind: 'verdict' }>, live: Live): LineSpec {
  const rule = verdictById(ask.verdict);
  return {
    keyHint: rule?.key ?? '',
    label: rule?.name ?? ask.verdict,
    placeholder: VERDICT_HINTS[ask.verdict],
    reads: ask.verdict === 'explained' || ask.verdict === 'noise' ? null : 'action',
    about: aboutNow(live, ask.anomaly),
    initial: '',
  };
}

function captureSpec(ask: Extract<Ask, { kind: 'capture' }>, live: Live): LineSpec {
  return {
    keyHint: ask.private ? 'o' : KIND_KEYS[ask.capture],
    label: ask.private ? 'Private note' : KIND_NAMES[ask.capture],
    placeholder: ask.private ? 'only for your own eyes' : KIND_HINTS[ask.capture],
    reads: ask.capture,
    about: aboutNow(live, live.review.currentAnomaly) ?? aboutChart(live),
    initial: '',
  };
}

/** Label, hint and reading of what the line asks for. */
export function lineSpec(ask: Ask, live: Live): LineSpec {
  switch (ask.kind) {
    case 'capture':
      return captureSpec(ask, live);
    case 'edit': {
      const item = live.review.items.find((one) => one.id === ask.item);
      const kind = item?.kind ?? 'note';
      const about = aboutNow(live, item?.anomaly ?? null);
      return {
        ...plain(
          { keyHint: 'Enter', label: `Correct: ${KIND_NAMES[kind]}`, placeholder: 'emptied, it is removed' },
          kind,
        ),
        about,
        initial: item === undefined ? '' : lineOf(item, peopleOf(live), live.today),
      };
    }
    case 'verdict':
      return verdictSpec(ask, live);
    case 'set-aside':
      return plain({ keyHint: 'x', label: 'Set aside', placeholder: 'why it is not talked about today' });
    case 'set-aside-rest': {
      const count = undecidedIn(live.review, ask.block).length;
      return plain({ keyHint: 'x', label: `Set ${count} aside`, placeholder: 'one reason for all of them' });
    }
    case 'fill':
      return plain({ keyHint: 'f', label: 'For all that lack it', placeholder: '@owner, by when' }, 'action');
    case 'pull':
      return plain(
        { keyHint: '!', label: 'Andon', placeholder: 'why the line is held, @who pulls it' },
        'note',
      );
    case 'release':
      return plain({ keyHint: '!', label: 'Release', placeholder: 'what was decided' });
    case 'suspend':
      return plain({ keyHint: 'z', label: 'Suspend', placeholder: 'why the review stops here' });
    case 'hold':
      return plain({ keyHint: 't', label: 'Hold', placeholder: 'why the clock stands' });
    case 'insert':
      return plain({
        keyHint: 'Enter',
        label: 'One block more',
        placeholder: 'its name and minutes: Deep dive on payments 5',
      });
    case 'chair':
      return plain({ keyHint: 'Enter', ...ROLE_LINES[ask.role ?? 'facilitator'] }, 'note');
    case 'check':
      return plain(
        {
          keyHint: ask.status === 'dropped' ? '3' : '4',
          label: ask.decision === null ? CHECK_LABELS[ask.status] : SLIP_NAMES[ask.decision],
          placeholder: ask.decision === null ? CHECK_HINTS[ask.status] : SLIP_HINTS[ask.decision],
        },
        ask.status === 'dropped' ? null : 'action',
      );
    case 'unblock':
      return plain(
        { keyHint: 'Enter', label: 'Unblock', placeholder: '@who unblocks it, by when' },
        'action',
      );
    case 'row':
    case 'parked':
    case 'why-rating':
    case 'change':
      return blockSpec(ask, live);
    default:
      return closingSpec(ask);
  }
}

const ROLE_LINES = {
  facilitator: { label: 'Hand over the chair', placeholder: '@who leads from here' },
  scribe: { label: 'Hand over the pen', placeholder: '@who writes from here' },
  timekeeper: { label: 'Hand over the time', placeholder: '@who keeps the time from here' },
} as const;

const ROW_HINTS = {
  actions: '@owner, a new date, done, or dropped and why',
  initiatives: '@owner, a new date, on track, at risk, blocked, done, and why',
  risks: '@owner, when to look again, L3 I4, #dimension, or closed',
} as const;

const PARKED_LABELS = { action: 'Action', decision: 'Decision', dropped: 'Dropped' } as const;

function blockSpec(ask: BlockAsk, { review, registers }: Live): LineSpec {
  switch (ask.kind) {
    case 'row':
      return plain(
        { keyHint: 'Enter', label: ask.id, placeholder: ROW_HINTS[ask.register] },
        ask.register === 'risks' ? 'risk' : 'action',
      );
    case 'parked': {
      const { item, outcome } = ask;
      if (outcome === 'dropped')
        return plain({ keyHint: '5', label: 'Dropped', placeholder: 'why it does not need us' });
      const text = parkingLot(review, registers.reviews).find((one) => one.item === item)?.text ?? '';
      const key = outcome === 'action' ? '1' : '2';
      const placeholder = KIND_HINTS[outcome];
      return {
        ...plain({ keyHint: key, label: PARKED_LABELS[outcome], placeholder }, outcome),
        initial: text,
      };
    }
    case 'why-rating':
      return plain({
        keyHint: 'Enter',
        label: 'Why',
        placeholder: 'what would have made it worth it; nobody is named',
      });
    case 'change':
      return plain(
        {
          keyHint: 'Enter',
          label: 'Upcoming change',
          placeholder: 'what, and when: Peak sales freeze 25 nov',
        },
        'action',
      );
  }
}

const CHECK_LABELS = { open: 'Still open', dropped: 'Dropped' } as const;
const CHECK_HINTS = { open: 'the new date, and what is in the way', dropped: 'why it is dropped' } as const;

type LateAsk = Extract<
  Ask,
  { kind: 'candidate' | 'subordinate' | 'became' | 'answer' | 'missing' | 'waive' }
>;

function closingSpec(ask: LateAsk): LineSpec {
  switch (ask.kind) {
    case 'candidate':
      return plain({
        keyHint: 'Enter',
        label: 'Candidate',
        placeholder: 'what may limit the whole, and what shows it',
      });
    case 'subordinate':
      return plain({
        keyHint: 'Enter',
        label: 'For it',
        placeholder: 'what the others slow down or stop so that it never waits',
      });
    case 'became':
      return plain({
        keyHint: 'f',
        label: 'The last one',
        placeholder: 'moved: yes, no or elsewhere; then what became of it',
      });
    case 'answer':
      return plain({
        keyHint: 'Enter',
        label: 'In our words',
        placeholder: sixQuestionById(ask.question)?.question ?? '',
      });
    case 'missing':
      return plain({ keyHint: 'm', label: 'Not answered', placeholder: 'what is missing for an answer' });
    case 'waive':
      return plain({
        keyHint: 'Enter',
        label: 'Waive',
        placeholder: 'the reason, in ten characters or more; it opens the next review',
      });
  }
}
