import { toStep } from '#renderer/src/features/live/authoring.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { promisesOf } from '#renderer/src/features/live/readback.ts';
import { pointAt } from '#renderer/src/state/pointing.ts';
import { stepsOf } from '#renderer/src/walk/steps.ts';
import type { ClosingRuleId } from '#shared/drive/registers.ts';
import { slotId } from './slot.ts';
import { useHandOver } from './use-hand-over.ts';
import { useSixAnswers } from './use-six-answers.ts';

/** What mends an unmet closing rule: back to the anomaly or block, into the slot, or a line that asks; null where nothing does. */
export function useMend(): (rule: ClosingRuleId, id: string) => (() => void) | null {
  const { review } = useLive();
  const desk = useDesk();
  const proposed = useHandOver();
  const answers = useSixAnswers();
  const computedOf = (question: string) => answers.find(({ id }) => id === question)?.text ?? '';
  const toBlock = (kind: string) => {
    const step = stepsOf(review).find(({ block }) => block.kind === kind);
    return step === undefined ? null : () => desk.author(toStep(review, step));
  };
  const toAnomaly = (anomaly: string) => {
    const step = stepsOf(review).find((one) => one.anomaly?.id === anomaly);
    return step === undefined ? null : () => desk.author(toStep(review, step), '');
  };
  const toSlot = (item: string) => () => {
    pointAt('readback', item);
    const slot = document.getElementById(slotId(item));
    if (slot === null) desk.open({ kind: 'edit', item });
    else slot.focus();
  };
  const toCommitment = (action: string) => {
    const enter = toBlock('commitments');
    if (enter === null) return null;
    return () => {
      pointAt('commitments', action);
      enter();
    };
  };
  /** Into the promise that answers a finding; where there is none, back to the finding. */
  const toFinding = (anomaly: string) => {
    const answer = promisesOf(review).find((item) => item.anomaly === anomaly);
    return answer === undefined ? toAnomaly(anomaly) : toSlot(answer.id);
  };
  return (rule, id) => {
    switch (rule) {
      case 'verdicts':
        return toAnomaly(id);
      case 'findings-owned':
        return toFinding(id);
      case 'captures-complete':
        return toSlot(id);
      case 'second-slips':
        return toCommitment(id);
      case 'constraint':
        return toBlock('constraint');
      case 'six':
        return () => desk.open({ kind: 'answer', question: id, computed: computedOf(id) });
      case 'tier1':
        return () => desk.open({ kind: 'unblock', initiative: id });
      case 'andon':
        return () => desk.open({ kind: 'release' });
      case 'next':
        return proposed.date === null
          ? null
          : () => desk.author([{ stream: `review:${review.id}`, type: 'handed-over', data: proposed }]);
      case 'rating':
        return null;
    }
  };
}
