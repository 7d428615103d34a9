import { useClock } from '#renderer/src/features/live/use-clock.ts';
import { clockFigure } from '#renderer/src/features/live/wording.ts';
import type { ClockReading } from '#shared/review/clock-at.ts';
import styles from './Stage.module.css';

/** How the clock of the block stands, in a word: drives its look. */
export function clockLook(clock: ClockReading): 'on-time' | 'last-fifth' | 'overtime' | 'held' {
  if (clock.state === 'held' || clock.state === 'andon') return 'held';
  return clock.block?.phase ?? 'on-time';
}

/** What stands beside the figure of a block: of how much it is left, or that it is held. */
export function clockWords(clock: ClockReading): string {
  const { block } = clock;
  if (block === null) return '';
  if (clockLook(clock) === 'held') return 'held';
  const planned = Math.round(block.plannedMs / 60_000);
  if (planned === 0) return 'over, none planned';
  return block.leftMs < 0 ? `over ${planned}` : `left of ${planned}`;
}

/** What is left of the block, of how much; past zero with a minus, held in yellow. Digits are no live region. */
export function StageClock() {
  const clock = useClock();
  const { block } = clock;
  if (block === null || clock.state === 'closed') return null;
  return (
    <span
      className={styles['clock']}
      data-phase={clockLook(clock)}
      role="timer"
      aria-live="off"
      aria-label="Time left of this block"
    >
      {clockFigure(block.leftMs)} <span>{clockWords(clock)}</span>
    </span>
  );
}
