import type { ReactNode } from 'react';
import { CommandMenu } from '#renderer/src/commands/CommandMenu.tsx';
import { useWallTime } from '#renderer/src/data/today.ts';
import { useSaving, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { ClosingDesk } from '#renderer/src/features/live/closing/ClosingDesk.tsx';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { Line } from '#renderer/src/features/live/line/Line.tsx';
import { useLive } from '#renderer/src/features/live/live.ts';
import type { StageWindow } from '#renderer/src/features/live/use-stage-window.ts';
import { rolesWords } from '#renderer/src/features/live/wording.ts';
import { showPalette } from '#renderer/src/state/commands.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { dayAndMonth } from '#renderer/src/ui/dates.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { stepNow } from '#renderer/src/walk/steps.ts';
import { AgendaPlan } from './AgendaPlan.tsx';
import { AtHand } from './AtHand.tsx';
import styles from './Console.module.css';
import { ConsoleClock } from './ConsoleClock.tsx';
import { NextUp } from './NextUp.tsx';
import { PrivateNotes } from './PrivateNotes.tsx';
import { RoomSees } from './RoomSees.tsx';
import { StillOpen } from './StillOpen.tsx';
import { TakenDown } from './TakenDown.tsx';

function savedWords(savedAt: string | null, waitingSince: number | null): string {
  if (waitingSince !== null) return 'Saving…';
  return savedAt === null ? 'Saved' : `Saved ${savedAt}`;
}

const STAGE_WORDS = { display: 'Stage on the other display', window: 'Stage in its own window' } as const;

function TopBar({ stage }: { readonly stage: StageWindow }) {
  const { review, nameOf } = useLive();
  const desk = useDesk();
  const { savedAt, waitingSince } = useSaving();
  const { rehearsal } = useWorkspace();
  const wallTime = useWallTime();
  const pulled = review.andons.some((pull) => pull.released === null);
  return (
    <header className={styles['top']}>
      <span>
        <h1>{review.date === null ? 'Review' : `Review of ${dayAndMonth(review.date)}`}</h1>
        <span className={styles['quiet']}>
          {review.startedAtMs === null ? '' : `live since ${wallTime(review.startedAtMs)}`}
        </span>
        <span className={styles['roles']}>{rolesWords(review, nameOf)}</span>
      </span>
      <span>
        <span className={styles['quiet']}>
          {stage.open ? STAGE_WORDS[stage.on ?? 'window'] : 'Stage not open'} <Key>s</Key>
        </span>
        <span className={styles['quiet']}>
          {rehearsal === null
            ? savedWords(savedAt === null ? null : wallTime(savedAt), waitingSince)
            : 'Nothing is kept'}
        </span>
        <Button
          size="small"
          keys={['!']}
          onPress={() => desk.open(pulled ? { kind: 'release' } : { kind: 'pull' })}
        >
          {pulled ? 'Release' : 'Andon'}
        </Button>
        <Button size="small" look="quiet" keys={['?']} onPress={() => showPalette('keys')}>
          Keys
        </Button>
        <CommandMenu named />
      </span>
    </header>
  );
}

type ColumnProps = {
  readonly side: 'left' | 'middle' | 'right';
  readonly label: string;
  readonly children: ReactNode;
};

function Column({ side, label, children }: ColumnProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a column scrolls, so the keyboard has to reach it.
    <section className={styles[side]} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** What the facilitator alone sees: the clock and who pays, the anomaly and what to ask, what comes, what is open. */
export function Console({ stage }: { readonly stage: StageWindow }) {
  const { review } = useLive();
  const { ask } = useDesk();
  const kind = stepNow(review)?.block.kind;
  if (kind === 'readback' && review.status === 'live') return <ClosingDesk />;
  return (
    <div className={styles['console']} data-typing={ask === null ? undefined : true}>
      <TopBar stage={stage} />
      <div className={styles['columns']}>
        <Column side="left" label="Clock and agenda">
          <ConsoleClock />
          <AgendaPlan />
        </Column>
        <Column side="middle" label="At hand">
          <AtHand />
          <TakenDown />
        </Column>
        <Column side="right" label="The room and what comes">
          <RoomSees stageOpen={stage.open} />
          <NextUp />
          <StillOpen />
          <PrivateNotes />
        </Column>
      </div>
      <Line size="console" />
    </div>
  );
}
