import { useFiles } from '#renderer/src/hooks/use-files.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import styles from './Refused.module.css';

type Props = {
  readonly name: string;
  readonly message: string;
  readonly onLeave: () => void;
  /** Undoes what was decided by hand, where that is why the file cannot be read; else null. */
  readonly onBack: (() => void) | null;
};

/** A file that cannot be read: what it is, what was kept, what to do. */
export function Refused({ name, message, onLeave, onBack }: Props) {
  const { choose } = useFiles();
  return (
    <div className={styles.refused} role="alert">
      <h2>
        <span dir="auto">{name}</span> {onBack === null ? 'was not read' : 'cannot be read like this'}
      </h2>
      <dl>
        <dt>What happened</dt>
        <dd>{message}</dd>
        <dt>What was kept</dt>
        <dd>Everything from before. Of this file nothing was stored.</dd>
      </dl>
      <div className={styles.actions}>
        {onBack !== null && (
          <Button keys={['Backspace']} onPress={onBack}>
            Back to what was detected
          </Button>
        )}
        <Button
          onPress={() => {
            onLeave();
            void choose();
          }}
        >
          Choose another file
        </Button>
      </div>
    </div>
  );
}
