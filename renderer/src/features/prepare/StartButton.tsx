import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useStartReview } from '#renderer/src/data/planning.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import type { Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';

type Props = { readonly review: Review; readonly state: CurrentState; readonly gaps: number };

/** Starts the review, whatever is missing; what is missing is noted. */
export function StartButton({ review, state, gaps }: Props) {
  const start = useStartReview();
  const begin = () => start(review, state);
  useCommands([
    { id: 'start', name: 'Start the review', group: 'Prepare', keys: ['Ctrl+Enter'], run: begin },
  ]);
  return (
    <Button look="primary" keys={['Ctrl', 'Enter']} onPress={begin}>
      {gaps === 0 ? 'Start the review' : 'Start anyway'}
    </Button>
  );
}
