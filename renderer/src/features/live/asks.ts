import type { CaptureKind, SecondSlipDecision, VerdictId } from '#shared/review/review.ts';

/** What the line at the bottom asks for. Serialized beside the draft, so that a reload asks the same again. */
export type Ask =
  | { readonly kind: 'capture'; readonly capture: CaptureKind; readonly private: boolean }
  | { readonly kind: 'edit'; readonly item: string }
  | {
      readonly kind: 'verdict';
      readonly verdict: VerdictId;
      readonly anomaly: string;
      /** It needs nothing and stands since its key; the line only says why. */
      readonly stands?: true;
    }
  | { readonly kind: 'set-aside'; readonly anomaly: string }
  /** Everything without a verdict that a block still has before it; without a block everything that was shown. */
  | { readonly kind: 'set-aside-rest'; readonly block: string | null }
  /** Owner and date for every promise that lacks them. */
  | { readonly kind: 'fill' }
  | { readonly kind: 'pull' }
  | { readonly kind: 'release' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'insert' }
  /** Who has a role from here on; without one, who leads. */
  | { readonly kind: 'chair'; readonly role?: 'scribe' | 'timekeeper' }
  | {
      readonly kind: 'check';
      readonly action: string;
      readonly status: 'open' | 'dropped';
      readonly decision: SecondSlipDecision | null;
    }
  | { readonly kind: 'candidate' }
  | { readonly kind: 'subordinate' }
  | { readonly kind: 'became' }
  | { readonly kind: 'answer'; readonly question: string; readonly computed: string }
  | { readonly kind: 'missing'; readonly question: string; readonly computed: string }
  | { readonly kind: 'unblock'; readonly initiative: string }
  | { readonly kind: 'waive'; readonly rule: string }
  | { readonly kind: 'row'; readonly register: RowRegister; readonly id: string }
  | { readonly kind: 'parked'; readonly item: string; readonly outcome: 'action' | 'decision' | 'dropped' }
  | { readonly kind: 'why-rating' }
  | { readonly kind: 'change' };

/** Registers whose entries are changed from the stage. */
export type RowRegister = 'actions' | 'initiatives' | 'risks';

/** What the blocks of the room's own, the parking lot, the rating and the upcoming changes ask for. */
export type BlockAsk = Extract<Ask, { kind: 'row' | 'parked' | 'why-rating' | 'change' }>;

/** Where the text of an ask is kept while it is typed. Captures of all kinds share one: the kind can still change. */
export function draftKeyOf(review: string, ask: Ask): string {
  const own = `live:${review}:${ask.kind}`;
  switch (ask.kind) {
    case 'capture':
      return own;
    case 'edit':
      return `${own}:${ask.item}`;
    case 'verdict':
      return `${own}:${ask.verdict}:${ask.anomaly}`;
    case 'set-aside':
      return `${own}:${ask.anomaly}`;
    case 'check':
      return `${own}:${ask.action}`;
    case 'answer':
    case 'missing':
      return `${own}:${ask.question}`;
    case 'unblock':
      return `${own}:${ask.initiative}`;
    case 'waive':
      return `${own}:${ask.rule}`;
    case 'row':
      return `${own}:${ask.register}:${ask.id}`;
    case 'parked':
      return `${own}:${ask.outcome}:${ask.item}`;
    default:
      return own;
  }
}

/** The ask in a stored draft, or null where there is none. */
export function parseAsk(text: string): Ask | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'kind' in value ? (value as Ask) : null;
  } catch {
    return null;
  }
}
