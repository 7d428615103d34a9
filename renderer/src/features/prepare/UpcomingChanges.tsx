import { useCaptureContext } from '#renderer/src/data/capture-context.ts';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { addDays } from '#shared/day.ts';
import { parseCapture } from '#shared/review/capture/capture.ts';
import styles from './Lines.module.css';

const DRAFT = 'upcoming-change';
const DAYS_AHEAD = 21;

/** Freezes, migrations, launches: what could move the numbers of the next weeks. */
export function UpcomingChanges() {
  const { upcomingChanges } = useRegisters();
  const today = useToday();
  const append = useAppend();
  const context = useCaptureContext();
  const { text, setText } = useDraft(DRAFT);
  const ahead = upcomingChanges.filter(
    (change) => (change.until ?? change.from) >= today && change.from <= addDays(today, DAYS_AHEAD),
  );
  const add = () => {
    const parse = parseCapture(text, { ...context, pressed: 'action', anomaly: null });
    if (parse.text.trim() === '') return;
    if (parse.due === undefined) return notify('When? Add a day, for example “Peak sales freeze 25 nov”.');
    const { text: said, due, owner, entity } = parse;
    append(
      [
        {
          stream: 'organization',
          type: 'upcoming-change-registered',
          data: {
            change: newId(),
            text: said,
            from: due,
            until: null,
            owner: owner ?? null,
            entities: entity === undefined ? [] : [entity],
          },
        },
      ],
      { clearDraft: DRAFT },
    );
    setText('');
  };
  return (
    <Section title="Upcoming changes" remark={String(ahead.length)}>
      <ul className={styles.lines}>
        {ahead.map((change) => (
          <li key={change.change}>
            <b>
              {shortDay(change.from, today)}
              {change.until === null || change.until === change.from
                ? ''
                : ` to ${shortDay(change.until, today)}`}
            </b>{' '}
            <span dir="auto">{change.text}</span>
          </li>
        ))}
      </ul>
      <TextField
        label="Add an upcoming change"
        hideLabel
        placeholder="What, and when"
        value={text}
        onChange={setText}
        onEnter={add}
      />
    </Section>
  );
}
