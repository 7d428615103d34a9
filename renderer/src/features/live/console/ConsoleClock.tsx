import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { offersNow } from '#renderer/src/features/live/offers.ts';
import { clockLook } from '#renderer/src/features/live/stage/StageClock.tsx';
import { useClock } from '#renderer/src/features/live/use-clock.ts';
import { clockFigure, heldBecause, inMinutes } from '#renderer/src/features/live/wording.ts';
import { wallTime } from '#renderer/src/ui/dates.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { anomaliesOf, stepNow } from '#renderer/src/walk/steps.ts';
import { anomalyMinutes } from '#shared/drive/agenda-templates.ts';
import type { BlockClock, ClockReading } from '#shared/review/clock-at.ts';
import styles from './ConsoleClock.module.css';

function placeWords(review: Parameters<typeof stepNow>[0]): string {
  const step = stepNow(review);
  if (step === null) return '';
  const all = anomaliesOf(review, step.block);
  const at = all.findIndex((one) => one.id === step.anomaly?.id);
  return at === -1 ? step.block.name : `${step.block.name}, ${at + 1} of ${all.length}`;
}

function stateWords(clock: ClockReading, block: BlockClock, because: string | null): string {
  if (clock.state === 'suspended') return 'suspended';
  if (clock.state === 'andon') return 'the line is held';
  if (clock.state === 'held') return because === null ? 'held' : `held: ${because}`;
  if (block.phase === 'overtime') return 'overtime';
  return block.phase === 'last-fifth' ? `last ${inMinutes(block.leftMs)}` : 'on time';
}

/** How much of its minutes the anomaly at hand has taken. */
function AnomalyTime({ ms }: { readonly ms: number }) {
  const over = ms > anomalyMinutes * 60_000;
  return (
    <span className={styles['box']} data-over={over || undefined}>
      ; this one {clockFigure(ms)} of {anomalyMinutes}:00
    </span>
  );
}

/** What is left of the block in large, and the one question there may be: who pays, or whether sleep counts. */
export function ConsoleClock() {
  const { review } = useLive();
  const clock = useClock();
  const { block, meeting } = clock;
  if (block === null) return null;
  const over = meeting.usedMs > meeting.plannedMs;
  return (
    <div>
      <p className={styles['quiet']}>
        {placeWords(review)}
        {clock.anomalyMs !== null && <AnomalyTime ms={clock.anomalyMs} />}
      </p>
      <p
        className={styles['clock']}
        data-look={clockLook(clock)}
        role="timer"
        aria-live="off"
        aria-label="Time left of this block"
      >
        {clockFigure(block.leftMs)}
      </p>
      <p className={styles['words']}>
        <b>{stateWords(clock, block, heldBecause(review))}</b>; {clockFigure(block.plannedMs)} planned,{' '}
        {clockFigure(block.usedMs)} used; it is {wallTime(clock.wallMs)}
        {meeting.expectedEndMs === null ? '' : `, ends ${wallTime(meeting.expectedEndMs)}`}
        {over ? ', over the slot' : ''}
      </p>
      <Asked clock={clock} />
    </div>
  );
}

function Asked({ clock }: { readonly clock: ClockReading }) {
  const { review } = useLive();
  const desk = useDesk();
  const asked = offersNow(review, clock);
  if (asked === null) return null;
  return (
    <div className={styles['asked']}>
      <h2>{asked.question}</h2>
      <ul>
        {asked.offers.map((offer, index) => (
          <li key={offer.name}>
            <button
              type="button"
              onClick={() => desk.author(offer.events, `${offer.name}; ${offer.remark}.`)}
            >
              <span className={styles['keys']}>
                <Key>Alt</Key> <Key>{index + 1}</Key>
              </span>
              <span>
                {offer.name}
                <small>{offer.remark}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
