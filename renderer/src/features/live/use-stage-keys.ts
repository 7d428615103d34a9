import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Command } from '#renderer/src/state/commands.ts';
import { stepAhead } from '#renderer/src/walk/steps.ts';
import { inReview, toPage, toStep } from './authoring.ts';
import { useLive } from './live.ts';
import { useReadClock } from './use-clock.ts';
import { usePictureCommands } from './use-picture-commands.ts';
import { useOpenConsole } from './use-stage-window.ts';

/** What a presentation clicker sends when the stage's window has the focus: it drives the review just the same. */
export function useStageKeys(): void {
  const { review } = useLive();
  const append = useAppend();
  const readClock = useReadClock();
  const openConsole = useOpenConsole();
  const picture = usePictureCommands();
  const walk = (by: 1 | -1) => {
    if (review.status !== 'live') return;
    const page = toPage(review, by);
    const step = stepAhead(review, by);
    if (page.length > 0) append(page);
    else if (step !== null) append(toStep(review, step));
  };
  const holdOrResume = () => {
    const { state } = readClock();
    if (state === 'running') append([inReview(review, 'clock-held', { reason: null })]);
    if (state === 'held') append([inReview(review, 'clock-resumed', {})]);
  };
  const command = (id: string, keys: readonly string[], name: string, run: () => void): Command => ({
    id: `stage:${id}`,
    keys,
    name,
    group: 'The walk',
    run,
  });
  const next = ['PageDown', 'ArrowRight', 'ArrowDown'];
  const back = ['PageUp', 'ArrowLeft', 'ArrowUp'];
  useCommands([
    command('next', next, 'Next anomaly or block', () => walk(1)),
    command('back', back, 'Anomaly or block before', () => walk(-1)),
    command('hold', ['Space'], 'Hold or resume the clock', holdOrResume),
    command('console', ['c'], 'Open the console', openConsole),
    ...picture,
  ]);
}
