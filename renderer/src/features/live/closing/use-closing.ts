import { useMemo } from 'react';
import { useLive } from '#renderer/src/features/live/live.ts';
import { type ClosingCheck, closingChecks, mayClose } from '#shared/review/closing.ts';
import { useSixAnswers } from './use-six-answers.ts';

export type Closing = { readonly checks: readonly ClosingCheck[]; readonly may: boolean };

/** The closing rules with what each still waits for. */
export function useClosing(): Closing {
  const { review, registers } = useLive();
  const answers = useSixAnswers();
  return useMemo(() => {
    const answered = answers.filter((answer) => answer.kind === 'computed').map((answer) => answer.id);
    const checks = closingChecks(review, { answered, initiatives: registers.initiatives });
    return { checks, may: mayClose(checks) };
  }, [review, registers, answers]);
}
