import { toStep } from '#renderer/src/features/live/authoring.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { pointAt } from '#renderer/src/state/pointing.ts';
import { stepsOf } from '#renderer/src/walk/steps.ts';
import type { ClosingRuleId } from '#shared/drive/registers.ts';
import { slotId } from './use-closing-commands.ts';
import { useHandOver } from './use-hand-over.ts';

/** What mends an unmet closing rule: back to the anomaly or block, into the slot, or a line that asks; null where nothing does. */
export function useMend(): (rule: ClosingRuleId, id: string) => (() => void) | null {
  const { review } = useLive();
  const desk = useDesk();
  const proposed = useHandOver();
  const toBlock = (kind: string) => {
    const step = stepsOf(review).find(({ block }) => block.kind === kind);
    return step === undefined ? null : () => desk.author(toStep(review, step));
  };
  const toAnomaly = (anomaly: string) => {
    const step = stepsOf(review).find((one) => one.anomaly?.id === anomaly);
    return step === undefined ? null : () => desk.author(toStep(review, step));
  };
  const toSlot = (item: string | undefined) =>
    item === undefined
      ? null
      : () => {
          pointAt('readback', item);
          document.getElementById(slotId(item))?.focus();
        };
  return (rule, id) => {
    switch (rule) {
      case 'verdicts':
        return toAnomaly(id);
      case 'findings-owned':
        return toSlot(review.items.find((item) => item.anomaly === id && item.kind === 'action')?.id);
      case 'captures-complete':
        return toSlot(id);
      case 'second-slips':
        return () => {
          pointAt('commitments', id);
          toBlock('commitments')?.();
        };
      case 'constraint':
        return toBlock('constraint');
      case 'six':
        return () => desk.open({ kind: 'answer', question: id, computed: '' });
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
