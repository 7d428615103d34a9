import { Label, ProgressBar } from 'react-aria-components';
import styles from './Progress.module.css';

type Props = { readonly label: string; readonly value: number; readonly remark?: string };

/** How far a long task is, 0 to 1. */
export function Progress({ label, value, remark }: Props) {
  return (
    <ProgressBar className={styles['progress'] ?? ''} value={value * 100}>
      {({ percentage }) => (
        <>
          <Label className={styles['label'] ?? ''}>{label}</Label>
          <span className={styles['remark']}>{remark}</span>
          <span className={styles['track']}>
            <i style={{ width: `${percentage ?? 0}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
