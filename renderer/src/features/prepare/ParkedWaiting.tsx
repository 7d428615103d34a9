import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { placeOf, withBlockAfter } from '#shared/review/agenda-edits.ts';
import { knownBlock } from '#shared/review/block-kinds.ts';
import { parkedBefore } from '#shared/review/parking.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import styles from './AgendaEditor.module.css';

type Props = {
  readonly blocks: readonly AgendaBlock[];
  readonly onTake: (blocks: readonly AgendaBlock[]) => void;
};

/** Says that earlier reviews parked things for which this agenda has no block, and offers it. */
export function ParkedWaiting({ blocks, onTake }: Props) {
  const { reviews } = useRegisters();
  const waiting = parkedBefore(reviews).length;
  const known = knownBlock('parking');
  if (waiting === 0 || known === null || blocks.some(({ kind }) => kind === 'parking')) return null;
  const add = () => {
    const { name, minutes, kind } = known;
    onTake(withBlockAfter(blocks, placeOf(blocks, kind), { id: newId(), name, minutes, kind }));
  };
  return (
    <p className={styles.advice}>
      {waiting === 1 ? '1 thing waits' : `${waiting} things wait`} in the parking lot.{' '}
      <Button look="link" onPress={add}>
        Add its block
      </Button>
    </p>
  );
}
