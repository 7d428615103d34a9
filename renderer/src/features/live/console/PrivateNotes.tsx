import { useLive } from '#renderer/src/features/live/live.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import styles from './Console.module.css';

/** Notes for the facilitator's own eyes: never on the stage, never in the readout. */
export function PrivateNotes() {
  const { review } = useLive();
  const notes = review.items.filter((item) => item.private);
  return (
    <Section
      title="Private notes"
      remark={
        <>
          never shown <Key>o</Key>
        </>
      }
    >
      {notes.map((note) => (
        <p key={note.id} className={styles['note']} dir="auto">
          {note.text}
        </p>
      ))}
    </Section>
  );
}
