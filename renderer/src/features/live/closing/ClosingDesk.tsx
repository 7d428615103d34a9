import { CommandMenu } from '#renderer/src/commands/CommandMenu.tsx';
import { ExpectedEnd } from '#renderer/src/features/live/ExpectedEnd.tsx';
import { Line } from '#renderer/src/features/live/line/Line.tsx';
import { useLive } from '#renderer/src/features/live/live.ts';
import { promiseAtHand, promisesOf } from '#renderer/src/features/live/readback.ts';
import { readbackTitle } from '#renderer/src/features/live/stage/ReadbackView.tsx';
import { clockLook, clockWords } from '#renderer/src/features/live/stage/StageClock.tsx';
import { useClock } from '#renderer/src/features/live/use-clock.ts';
import { clockFigure } from '#renderer/src/features/live/wording.ts';
import { usePointed } from '#renderer/src/state/pointing.ts';
import { dayAndMonth } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { untickedIn } from '#shared/review/block-content.ts';
import { parkingLot, settledAs } from '#shared/review/parking.ts';
import { AlsoTakenDown } from './AlsoTakenDown.tsx';
import styles from './ClosingDesk.module.css';
import { DecidedTwice } from './DecidedTwice.tsx';
import { Gate } from './Gate.tsx';
import { HandOverPart, RatingPart } from './MeetingParts.tsx';
import { NotReached } from './NotReached.tsx';
import { PromiseSentence } from './PromiseSentence.tsx';
import { SixQuestions } from './SixQuestions.tsx';

function Bar() {
  const { review } = useLive();
  const clock = useClock();
  const { block } = clock;
  return (
    <header className={styles['bar']}>
      <span>
        <b>{review.date === null ? 'The review' : `Review of ${dayAndMonth(review.date)}`}</b>
        <span>Read back and close</span>
      </span>
      <span>
        {block !== null && (
          <b role="timer" aria-live="off" aria-label="Time left of this block" data-look={clockLook(clock)}>
            {clockFigure(block.leftMs)} {clockWords(clock)}
          </b>
        )}
        <span>
          <ExpectedEnd />
        </span>
        <CommandMenu />
      </span>
    </header>
  );
}

/** What is parked and nobody settled: it waits for the next review. */
function StillParked() {
  const { review, registers } = useLive();
  const open = parkingLot(review, registers.reviews).filter((one) => settledAs(review, one) === null);
  if (open.length === 0) return null;
  return (
    <Section title="Parked" remark="waits for the next review">
      <ul className={styles['also']}>
        {open.map(({ item, text }) => (
          <li key={item} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What checklists of the agenda still have open: said at the close, never in its way. */
function Unticked() {
  const { review } = useLive();
  const open = untickedIn(review);
  if (open.length === 0) return null;
  return (
    <Section title="Not ticked" remark={String(open.length)}>
      <ul className={styles['also']}>
        {open.map(({ block, item }) => (
          <li key={item.id}>
            <b dir="auto">{block}</b> <span dir="auto">{item.text}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Reading back and closing: every promise as a sentence to be completed in place, and what still holds the close. */
export function ClosingDesk() {
  const { review } = useLive();
  const pointed = usePointed('readback');
  const promises = promisesOf(review);
  const at = promiseAtHand(review, pointed);
  return (
    <div className={styles['desk']}>
      <Bar />
      <div className={styles['columns']}>
        <section className={styles['back']} aria-label="Read back">
          <p className={styles['quiet']}>Read aloud, each with its owner and date</p>
          <h1>{readbackTitle(promises)}</h1>
          <ol>
            {promises.map((item, index) => (
              <PromiseSentence key={item.id} item={item} number={index + 1} now={item.id === at?.id} />
            ))}
          </ol>
          <AlsoTakenDown />
          <Unticked />
          <StillParked />
          <NotReached />
        </section>
        <aside className={styles['gate']} aria-label="Before the close">
          <Gate />
          <DecidedTwice />
          <Section title="The constraint">
            <p className={styles['constraint']} dir="auto">
              {review.constraint?.name ?? 'Not named yet'}
            </p>
            <p className={styles['quiet']} dir="auto">
              {review.constraint?.subordinated ?? ''}
            </p>
          </Section>
          <SixQuestions />
          <RatingPart />
          <HandOverPart />
        </aside>
      </div>
      <Line size="console" asks />
    </div>
  );
}
