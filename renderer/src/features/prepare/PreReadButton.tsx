import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { usePersonName } from '#renderer/src/data/people.ts';
import { saveText } from '#renderer/src/data/save-text.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useAppend, useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { preReadMarkdown } from '#shared/readout/pre-read.ts';
import type { Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { walkOf } from './anomaly-order.ts';

/** Hands out what the room should have read before: as Markdown, for wherever the team reads. */
export function PreReadButton({ review, state }: { readonly review: Review; readonly state: CurrentState }) {
  const workspace = useWorkspace();
  const registers = useRegisters();
  const today = useToday();
  const nameOf = usePersonName();
  const append = useAppend();
  const handOut = async () => {
    const anomalies = walkOf(review, state).put.map((one) => one.anomaly);
    const text = preReadMarkdown({ review, state, registers, anomalies, today, nameOf });
    const suggestedName = `pre-read-${review.date ?? today}.md`;
    const said = await saveText(workspace, { suggestedName, text, kind: 'markdown' });
    if (said === null) return;
    append([{ stream: `review:${review.id}`, type: 'pre-read-made', data: {} }]);
    notify(said);
  };
  useCommands([
    { id: 'pre-read', name: 'Hand out the pre-read', group: 'Prepare', run: () => void handOut() },
  ]);
  return <Button onPress={() => void handOut()}>Hand out the pre-read</Button>;
}
