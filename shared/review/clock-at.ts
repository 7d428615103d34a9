import type { ClockMark, Review } from './review.ts';

/** A stretch of the meeting: the clock ran for one block, or stood still. */
export type ClockSpan = {
  readonly block: string | null;
  readonly kind: 'running' | 'held' | 'andon' | 'suspended';
  readonly fromMs: number;
  readonly toMs: number;
};

export type ClockPhase = 'on-time' | 'last-fifth' | 'overtime';

export type BlockClock = {
  readonly block: string;
  readonly plannedMs: number;
  readonly usedMs: number;
  /** Negative past zero. */
  readonly leftMs: number;
  readonly phase: ClockPhase;
};

export type ClockReading = {
  readonly state: 'not-started' | 'running' | 'held' | 'andon' | 'suspended' | 'closed';
  readonly meeting: {
    readonly plannedMs: number;
    readonly usedMs: number;
    readonly leftMs: number;
    /** What the clock has still to run until the slot is used up; negative past it. */
    readonly slotLeftMs: number;
    /** By how much the expected end is beyond the slot, time that the clock was held included; negative before it. */
    readonly overSlotMs: number;
    readonly startedAtMs: number | null;
    /** When the meeting ends if every block ahead takes its minutes; null before the start. */
    readonly expectedEndMs: number | null;
    readonly phase: ClockPhase;
  };
  /** The block at hand, null before the start. */
  readonly block: BlockClock | null;
  /** How long the anomaly at hand has been on the stage while the clock ran, null where none is. */
  readonly anomalyMs: number | null;
  /** Every block of the agenda in order, planned against used. */
  readonly blocks: readonly BlockClock[];
  /** Since when the clock stands, null while it runs. */
  readonly stoppedSinceMs: number | null;
  /** Sleep that nobody has judged yet; it does not count until somebody says so. */
  readonly openGaps: readonly { readonly fromMs: number; readonly toMs: number }[];
};

const MINUTE_MS = 60_000;

type ClockState = {
  readonly block: string | null;
  readonly held: boolean;
  readonly andon: boolean;
  readonly suspended: boolean;
  readonly closed: boolean;
};

const STILL: ClockState = { block: null, held: false, andon: false, suspended: false, closed: false };

function after(state: ClockState, mark: ClockMark): ClockState {
  switch (mark.kind) {
    case 'entered':
      return { ...state, block: mark.block };
    case 'held':
      return { ...state, held: true };
    case 'resumed':
      return { ...state, held: false };
    case 'andon':
      return { ...state, andon: true };
    case 'released':
      return { ...state, andon: false };
    case 'suspended':
      return { ...state, suspended: true };
    case 'continued':
      return { ...state, suspended: false };
    case 'closed':
      return { ...state, closed: true };
  }
}

function kindOf(state: ClockState): ClockSpan['kind'] {
  if (state.suspended) return 'suspended';
  if (state.andon) return 'andon';
  return state.held ? 'held' : 'running';
}

type Marked = Pick<Review, 'marks' | 'gaps'>;

/** What the clock did from the start to `nowMs`, stretch by stretch. A `nowMs` before the last mark counts as that mark. */
export function spansOf(review: Marked, nowMs: number): readonly ClockSpan[] {
  const spans: ClockSpan[] = [];
  let state = STILL;
  let fromMs = 0;
  const push = (toMs: number): void => {
    if (state.block === null || state.closed || toMs <= fromMs) return;
    spans.push({ block: state.block, kind: kindOf(state), fromMs, toMs });
  };
  for (const mark of review.marks) {
    push(mark.atMs);
    state = after(state, mark);
    fromMs = Math.max(fromMs, mark.atMs);
  }
  push(nowMs);
  return spans;
}

/** Milliseconds of a span that are not slept through. */
export function countedMs(span: ClockSpan, gaps: Review['gaps']): number {
  const slept = gaps
    .filter((gap) => gap.counted !== true)
    .map((gap) => ({ fromMs: Math.max(gap.fromMs, span.fromMs), toMs: Math.min(gap.toMs, span.toMs) }))
    .filter((gap) => gap.toMs > gap.fromMs)
    .sort((left, right) => left.fromMs - right.fromMs);
  let ms = span.toMs - span.fromMs;
  let endMs = span.fromMs;
  for (const gap of slept) {
    ms -= Math.max(0, gap.toMs - Math.max(gap.fromMs, endMs));
    endMs = Math.max(endMs, gap.toMs);
  }
  return ms;
}

