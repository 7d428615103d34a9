import { useBlockRows } from '#renderer/src/features/live/block-rows.ts';
import { type Live, useLive } from '#renderer/src/features/live/live.ts';
import { counted } from '#renderer/src/features/live/wording.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { type Parked, parkingLot, settledAs } from '#shared/review/parking.ts';
import type { ParkingOutcome, ParkingSettled } from '#shared/review/review.ts';
import styles from './Blocks.module.css';
import { outsideWords, windowAround } from './list-window.ts';
import { useRows } from './stage-layout.ts';

const WORDS: Readonly<Record<ParkingOutcome, string>> = {
  action: 'an action',
  decision: 'a decision',
  answered: 'answered',
  carried: 'next review',
  dropped: 'dropped',
};

function fromWords({ carried }: Parked): string {
  if (carried === 0) return 'today';
  return carried === 1 ? 'last review' : `${carried} reviews ago`;
}

/** The reason, or the id of what it became. */
function remarkOf(settled: ParkingSettled | null, { registers, nameOf }: Live): string {
  if (settled?.became == null) return settled?.reason ?? '';
  const made = [...registers.actions, ...registers.decisions].find(({ origin }) => origin === settled.became);
  if (made === undefined) return '';
  return made.owner === null ? made.id : `${made.id}, ${nameOf(made.owner)}`;
}

function leadWords(lot: readonly Parked[], open: number): string {
  const before = lot.filter(({ carried }) => carried > 0).length;
  if (lot.length === 0) return 'Nothing is parked. p parks what has to wait, in any block.';
  const left = before === 0 ? '' : `, ${before} from earlier reviews`;
  return `${counted(lot.length, 'thing')} parked${left}. ${open === 0 ? 'All are settled.' : `${open} to go.`}`;
}

/** What was parked today and what earlier reviews left, with what became of each. */
export function ParkingView() {
  const live = useLive();
  const { review, registers } = live;
  const { now } = useBlockRows();
  const lot = parkingLot(review, registers.reviews);
  const at = lot.findIndex(({ item }) => item === now);
  const { shown, before, after } = windowAround(lot, at, useRows(lot.length));
  const outside = outsideWords(before, after);
  const open = lot.filter((parked) => settledAs(review, parked) === null).length;
  return (
    <>
      <h1>What had to wait</h1>
      <p className={styles['lead']}>{leadWords(lot, open)}</p>
      {lot.length > 0 && (
        <ol className={`${styles['rows']} ${styles['parked']}`}>
          {shown.map((parked) => {
            const settled = settledAs(review, parked);
            const isNow = parked.item === now;
            return (
              <li
                key={parked.item}
                data-now={isNow || undefined}
                data-done={settled !== null || undefined}
                aria-current={isNow}
              >
                <span className={styles['two-lines']} dir="auto" title={parked.text}>
                  {parked.text}
                </span>
                <span className={styles['quiet']}>{fromWords(parked)}</span>
                <span className={styles['status']}>
                  {settled !== null && (
                    <>
                      <Mark shape={settled.outcome === 'carried' ? 'late' : 'check'} />
                      {WORDS[settled.outcome]}
                    </>
                  )}
                </span>
                <span className={styles['cut']}>
                  <small dir="auto">{remarkOf(settled, live)}</small>
                </span>
              </li>
            );
          })}
        </ol>
      )}
      {outside !== '' && <p className={styles['more']}>{outside}</p>}
    </>
  );
}
