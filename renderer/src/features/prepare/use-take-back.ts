import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useAppend, useReviewEvents, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { lastUndoable } from '#shared/events/undo.ts';
import type { Review } from '#shared/review/review.ts';

const TAKEN_BACK: Readonly<Record<string, string>> = {
  'agenda-set': 'The agenda is as before.',
  'anomalies-ordered': 'The order is as before.',
  'anomaly-set-aside': 'It is put forward again.',
  'anomaly-put-back': 'It is set aside again.',
  'roles-set': 'The roles are as before.',
  captured: 'What was added is taken back.',
};

/** `u` takes back the last thing that was done to a review being prepared; its planning itself stays. */
export function useTakeBack(review: Review): void {
  const events = useReviewEvents(review.id);
  const { hello } = useWorkspace();
  const append = useAppend();
  const first = events.find((event) => event.type === 'agenda-set');
  const run = () => {
    const last = lastUndoable(
      events.filter((event) => event !== first),
      hello.device,
    );
    if (last === null) return notify('There is nothing to take back.');
    append([{ stream: `review:${review.id}`, type: 'event-undone', data: { event: last.id } }]);
    notify(TAKEN_BACK[last.type] ?? 'The last change is taken back.');
  };
  useCommands([{ id: 'take-back', name: 'Take back the last change', group: 'Prepare', keys: ['u'], run }]);
}
