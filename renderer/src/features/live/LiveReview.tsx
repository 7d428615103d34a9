import { useState } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useMatches } from '#renderer/src/hooks/use-matches.ts';
import { setChime, useChime } from '#renderer/src/state/chime.ts';
import { stepNow } from '#renderer/src/walk/steps.ts';
import type { Review } from '#shared/review/review.ts';
import { Announcements } from './Announcements.tsx';
import { AttendanceDialog } from './AttendanceDialog.tsx';
import { ClosingDesk } from './closing/ClosingDesk.tsx';
import { useClosingCommands } from './closing/use-closing-commands.ts';
import { SixAnswersContext, useComputedAnswers } from './closing/use-six-answers.ts';
import { Console } from './console/Console.tsx';
import { DeskContext } from './desk.ts';
import { JumpPalette } from './JumpPalette.tsx';
import styles from './LiveReview.module.css';
import { Line } from './line/Line.tsx';
import { LiveContext, useLive, useLiveParts } from './live.ts';
import { Stage } from './stage/Stage.tsx';
import { StageFrame } from './stage/StageFrame.tsx';
import { useAgendaCommands } from './use-agenda-commands.ts';
import { useBlockCommands } from './use-block-commands.tsx';
import { useCaptureCommands } from './use-capture-commands.ts';
import { useChartFreeze } from './use-chart-freeze.ts';
import { useClockCommands } from './use-clock-commands.ts';
import { useDeskParts } from './use-desk-parts.ts';
import { useNumberCommands } from './use-number-commands.ts';
import { usePictureCommands } from './use-picture-commands.ts';
import { useRoleCommands } from './use-role-commands.ts';
import { useStageWindow } from './use-stage-window.ts';
import { useWalkCommands } from './use-walk-commands.ts';

/** The window at the keyboard while a review runs: keys, the line, and the stage or the console above it. */
export function LiveReview({ review }: { readonly review: Review }) {
  const live = useLiveParts(review);
  const desk = useDeskParts(review.id);
  const answers = useComputedAnswers(live);
  return (
    <LiveContext value={live}>
      <SixAnswersContext value={answers}>
        <DeskContext value={desk}>
          <Keyboard />
          <Announcements />
        </DeskContext>
      </SixAnswersContext>
    </LiveContext>
  );
}

/** The stage scales as a whole, so a narrow window (200 % zoom) gets the console, which flows. */
const NARROW = '(max-width: 860px)';

function useLayout(stageOpen: boolean) {
  const [chosen, choose] = useState<'single' | 'console' | null>(null);
  const narrow = useMatches(NARROW);
  // In a narrow window the stage would be drawn smaller instead of larger: what was chosen waits for room.
  const layout = narrow ? 'console' : (chosen ?? (stageOpen ? 'console' : 'single'));
  return { layout, toggle: () => choose(layout === 'single' ? 'console' : 'single') } as const;
}

function Keyboard() {
  const stage = useStageWindow();
  const { layout, toggle } = useLayout(stage.open);
  const sounds = useChime();
  const blocks = useBlockCommands();
  const [attending, setAttending] = useState(false);
  const [jumping, setJumping] = useState(false);
  useChartFreeze();
  useCommands([
    ...useWalkCommands(() => setJumping(true)),
    ...useNumberCommands(),
    ...useClockCommands(),
    ...useAgendaCommands(),
    ...blocks.commands,
    ...useCaptureCommands(),
    ...useClosingCommands(),
    ...stage.commands,
    ...usePictureCommands(),
    {
      id: 'live:console',
      keys: ['c'],
      name: layout === 'single' ? 'Unfold the console' : 'Fold the console; only the stage is seen',
      group: 'Windows',
      run: toggle,
    },
    ...useRoleCommands(() => setAttending(true)),
    {
      id: 'live:chime',
      name: sounds ? 'Mute the sound of the clock' : 'Let the clock sound when time runs out',
      group: 'The clock',
      run: () => setChime(!sounds),
    },
  ]);
  return (
    <>
      {layout === 'console' ? <Console stage={stage} /> : <Single />}
      <JumpPalette open={jumping} onClose={() => setJumping(false)} />
      {blocks.dialog}
      <AttendanceDialog open={attending} onClose={() => setAttending(false)} />
    </>
  );
}

/** One screen for all: the stage, and one line beneath it. Nothing private. */
function Single() {
  const closing = useIsClosing();
  if (closing) return <ClosingDesk />;
  return (
    <div className={styles['single']}>
      <StageFrame>
        <Stage layout="upper" />
        <Line size="stage" />
      </StageFrame>
    </div>
  );
}

function useIsClosing(): boolean {
  const { review } = useLive();
  const held = review.andons.some((pull) => pull.released === null);
  return stepNow(review)?.block.kind === 'readback' && review.status === 'live' && !held;
}
