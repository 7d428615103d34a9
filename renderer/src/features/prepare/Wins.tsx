import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import styles from './Lines.module.css';

/** What got better by the numbers, and what people want to be said. */
export function Wins({ review, state }: { readonly review: Review; readonly state: CurrentState }) {
  const append = useAppend();
  const key = `win:${review.id}`;
  const { text, setText } = useDraft(key);
  const typed = review.items.filter((item) => item.kind === 'win');
  const add = () => {
    if (text.trim() === '') return;
    append(
      [
        {
          stream: `review:${review.id}`,
          type: 'captured',
          data: { item: newId(), kind: 'win', text: text.trim(), line: text, block: null, anomaly: null },
        },
      ],
      { clearDraft: key },
    );
    setText('');
  };
  return (
    <Section title="Wins" remark={String(typed.length + state.wins.length)}>
      <ul className={styles.lines}>
        {state.wins.map((win) => (
          <li key={win.id}>
            <Mark shape="diamond" tone="better" /> {win.headline}
          </li>
        ))}
        {typed.map((item) => (
          <li key={item.id} dir="auto">
            {item.text}
          </li>
        ))}
      </ul>
      <TextField
        label="Add a win"
        hideLabel
        placeholder="Add a win"
        value={text}
        onChange={setText}
        onEnter={add}
      />
    </Section>
  );
}
