import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useStartReview } from '#renderer/src/data/planning.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import type { Review } from '#shared/review/review.ts';

type Props = { readonly review: Review; readonly gaps: number };

/** Starts the review, whatever is missing; what is missing is noted. */
export function StartButton({ review, gaps }: Props) {
  const { start, isWaiting } = useStartReview(review);
  useCommands([
    { id: 'start', name: 'Start the review', group: 'Prepare', keys: ['Ctrl+Enter'], run: start },
  ]);
  return (
    <Button look="primary" keys={['Ctrl', 'Enter']} onPress={start}>
      {isWaiting ? 'Evaluating the series…' : gaps === 0 ? 'Start the review' : 'Start anyway'}
    </Button>
  );
}
