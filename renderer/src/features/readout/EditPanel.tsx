import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { Readout } from '#shared/readout/readout.ts';
import { longSections } from '#shared/readout/word-limits.ts';
import { valueSeen } from '#shared/review/changes.ts';
import type { Review } from '#shared/review/review.ts';
import { EditField } from './EditField.tsx';
import { type Editable, editableTexts } from './editable.ts';
import styles from './ReadoutPage.module.css';

type Props = {
  readonly review: Review;
  readonly readout: Readout;
  readonly onTyping: (id: string, text: string | null) => void;
};

/** The texts that may be said in other words; figures stay as they were computed. */
export function EditPanel({ review, readout, onTyping }: Props) {
  const append = useAppend();
  const edit = (editable: Editable, text: string | null, clearDraft: string) => {
    const stream = `review:${review.id}` as const;
    if (editable.kind === 'section') {
      const data = { section: editable.id, text, ...valueSeen(review, 'readout', editable.id) };
      append([{ stream, type: 'readout-edited', data }], { clearDraft });
      return;
    }
    const computed = readout.six.find((answer) => answer.id === editable.id)?.computed ?? '';
    const answer = text === null ? ({ kind: 'computed' } as const) : ({ kind: 'edited', text } as const);
    const data = { question: editable.id, answer, computed, ...valueSeen(review, 'answer', editable.id) };
    append([{ stream, type: 'question-answered', data }], { clearDraft });
  };
  const long = longSections(readout);
  return (
    <>
      {long.length > 0 && (
        <Section title="Longer than two pages like" remark="words, usual">
          <ul className={styles.long}>
            {long.map(({ section, title, words, most }) => (
              <li key={section}>
                <span>{title}</span>
                <span>
                  {words}, {most}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {editableTexts(readout).map((group) => (
        <Section key={group.title} title={group.title}>
          {group.texts.map((editable) => (
            <EditField
              key={editable.id}
              editable={editable}
              draft={`readout ${review.id} ${editable.id}`}
              onTyping={onTyping}
              onEdit={edit}
            />
          ))}
        </Section>
      ))}
    </>
  );
}
