import { CommandMenu } from '#renderer/src/commands/CommandMenu.tsx';
import { useWallTime } from '#renderer/src/data/today.ts';
import { useSaving, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { ClosingDesk } from '#renderer/src/features/live/closing/ClosingDesk.tsx';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { Line } from '#renderer/src/features/live/line/Line.tsx';
import { useLive } from '#renderer/src/features/live/live.ts';
import type { StageWindow } from '#renderer/src/features/live/use-stage-window.ts';
import { rolesWords } from '#renderer/src/features/live/wording.ts';
import { useMatches } from '#renderer/src/hooks/use-matches.ts';
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
import { Pane } from './Pane.tsx';
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
        <span className={`${styles['quiet']} ${styles['since']}`}>
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

/** Half of a laptop's screen beside a video call, and 200 % zoom. */
const NARROW = '(max-width: 1000px)';

/** Side by side: the clock and the agenda, what is at hand, what the room sees and what comes. */
function Columns({ stage }: { readonly stage: StageWindow }) {
  const { review } = useLive();
  return (
    <div className={styles['columns']}>
      <section className={styles['left']} aria-label="Clock and agenda">
        <div className={styles['clock']}>
          <ConsoleClock />
        </div>
        <Pane label="Blocks and minutes" look="inner" at={review.currentBlock}>
          <AgendaPlan />
        </Pane>
      </section>
      <Pane label="At hand" look="work">
        <AtHand />
        <TakenDown />
      </Pane>
      <Pane label="The room and what comes" look="side">
        <RoomSees stageOpen={stage.open} />
        <NextUp />
        <PrivateNotes />
        <StillOpen />
      </Pane>
    </div>
  );
}

/** Under each other: the clock and what comes stay in sight, then what is said and asked now, then all the rest. */
function Stacked({ stage }: { readonly stage: StageWindow }) {
  return (
    <div className={styles['stacked']}>
      <section className={styles['strip']} aria-label="Clock and agenda">
        <ConsoleClock />
        <NextUp top />
      </section>
      <Pane label="At hand" look="work">
        <AtHand />
        <TakenDown />
        <PrivateNotes />
        <AgendaPlan />
        <StillOpen />
        <RoomSees stageOpen={stage.open} />
      </Pane>
    </div>
  );
}

/** What the facilitator alone sees: the clock and who pays, the anomaly and what to ask, what comes, what is open. */
export function Console({ stage }: { readonly stage: StageWindow }) {
  const { review } = useLive();
  const { ask } = useDesk();
  const narrow = useMatches(NARROW);
  const kind = stepNow(review)?.block.kind;
  if (kind === 'readback' && review.status === 'live') return <ClosingDesk />;
  return (
    <div className={styles['console']} data-typing={ask === null ? undefined : true}>
      <TopBar stage={stage} />
      {narrow ? <Stacked stage={stage} /> : <Columns stage={stage} />}
      <Line size="console" />
    </div>
  );
}
