import { commitmentAtHand } from '#renderer/src/features/live/commitment-keys.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { counted, spelled } from '#renderer/src/features/live/wording.ts';
import { usePointed } from '#renderer/src/state/pointing.ts';
import { dayAndMonth, shortDay } from '#renderer/src/ui/dates.ts';
import { Mark, type MarkShape } from '#renderer/src/ui/Mark.tsx';
import type { CheckStatus, Commitment } from '#shared/review/review.ts';
import styles from './Blocks.module.css';
import { outsideWords, windowAround } from './list-window.ts';
import { useRows } from './stage-layout.ts';

const MARKS: Readonly<Record<CheckStatus, MarkShape>> = {
  kept: 'check',
  late: 'late',
  dropped: 'dash',
  open: 'open',
};

/** A promise that the room made an initiative is closed as it stood, and is not given up. */
function becameInitiative({ check }: Commitment): boolean {
  return check?.decision === 'initiative';
}

/** What is said beside a promise: what came of it, or what it carries from before. */
function remarkOf({ check, slips, doneOn, status }: Commitment): string {
  if (check !== null) {
    const due = check.due === null ? [] : [`now ${shortDay(check.due)}`];
    return [...due, ...(check.reason === null ? [] : [check.reason])].join('; ');
  }
  if (status === 'done') return doneOn === null ? 'done' : `done ${shortDay(doneOn)}`;
  if (slips === 0) return '';
  return slips === 1 ? 'slipped once' : slips === 2 ? 'slipped twice' : `slipped ${slips} times`;
}

function Promised({ commitment, now }: { readonly commitment: Commitment; readonly now: boolean }) {
  const { nameOf } = useLive();
  const { check, owner, due, text } = commitment;
  return (
    <li data-now={now || undefined} data-done={check?.status === 'kept' || undefined} aria-current={now}>
      <span className={styles['cut']} dir="auto" title={text}>
        {text}
      </span>
      <span className={`${styles['quiet']} ${styles['cut']}`} dir="auto">
        {owner === null ? 'nobody' : nameOf(owner)}
      </span>
      <span className={`${styles['quiet']} ${styles['date']}`}>
        {due === null ? 'no date' : shortDay(due)}
      </span>
      <span className={styles['status']}>
        {check === null ? (
          <span className={styles['quiet']}>{now ? 'now' : ''}</span>
        ) : (
          <>
            <Mark shape={MARKS[check.status]} />
            {becameInitiative(commitment) ? 'initiative' : check.status}
          </>
        )}
      </span>
      <span className={styles['cut']}>
        <small dir="auto">{remarkOf(commitment)}</small>
      </span>
    </li>
  );
}

function countWords(commitments: readonly Commitment[]): string {
  const of = (status: CheckStatus) =>
    commitments.filter((one) => one.check?.status === status && !becameInitiative(one)).length;
  const became = commitments.filter(becameInitiative).length;
  const open = commitments.filter((one) => one.check === null).length;
  const parts = [
    ...(of('kept') > 0 ? [`${of('kept')} kept`] : []),
    ...(of('late') > 0 ? [`${of('late')} late`] : []),
    ...(of('dropped') > 0 ? [`${of('dropped')} dropped`] : []),
    ...(became > 0 ? [`${became} made ${became === 1 ? 'an initiative' : 'initiatives'}`] : []),
    ...(of('open') > 0 ? [`${of('open')} still open`] : []),
    ...(open > 0 ? [`${open} to go`] : []),
  ];
  const promises = counted(commitments.length, 'promise').replace(/^\d+/, spelled(commitments.length));
  return `${promises}. ${parts.join(', ')}.`;
}

/** The ledger of what was promised, the one at hand framed. */
export function CommitmentsView() {
  const { review, registers } = useLive();
  const pointed = usePointed('commitments');
  const at = commitmentAtHand(review, pointed);
  const { commitments } = review;
  const past = registers.reviews.findLast((one) => one.status === 'closed');
  const on = past?.date == null ? 'before' : `on ${dayAndMonth(past.date)}`;
  const index = commitments.findIndex((one) => one.action === at?.action);
  const shownRows = useRows(commitments.length);
  const { shown, before, after } = windowAround(commitments, index, shownRows);
  const outside = outsideWords(before, after);
  if (commitments.length === 0) {
    return (
      <>
        <h1>Did we do what we said?</h1>
        <p className={styles['lead']}>
          {past === undefined
            ? 'This is the first review: nothing was promised before.'
            : 'Nothing fell due since the last review.'}
        </p>
      </>
    );
  }
  return (
    <>
      <h1>Did we do what we said {on}?</h1>
      <p className={styles['lead']}>{countWords(commitments)}</p>
      <ol className={`${styles['rows']} ${styles['ledger']}`}>
        {shown.map((commitment) => (
          <Promised key={commitment.action} commitment={commitment} now={commitment.action === at?.action} />
        ))}
      </ol>
      {outside !== '' && <p className={styles['more']}>{outside}</p>}
    </>
  );
}
