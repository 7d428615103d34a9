import { Button } from '#renderer/src/ui/Button.tsx';
import { Progress } from '#renderer/src/ui/Progress.tsx';
import type { Grant } from '#shared/ipc/contract.ts';
import { byteText, timeLeftText } from './import-words.ts';
import styles from './MappingScreen.module.css';
import type { ReadingProgress } from './use-reading.ts';

type Props = {
  readonly grant: Grant;
  readonly progress: ReadingProgress | null;
  readonly onStop: () => void;
};

/** How far the reading is in bytes and rows, and how long it will take; it can be stopped. */
export function Reading({ grant, progress, onStop }: Props) {
  const done = progress === null || progress.total === 0 ? 0 : progress.bytes / progress.total;
  const rows = progress === null || progress.rows === 0 ? '' : `, ${progress.rows.toLocaleString('en')} rows`;
  const remark =
    progress === null
      ? byteText(grant.bytes)
      : `${byteText(progress.bytes)} of ${byteText(progress.total)}${rows}${done < 1 ? timeLeftText(progress.leftMs) : '; working out what it holds'}`;
  return (
    <div className={styles.reading}>
      <Progress label={`Reading ${grant.name}`} value={done} remark={remark} />
      <Button keys={['Esc']} onPress={onStop}>
        Stop reading
      </Button>
      <p>Nothing is stored while a file is read.</p>
    </div>
  );
}
