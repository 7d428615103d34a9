import type { Command } from '#renderer/src/state/commands.ts';
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
    const made = drawFor('facilitator', live);
    if (made === null) return desk.say('Nobody is known who could be drawn.');
    const next = { ...(live.review.handOver ?? proposed), facilitator: made.picked.id };
    desk.author(
      [made.event, inReview(live.review, 'handed-over', next)],
      `Drawn to facilitate next: ${made.picked.name}.`,
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
      id: 'live:draw-facilitator',
      name: 'Draw the next facilitator, fairly',
      group: GROUP,
      run: draw,
    },
  ];
}
