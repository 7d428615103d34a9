import { createContext, useContext, useMemo } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import type { Live } from '#renderer/src/features/live/live.ts';
import type { ComputedAnswer } from '#shared/readout/questions/question-input.ts';
import { answerSixQuestions } from '#shared/readout/six-questions-answered.ts';
import { readoutLocale } from '#shared/readout/wording.ts';

const NO_READINGS: readonly never[] = [];
const NO_SLOS: readonly never[] = [];

/** The answers are computed once for the window and read in many places. */
export const SixAnswersContext = createContext<readonly ComputedAnswer[]>([]);

export function useSixAnswers(): readonly ComputedAnswer[] {
  return useContext(SixAnswersContext);
}

/** The six questions answered from the data of the review's day, or what is missing for each. */
export function useComputedAnswers({ review, registers, today }: Live): readonly ComputedAnswer[] {
  const { state } = useCurrentState();
  const readings = state?.readings ?? NO_READINGS;
  const slos = state?.slos ?? NO_SLOS;
  const { asOf, anomalies, commitments } = review;
  return useMemo(
    () =>
      answerSixQuestions({
        asOf: asOf ?? today,
        locale: readoutLocale(registers),
        readings,
        slos,
        registers,
        review: { anomalies, commitments },
      }),
    [asOf, today, readings, slos, registers, anomalies, commitments],
  );
}
