import { useEffect, useRef } from 'react';
import { useWallTime } from '#renderer/src/data/today.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { useClock } from '#renderer/src/features/live/use-clock.ts';
import { clockFigure, heldBecause } from '#renderer/src/features/live/wording.ts';
import { setDark, useDark, useUnsaved } from '#renderer/src/state/pointing.ts';
import { anomaliesOf, type Step, stepNow } from '#renderer/src/walk/steps.ts';
import { anomalyMinutes } from '#shared/drive/agenda-templates.ts';
import type { AndonPull, Review } from '#shared/review/review.ts';
import { BlockView } from './BlockView.tsx';
import styles from './Stage.module.css';
import { StageClock } from './StageClock.tsx';
import { StageFooter } from './StageFooter.tsx';
import { type StageLayout, StageLayoutContext } from './stage-layout.ts';
import { Walkthrough } from './Walkthrough.tsx';

function placeWords(review: Review, { block, anomaly }: Step): string {
  const all = anomaliesOf(review, block);
  const at = all.findIndex((one) => one.id === anomaly?.id);
  return at === -1 ? block.name : `${block.name}, ${at + 1} of ${all.length}`;
}

/** What stands on the stage, by a name that changes with it. */
function sceneOf({ status }: Review, step: Step | null, pull: AndonPull | null): string {
  return [status, pull?.reason ?? '', step?.block.id ?? '', step?.anomaly?.id ?? ''].join(' ');
}

/** Whether the stage is dark. It never stays so for what comes next: whoever goes on wants it seen. */
function useDarkScene(scene: string): boolean {
  const dark = useDark();
  const before = useRef(scene);
  useEffect(() => {
    if (before.current !== scene) setDark(false);
    before.current = scene;
  }, [scene]);
  return dark;
}

/** What the room sees: one thing at a time, from the events alone. The same in its own window and above the line. */
export function Stage({ layout }: { readonly layout: StageLayout }) {
  const { review } = useLive();
  const pull = review.andons.find((one) => one.released === null) ?? null;
  const step = stepNow(review);
  const scene = sceneOf(review, step, pull);
  const dark = useDarkScene(scene);
  if (dark) return <div className={styles['dark']} role="img" aria-label="The stage is dark" />;
  if (review.status === 'closed') return <Still title="The review is closed">The readout is ready.</Still>;
  if (review.status === 'suspended') {
    return <Still title="The review is suspended">Everything is kept. It goes on where it stopped.</Still>;
  }
  if (step === null) return <Still title="The review has not started">The agenda starts it.</Still>;
  if (pull !== null) return <HeldLine pull={pull} />;
  return (
    <div className={styles['stage']} data-stage="">
      <header className={styles['header']}>
        <span dir="auto">
          {heldBecause(review) ?? placeWords(review, step)}
          <AnomalyOver />
        </span>
        {layout === 'whole' && <NotSaved />}
        <StageClock />
      </header>
      <div className={styles['body']} data-layout={layout} key={scene}>
        <StageLayoutContext value={layout}>
          {step.anomaly === null ? <BlockView block={step.block} /> : <Walkthrough anomaly={step.anomaly} />}
        </StageLayoutContext>
      </div>
      {layout === 'whole' && <StageFooter />}
    </div>
  );
}

/** An anomaly that has had its minutes: said where its place is said, and nothing is asked. */
function AnomalyOver() {
  const { anomalyMs } = useClock();
  return anomalyMs !== null && anomalyMs > anomalyMinutes * 60_000 ? (
    <span role="timer" aria-live="off" aria-label="Time of this anomaly">
      {`; this one ${clockFigure(anomalyMs)} of ${anomalyMinutes}:00`}
    </span>
  ) : null;
}

/** Trouble of the window at the keyboard, said to the room too; above the line its own banner says it. */
function NotSaved() {
  const since = useUnsaved();
  const wallTime = useWallTime();
  return since === null ? null : <b className={styles['unsaved']}>NOT SAVED since {wallTime(since)}</b>;
}

function HeldLine({ pull }: { readonly pull: AndonPull }) {
  const { review } = useLive();
  const clock = useClock();
  const wallTime = useWallTime();
  const block = review.blocks.find((one) => one.id === pull.block);
  const left =
    clock.block === null ? '' : ` The clock of the block holds at ${clockFigure(clock.block.leftMs)}.`;
  return (
    <div className={styles['held']} data-stage="">
      <header>
        <span>The line is held</span>
        <span role="timer" aria-live="off">
          {clockFigure(-Math.max(0, clock.nowMs - pull.atMs)).replace('\u2212', '')}
        </span>
      </header>
      <h1 dir="auto">“{pull.reason}”</h1>
      <p>
        {pull.by ?? 'Somebody'} pulled the andon at {wallTime(pull.atMs)}
        {block === undefined ? '' : `, in ${block.name}`}.{left}
      </p>
      <footer>Space releases it with what was decided. The reason goes into the readout.</footer>
    </div>
  );
}

function Still({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div className={styles['stage']} data-stage="">
      <div className={styles['still']}>
        <h1>{title}</h1>
        <p>{children}</p>
      </div>
    </div>
  );
}
