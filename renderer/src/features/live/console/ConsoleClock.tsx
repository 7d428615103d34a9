import { useWallTime } from '#renderer/src/data/today.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useZoneWords } from '#renderer/src/features/live/ExpectedEnd.tsx';
import { useLive } from '#renderer/src/features/live/live.ts';
import { offersNow } from '#renderer/src/features/live/offers.ts';
import { clockLook } from '#renderer/src/features/live/stage/StageClock.tsx';
import { type ClockNow, useClock } from '#renderer/src/features/live/use-clock.ts';
import {
  clockFigure,
  heldBecause,
  inMinutes,
  lasting,
  passedFigure,
} from '#renderer/src/features/live/wording.ts';
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

/** How the clock stands, in words; `since` says since when it is held. */
function stateWords(clock: ClockReading, block: BlockClock, since: string, because: string | null): string {
  if (clock.state === 'suspended') return 'suspended';
  if (clock.state === 'andon') return 'the line is held';
  if (clock.state === 'held') return `held${since}${because === null ? '' : `: ${because}`}`;
  if (block.phase === 'overtime') return 'overtime';
  return block.phase === 'last-fifth' ? 'last fifth' : 'on time';
}

/** How much of its minutes the anomaly at hand has taken. */
function AnomalyTime({ ms }: { readonly ms: number }) {
  const over = ms > anomalyMinutes * 60_000;
  return (
    <span className={styles['box']} data-over={over || undefined}>
      ; this one {passedFigure(ms)} of {anomalyMinutes}:00
    </span>
  );
}

const SLOT_NOTICED_MS = 30_000;

/** The meeting beside its block: what is left of the slot, and when it ends as things stand. */
function MeetingTime({ clock }: { readonly clock: ClockNow }) {
  const { slotLeftMs, overSlotMs, usedMs, expectedEndMs } = clock.meeting;
  const wallTime = useWallTime();
  const zoneWords = useZoneWords();
  const slot = inMinutes(slotLeftMs + usedMs);
  return (
    <p className={styles['words']}>
      Meeting <b>{clockFigure(slotLeftMs)}</b> {slotLeftMs < 0 ? `past its ${slot}` : `left of ${slot}`}; it
      is {wallTime(clock.wallMs)}
      {expectedEndMs === null || clock.state === 'suspended' ? '' : `, ends ${wallTime(expectedEndMs)}`}
      {zoneWords(clock.wallMs)}
      {overSlotMs >= SLOT_NOTICED_MS && (
        <>
          , <b>{lasting(overSlotMs)} over the slot</b>
        </>
      )}
    </p>
  );
}

/** What is left of the block in large, the meeting beneath it, and the one question there may be: who pays, or whether sleep counts. */
export function ConsoleClock() {
  const { review } = useLive();
  const clock = useClock();
  const wallTime = useWallTime();
  const { block } = clock;
  if (block === null) return null;
  const sinceMs = clock.stoppedSinceMs;
  const since = sinceMs === null ? '' : ` since ${wallTime(sinceMs + clock.wallMs - clock.nowMs)}`;
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
        <b>{stateWords(clock, block, since, heldBecause(review))}</b>; {passedFigure(block.plannedMs)}{' '}
        planned, {passedFigure(block.usedMs)} used
      </p>
      <MeetingTime clock={clock} />
      <Asked clock={clock} />
    </div>
  );
}

function Asked({ clock }: { readonly clock: ClockReading }) {
  const { review } = useLive();
  const desk = useDesk();
  const wallTime = useWallTime();
  const asked = offersNow(review, clock, wallTime);
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
