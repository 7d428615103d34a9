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
  | { readonly kind: 'frozen' | 'proposed'; readonly readout: Readout }
  | { readonly kind: 'waiting' }
  /** The frozen readout is of a format that this build cannot read. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** The readout of a review: as it was made, else as it would be made now, with texts that are still being typed. */
export function useReadout(review: Review, typed: Readonly<Record<string, string>>): ShownReadout {
  const registers = useRegisters();
  const { state } = useCurrentState();
  const nowMs = useNow(30_000);
  return useMemo(() => {
    if (review.readout !== null) {
      const made = parseReadout(review.readout);
      return made.ok ? { kind: 'frozen', readout: made.value } : { kind: 'unreadable', why: made.failure };
    }
    if (state === null) return { kind: 'waiting' };
    const edits = { ...review.edits, ...typed };
    return {
      kind: 'proposed',
      readout: toReadout({ review: { ...review, edits }, registers, state, nowMs }),
    };
  }, [review, typed, registers, state, nowMs]);
}
