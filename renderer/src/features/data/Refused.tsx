import { useFiles } from '#renderer/src/hooks/use-files.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import styles from './Refused.module.css';

type Props = { readonly name: string; readonly message: string; readonly onLeave: () => void };

/** A file that cannot be read: what it is, what was kept, what to do. */
export function Refused({ name, message, onLeave }: Props) {
  const { choose } = useFiles();
  return (
    <div className={styles.refused} role="alert">
      <h2>
        <span dir="auto">{name}</span> was not read
      </h2>
      <dl>
        <dt>What happened</dt>
        <dd>{message}</dd>
        <dt>What was kept</dt>
        <dd>Everything from before. Of this file nothing was stored.</dd>
      </dl>
      <div className={styles.actions}>
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
