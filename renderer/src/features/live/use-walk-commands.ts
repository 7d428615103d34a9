import type { Command } from '#renderer/src/state/commands.ts';
import { goTo } from '#renderer/src/state/navigation.ts';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { pointByKeys } from '#renderer/src/walk/PointedChart.tsx';
import { type Step, stepNow, undecidedIn } from '#renderer/src/walk/steps.ts';
import { offersRebaseline } from '#shared/review/verdicts.ts';
import { inReview } from './authoring.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { useMoves } from './use-moves.ts';
import { counted } from './wording.ts';

const GROUP = 'The walk';

/** How a step is spoken when the walk comes to it. */
export function stepWords({ block, anomaly }: Step): string {
  return anomaly === null ? `${block.name}, ${counted(block.minutes, 'minute')}` : anomaly.headline;
}

/** What `x` does where the walk stands. */
function asideName(step: Step | null): string {
  if (step?.anomaly == null) return 'Set aside what has no verdict here, with one reason';
  return step.anomaly.asideReason === null ? 'Set the anomaly aside, with a reason' : 'Put the anomaly back';
}

/** Moving: block by block, anomaly by anomaly, entry by entry; the question asked; setting an anomaly aside. */
export function useWalkCommands(jump: () => void): readonly Command[] {
  const { review } = useLive();
  const desk = useDesk();
  const { turn, move } = useMoves();
  const step = stepNow(review);
  const kind = step?.block.kind;
  const ask = () => {
    const anomaly = step?.anomaly;
    const next = anomaly?.questions.find((question) => !anomaly.asked.includes(question));
    if (anomaly == null) return desk.say('No anomaly is on the stage.');
    if (next === undefined) return desk.say('Every question was asked.');
    desk.author([inReview(review, 'prompt-asked', { anomaly: anomaly.id, prompt: next })], `Asked: ${next}`);
  };
  const setAside = () => {
    const anomaly = step?.anomaly ?? null;
    if (anomaly !== null && anomaly.asideReason !== null)
      return desk.author(
        [inReview(review, 'anomaly-put-back', { anomaly: anomaly.id })],
        'Back in the walk.',
      );
    if (anomaly !== null) return desk.open({ kind: 'set-aside', anomaly: anomaly.id });
    const block = kind === 'readback' ? null : (step?.block.id ?? null);
    if (undecidedIn(review, block).length === 0) return desk.say('Nothing without a verdict is left here.');
    desk.open({ kind: 'set-aside-rest', block });
  };
  const explained = step?.anomaly?.verdict ?? null;
  const newLimits = () => {
    const anomaly = step?.anomaly ?? null;
    const cause = explained?.verdict === 'explained' ? explained.reason : null;
    if (anomaly === null || cause === null)
      return desk.say('Limits of its own need a named cause: 3, explained.');
    if (!offersRebaseline(anomaly)) return desk.say('The level has not held for eight points yet.');
    const content = { series: anomaly.reading.id, from: anomaly.onset, cause };
    desk.author(
      [{ stream: 'organization', type: 'rebaselined', data: content }],
      `New limits from ${shortDay(anomaly.onset)} on: ${cause}. This review keeps the chart it began with.`,
    );
  };
  const point = () => {
    desk.say(
      pointByKeys() ? 'Arrow keys go from point to point; Escape ends it.' : 'No chart is on the stage.',
    );
  };
  const openSeries = () => {
    if (step?.anomaly == null) return desk.say('No anomaly is on the stage.');
    goTo({ page: 'metric', series: step.anomaly.reading.id });
  };
  const next = () => turn(1);
  const back = () => turn(-1);
  const command = (id: string, keys: readonly string[], name: string, run: () => void): Command => ({
    id: `live:${id}`,
    keys,
    name,
    group: GROUP,
    run,
  });
  const enabled = step?.anomaly != null;
  return [
    command('next', ['PageDown', 'ArrowRight'], 'Next anomaly or block', next),
    command('back', ['PageUp', 'ArrowLeft'], 'Anomaly or block before', back),
    command('down', ['j'], 'Next anomaly or entry', () => move(1)),
    command('up', ['k'], 'Anomaly or entry before', () => move(-1)),
    { ...command('asked', ['q'], 'The question was asked', ask), enabled },
    // Where no chart is on the stage its key belongs to the block.
    ...(enabled ? [command('point', ['f'], 'Point at the chart, with the arrow keys', point)] : []),
    { ...command('series', [], 'Open the series, down to files and lines', openSeries), enabled },
    command('aside', ['x'], asideName(step), setAside),
    {
      ...command('limits', ['l'], 'New limits from the onset, at the cause that was named', newLimits),
      enabled: explained?.verdict === 'explained',
    },
    ...(kind === 'readback' ? [] : [command('jump', ['g'], 'Go to an anomaly by number or name', jump)]),
  ];
}
