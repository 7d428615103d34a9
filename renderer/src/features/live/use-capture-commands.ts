import type { NewEvent } from '#renderer/src/data/author.ts';
import { useEvents, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Command } from '#renderer/src/state/commands.ts';
import { pointAt, usePointed } from '#renderer/src/state/pointing.ts';
import { stepNow } from '#renderer/src/walk/steps.ts';
import { isReviewEvent } from '#shared/events/event.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import { lastStep } from '#shared/events/undo.ts';
import type { CaptureKind } from '#shared/review/review.ts';
import { useDesk } from './desk.ts';
import { KIND_NAMES } from './line/line-words.ts';
import { useLive } from './live.ts';
import { promiseAtHand } from './readback.ts';

const KEYS: readonly (readonly [key: string, kind: CaptureKind])[] = [
  ['a', 'action'],
  ['n', 'note'],
  ['d', 'decision'],
  ['r', 'risk'],
  ['w', 'win'],
  ['p', 'parking'],
  ['i', 'initiative'],
];

const UNDONE: Readonly<Record<string, string>> = {
  captured: 'The last entry is taken back.',
  'verdict-given': 'The verdict is taken back.',
  'block-entered': 'Back to where it was.',
  'anomaly-opened': 'Back to where it was.',
  'anomaly-set-aside': 'It is back in the walk.',
  'anomaly-put-back': 'It is set aside again.',
  'prompt-asked': 'The question counts as not asked.',
  rebaselined: 'The limits are as before.',
  'block-minutes-changed': 'The minutes are as before.',
  'agenda-set': 'The agenda is as before.',
  'roles-set': 'The roles are as before.',
  'commitment-checked': 'The check is taken back.',
  'constraint-named': 'The constraint is as before.',
  'item-ticked': 'The tick is taken back.',
  'rating-given': 'The last vote is taken back.',
  'rating-explained': 'The reason is taken back.',
  'parking-settled': 'It is parked again.',
  'attendance-marked': 'The mark is taken back.',
  'part-opened': 'Back to where it was.',
  'upcoming-change-registered': 'The change is off the list again.',
};

/** What a press was about, where an entry came with it. */
const LEADING: Readonly<Record<string, true>> = { 'verdict-given': true, 'commitment-checked': true };

/** Taking down from anywhere, and taking back. */
export function useCaptureCommands(): readonly Command[] {
  const { review } = useLive();
  const desk = useDesk();
  const events = useEvents();
  const { hello } = useWorkspace();
  const pointed = usePointed('readback');
  const undo = () => {
    const here = events.filter(
      ({ at, stream }) =>
        (stream === `review:${review.id}` || stream === 'organization') &&
        hybridMs(at) >= (review.startedAtMs ?? 0),
    );
    const step = lastStep(here, hello.device);
    const said = step.find(({ type }) => type in LEADING) ?? step[0];
    if (said === undefined) return desk.say('There is nothing to take back.');
    desk.author(
      step.map(
        ({ id, stream }): NewEvent => ({ stream, type: 'event-undone', data: { event: id } }) as NewEvent,
      ),
      UNDONE[said.type] ?? 'The last change is taken back.',
    );
    const check = step.flatMap((event) =>
      isReviewEvent(event) && event.type === 'commitment-checked' ? [event.data.action] : [],
    )[0];
    if (check !== undefined) pointAt('commitments', check);
  };
  const correct = () => {
    const promise = stepNow(review)?.block.kind === 'readback' ? promiseAtHand(review, pointed) : null;
    const item = promise ?? review.items.findLast((one) => !one.private);
    if (item === undefined) return desk.say('Nothing is taken down yet.');
    desk.open({ kind: 'edit', item: item.id });
  };
  return [
    ...KEYS.map(
      ([key, capture]): Command => ({
        id: `live:capture:${capture}`,
        keys: [key],
        name: `Take down: ${KIND_NAMES[capture].toLowerCase()}`,
        group: 'Taking down',
        run: () => desk.open({ kind: 'capture', capture, private: false }),
      }),
    ),
    {
      id: 'live:private',
      keys: ['o'],
      name: 'A note of your own, never shown',
      group: 'Taking down',
      run: () => desk.open({ kind: 'capture', capture: 'note', private: true }),
    },
    {
      id: 'live:correct',
      keys: ['F2'],
      name: 'Correct what was taken down',
      group: 'Taking down',
      run: correct,
    },
    { id: 'live:undo', keys: ['u'], name: 'Take back the last thing', group: 'Taking down', run: undo },
  ];
}
