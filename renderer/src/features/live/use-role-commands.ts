import type { Command } from '#renderer/src/state/commands.ts';
import { weightWords } from '#shared/review/pick.ts';
import { inReview } from './authoring.ts';
import { useHandOver } from './closing/use-hand-over.ts';
import { useDesk } from './desk.ts';
import { drawFor } from './draw.ts';
import { useLive } from './live.ts';

const GROUP = 'Roles';

/** Who is here, who leads from here, who leads next. */
export function useRoleCommands(attend: () => void): readonly Command[] {
  const live = useLive();
  const desk = useDesk();
  const proposed = useHandOver();
  const draw = () => {
    const ahead = live.review.handOver ?? proposed;
    const made = drawFor('facilitator', live, ahead.date);
    if (made === null) return desk.say('Nobody is left who could be drawn.');
    const { picked, pool } = made;
    desk.author(
      [made.event, inReview(live.review, 'handed-over', { ...ahead, facilitator: picked.id })],
      `Drawn to facilitate next: ${picked.name}. Weights: ${weightWords(pool)}.`,
    );
  };
  return [
    { id: 'live:attendance', keys: ['@'], name: 'Who is here', group: GROUP, run: attend },
    {
      id: 'live:chair',
      name: 'Hand over the chair: somebody else leads from here',
      group: GROUP,
      run: () => desk.open({ kind: 'chair' }),
    },
    {
      id: 'live:scribe',
      name: 'Hand over the pen: somebody else writes from here',
      group: GROUP,
      run: () => desk.open({ kind: 'chair', role: 'scribe' }),
    },
    {
      id: 'live:timekeeper',
      name: 'Hand over the time: somebody else keeps it from here',
      group: GROUP,
      run: () => desk.open({ kind: 'chair', role: 'timekeeper' }),
    },
    {
      id: 'live:draw-facilitator',
      name: 'Draw the next facilitator, fairly',
      group: GROUP,
      run: draw,
    },
  ];
}