function phaseOf(plannedMs: number, usedMs: number): ClockPhase {
  const left = plannedMs - usedMs;
  if (left <= 0) return 'overtime';
  return left <= plannedMs / 5 ? 'last-fifth' : 'on-time';
}

function stateOf(review: Review): ClockReading['state'] {
  const last = review.marks.reduce(after, STILL);
  if (last.block === null) return 'not-started';
  return last.closed ? 'closed' : kindOf(last);
}

/**
 * The clock of a review at a moment, from its events alone: no timer is kept anywhere. `nowMs` is wall time in UTC from
 * a source that does not go back while the process lives.
 */
export function clockAt(review: Review, nowMs: number): ClockReading {
  const spans = spansOf(review, nowMs);
  const used = new Map<string, number>();
  for (const span of spans) {
    if (span.kind !== 'running' || span.block === null) continue;
    used.set(span.block, (used.get(span.block) ?? 0) + countedMs(span, review.gaps));
  }
  const blocks = review.blocks.map((block): BlockClock => {
    const plannedMs = block.minutes * MINUTE_MS;
    const usedMs = used.get(block.id) ?? 0;
    return {
      block: block.id,
      plannedMs,
      usedMs,
      leftMs: plannedMs - usedMs,
      phase: phaseOf(plannedMs, usedMs),
    };
  });
  const plannedMs = blocks.reduce((sum, block) => sum + block.plannedMs, 0);
  const usedMs = [...used.values()].reduce((sum, ms) => sum + ms, 0);
  const current = blocks.findIndex((block) => block.block === review.currentBlock);
  const state = stateOf(review);
  const lastMs = spans.at(-1)?.toMs ?? review.startedAtMs;
  const aheadMs = blocks
    .slice(Math.max(0, current))
    .reduce((sum, block) => sum + Math.max(0, block.leftMs), 0);
  const slotMs = review.slotMinutes === 0 ? plannedMs : review.slotMinutes * MINUTE_MS;
  return {
    state,
    meeting: {
      plannedMs,
      usedMs,
      leftMs: plannedMs - usedMs,
      slotLeftMs: slotMs - usedMs,
      overSlotMs: usedMs + stoppedMs(spans, review.gaps) + aheadMs - slotMs,
      startedAtMs: review.startedAtMs,
      expectedEndMs: lastMs === null ? null : state === 'closed' ? review.closedAtMs : lastMs + aheadMs,
      phase: phaseOf(plannedMs, usedMs),
    },
    block: blocks[current] ?? null,
    anomalyMs: anomalyMs(review, spans),
    blocks,
    stoppedSinceMs: stoppedSince(spans, state),
    openGaps: review.gaps.filter((gap) => gap.counted === null).map(({ fromMs, toMs }) => ({ fromMs, toMs })),
  };
}

/** A clock that was held for longer was held until another day: the room had parted. */
const LONGEST_HOLD_MS = 4 * 3_600_000;

/** How long the clock was held, by hand or by an andon, while the room stayed together. */
function stoppedMs(spans: readonly ClockSpan[], gaps: Review['gaps']): number {
  return spans
    .filter(({ kind }) => kind === 'held' || kind === 'andon')
    .map((span) => countedMs(span, gaps))
    .reduce((sum, ms) => sum + (ms > LONGEST_HOLD_MS ? 0 : ms), 0);
}

function anomalyMs(review: Review, spans: readonly ClockSpan[]): number | null {
  const sinceMs = review.anomalySinceMs;
  if (sinceMs === null) return null;
  return spans
    .filter((span) => span.kind === 'running' && span.toMs > sinceMs)
    .reduce((sum, span) => {
      return sum + countedMs({ ...span, fromMs: Math.max(span.fromMs, sinceMs) }, review.gaps);
    }, 0);
}

function stoppedSince(spans: readonly ClockSpan[], state: ClockReading['state']): number | null {
  if (state !== 'held' && state !== 'andon' && state !== 'suspended') return null;
  const running = spans.findLastIndex((span) => span.kind === 'running');
  return spans[running + 1]?.fromMs ?? spans[running]?.toMs ?? null;
}
