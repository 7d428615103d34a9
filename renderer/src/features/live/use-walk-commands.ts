import type { Command } from '#renderer/src/state/commands.ts';
import { goTo } from '#renderer/src/state/navigation.ts';
import { pointAt, usePointed } from '#renderer/src/state/pointing.ts';
import { anomalyAhead, type Step, stepAhead, stepNow } from '#renderer/src/walk/steps.ts';
import { inReview, toStep } from './authoring.ts';
import { commitmentAtHand } from './commitment-keys.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { promiseAtHand, promisesOf } from './readback.ts';
import { counted } from './wording.ts';

const GROUP = 'The walk';

/** How a step is spoken when the walk comes to it. */
export function stepWords({ block, anomaly }: Step): string {
  return anomaly === null ? `${block.name}, ${counted(block.minutes, 'minute')}` : anomaly.headline;
}

function neighbour(ids: readonly string[], at: string | null, by: 1 | -1): string | null {
  const index = at === null ? -1 : ids.indexOf(at);
  return ids[Math.max(0, Math.min(ids.length - 1, index + by))] ?? null;
}

/** Moving: block by block, anomaly by anomaly, entry by entry; the question asked; setting an anomaly aside. */
export function useWalkCommands(): readonly Command[] {
  const { review } = useLive();
  const desk = useDesk();
  const commitment = usePointed('commitments');
  const promise = usePointed('readback');
  const step = stepNow(review);
  const kind = step?.block.kind;

  const walkTo = (target: Step | null, end: string) => {
    if (target === null) return desk.say(end);
    desk.author(toStep(review, target), '');
  };
  const move = (by: 1 | -1) => {
    if (kind === 'commitments') {
      const ids = review.commitments.map((one) => one.action);
      const next = neighbour(ids, commitmentAtHand(review, commitment)?.action ?? null, by);
      if (next !== null) pointAt('commitments', next);
    } else if (kind === 'readback') {
      const ids = promisesOf(review).map((item) => item.id);
      const next = neighbour(ids, promiseAtHand(review, promise)?.id ?? null, by);
      if (next !== null) pointAt('readback', next);
    } else walkTo(anomalyAhead(review, by), 'No further anomaly in this direction.');
  };
  const ask = () => {
    const anomaly = step?.anomaly;
    const next = anomaly?.questions.find((question) => !anomaly.asked.includes(question));
    if (anomaly == null) return desk.say('No anomaly is on the stage.');
    if (next === undefined) return desk.say('Every question was asked.');
    desk.author([inReview(review, 'prompt-asked', { anomaly: anomaly.id, prompt: next })], `Asked: ${next}`);
  };
  const setAside = () => {
    if (step?.anomaly == null) return desk.say('No anomaly is on the stage.');
    desk.open({ kind: 'set-aside', anomaly: step.anomaly.id });
  };
  const openSeries = () => {
    if (step?.anomaly == null) return desk.say('No anomaly is on the stage.');
    goTo({ page: 'metric', series: step.anomaly.reading.id });
  };
  const next = () => walkTo(stepAhead(review, 1), 'This is the last block. Close the review with e.');
  const back = () => walkTo(stepAhead(review, -1), 'This is the first block.');
  const command = (id: string, keys: readonly string[], name: string, run: () => void): Command => ({
    id: `live:${id}`,
    keys,
    name,
    group: GROUP,
    run,
  });
  const enabled = step?.anomaly != null;
  return [
    command('next', ['PageDown'], 'Next anomaly or block', next),
    command('back', ['PageUp'], 'Anomaly or block before', back),
    command('down', ['j'], 'Next anomaly or entry', () => move(1)),
    command('up', ['k'], 'Anomaly or entry before', () => move(-1)),
    { ...command('asked', ['q'], 'The question was asked', ask), enabled },
    { ...command('series', [], 'Open the series, down to files and lines', openSeries), enabled },
    { ...command('aside', ['x'], 'Set the anomaly aside, with a reason', setAside), enabled },
  ];
}
