import { useMemo } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { pastReviews } from '#renderer/src/data/reviews.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { useNow } from '#renderer/src/hooks/use-now.ts';
import { parseReadout, type Readout } from '#shared/readout/readout.ts';
import { toReadout } from '#shared/readout/to-readout.ts';
import type { ReviewSummary } from '#shared/registers/registers.ts';
import type { Review } from '#shared/review/review.ts';

/** Reviews that have a readout or could get one, newest first. */
export function reviewsToRead(reviews: readonly ReviewSummary[]): readonly ReviewSummary[] {
  const running = reviews.filter(({ status }) => status === 'live' || status === 'suspended').toReversed();
  return [...running, ...pastReviews(reviews)];
}

export type ShownReadout =
  | { readonly kind: 'frozen'; readonly readout: Readout }
  /** `kept` is what the record gives; `readout` has the texts that are still being typed as well. */
  | { readonly kind: 'proposed'; readonly readout: Readout; readonly kept: Readout }
  | { readonly kind: 'waiting' }
  /** The frozen readout is of a format that this build cannot read. */
  | { readonly kind: 'unreadable'; readonly why: string };

type Typed = Readonly<Record<string, string>>;

function withAnswers(readout: Readout, typed: Typed): Readout {
  const six = readout.six.map((answer) => {
    const text = typed[answer.id];
    return text === undefined ? answer : { ...answer, kind: 'edited' as const, text };
  });
  return { ...readout, six };
}

/** The readout of a review: as it was made, else as it would be made now, with texts that are still being typed. */
export function useReadout(review: Review, typed: Typed): ShownReadout {
  const registers = useRegisters();
  const { state } = useCurrentState();
  const nowMs = useNow(30_000);
  const propose = useMemo(() => {
    if (review.readout !== null || state === null) return null;
    return (edits: Typed) => toReadout({ review: { ...review, edits }, registers, state, nowMs });
  }, [review, registers, state, nowMs]);
  const kept = useMemo(() => propose?.(review.edits) ?? null, [propose, review]);
  return useMemo(() => {
    if (review.readout !== null) {
      const made = parseReadout(review.readout);
      return made.ok ? { kind: 'frozen', readout: made.value } : { kind: 'unreadable', why: made.failure };
    }
    if (propose === null || kept === null) return { kind: 'waiting' };
    const nothingTyped = Object.keys(typed).length === 0;
    const readout = nothingTyped ? kept : withAnswers(propose({ ...review.edits, ...typed }), typed);
    return { kind: 'proposed', readout, kept };
  }, [review, propose, kept, typed]);
}
