import { useArrivals, useReceipts } from '#renderer/src/state/arrivals.ts';
import { Name } from '#renderer/src/ui/Name.tsx';
import styles from './Queue.module.css';

/** The files that came together: those dealt with, the one at hand, those that wait. Nothing where there is only one. */
export function Queue() {
  const files = useArrivals();
  const receipts = useReceipts();
  const [now, ...waiting] = files;
  if (now === undefined || files.length + receipts.length < 2) return null;
  return (
    <ol className={styles.queue} aria-label="Files that came together">
      {receipts.map(({ token, name, sentence }) => (
        <li key={token} data-state="done">
          <Name>{name}</Name>
          <small>{sentence === null ? 'left out' : 'added'}</small>
        </li>
      ))}
      <li aria-current="step">
        <Name strong>{now.name}</Name>
        <small>
          {receipts.length + 1} of {receipts.length + files.length}
        </small>
      </li>
      {waiting.map(({ token, name }) => (
        <li key={token} data-state="waiting">
          <Name>{name}</Name>
          <small>waits</small>
        </li>
      ))}
    </ol>
  );
}
