import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { usePersonName } from '#renderer/src/data/people.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { usePaper } from '#renderer/src/paper/use-paper.ts';
import { MenuButton } from '#renderer/src/ui/MenuButton.tsx';
import { preReadHtml } from '#shared/readout/html/pre-read-page.ts';
import { preReadOf } from '#shared/readout/pre-read.ts';
import { preReadMarkdown } from '#shared/readout/pre-read-markdown.ts';
import type { Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { walkOf } from './anomaly-order.ts';
import type { Readiness } from './use-readiness.ts';

type Props = { readonly review: Review; readonly state: CurrentState; readonly readiness: Readiness };

const LINES = [
  { id: 'pdf', name: 'As PDF' },
  { id: 'html', name: 'As HTML, one file' },
  { id: 'markdown', name: 'As Markdown' },
] as const;

/** Hands out what the room should have read before, in the form that the team reads. */
export function PreReadButton({ review, state, readiness }: Props) {
  const registers = useRegisters();
  const today = useToday();
  const nameOf = usePersonName();
  const append = useAppend();
  const paper = usePaper();
  const name = `pre-read-${review.date ?? today}`;
  const handOut = async (kind: string) => {
    const anomalies = walkOf(review, state).put.map((one) => one.anomaly);
    const { checks } = readiness;
    const preRead = preReadOf({ review, state, registers, anomalies, readiness: checks, today, nameOf });
    const page = (font: string | null) => preReadHtml(preRead, font);
    const text = { suggestedName: `${name}.md`, text: preReadMarkdown(preRead), kind: 'markdown' } as const;
    const ways: Readonly<Record<string, () => Promise<boolean>>> = {
      pdf: () => paper.pdf(name, page),
      html: () => paper.html(name, page),
      markdown: () => paper.text(text),
    };
    if ((await ways[kind]?.()) !== true) return;
    append([{ stream: `review:${review.id}`, type: 'pre-read-made', data: {} }]);
  };
  useCommands(
    LINES.map(({ id, name: as }) => ({
      id: `pre-read:${id}`,
      name: `Hand out the pre-read: ${as.toLowerCase()}`,
      group: 'Prepare',
      run: () => void handOut(id),
    })),
  );
  return (
    <MenuButton
      label="Hand out the pre-read"
      sections={[{ name: 'Pre-read', lines: LINES }]}
      onChoose={(id) => void handOut(id)}
    >
      Pre-read
    </MenuButton>
  );
}
