import { useMemo } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useLive } from '#renderer/src/features/live/live.ts';
import type { ComputedAnswer } from '#shared/readout/questions/question-input.ts';
import { answerSixQuestions } from '#shared/readout/six-questions-answered.ts';

const NO_READINGS: readonly never[] = [];

/** The six questions answered from the data of the review's day, or what is missing for each. */
export function useSixAnswers(): readonly ComputedAnswer[] {
  const { review, registers, today, locale } = useLive();
  const { state } = useCurrentState();
  const readings = state?.readings ?? NO_READINGS;
  const { asOf, anomalies, commitments } = review;
  return useMemo(
    () =>
      answerSixQuestions({
        asOf: asOf ?? today,
        locale,
        readings,
        registers,
        review: { anomalies, commitments },
      }),
    [asOf, today, locale, readings, registers, anomalies, commitments],
  );
}
