import { useState } from 'react';
import { useCaptureContext } from '#renderer/src/data/capture-context.ts';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { usePersonName } from '#renderer/src/data/people.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { Day } from '#shared/day.ts';
import { readAbsence } from '#shared/review/absence-line.ts';
import styles from './CadencePage.module.css';

const DRAFT = 'absence';

function spanWords(from: Day, until: Day, today: Day): string {
  if (from === until) return shortDay(from, today);
  return `${shortDay(from, today)} to ${shortDay(until, today)}`;
}

/** Who is away when, now and ahead: they are passed over, and not drawn. */
export function Absences() {
  const { absences } = useRegisters();
  const today = useToday();
  const append = useAppend();
  const nameOf = usePersonName();
  const context = useCaptureContext();
  const { text, setText } = useDraft(DRAFT);
  const [tried, setTried] = useState(false);
  const ahead = absences
    .filter(({ until }) => until >= today)
    .toSorted((left, right) => left.from.localeCompare(right.from));
  const { person, from, until } = readAbsence(text, context);
  const understood = [
    person === null ? 'who? @name' : nameOf(person),
    from === null || until === null ? 'when? 25 nov to 4 dec' : spanWords(from, until, today),
  ].join(', ');
  const add = () => {
    setTried(true);
    if (person === null || from === null || until === null) return;
    append(
      [{ stream: 'organization', type: 'absence-noted', data: { absence: newId(), person, from, until } }],
      { clearDraft: DRAFT },
    );
    setText('');
    setTried(false);
  };
  return (
    <Section title="Away" remark={ahead.length === 0 ? 'nobody' : undefined}>
      <ul className={styles.rota}>
        {ahead.map((one) => (
          <li key={one.absence}>
            <span>
              <Name>{nameOf(one.person)}</Name>
              <small>{spanWords(one.from, one.until, today)}</small>
            </span>
            <Button
              look="quiet"
              size="small"
              label={`${nameOf(one.person)} is not away ${spanWords(one.from, one.until, today)}`}
              onPress={() =>
                append([{ stream: 'organization', type: 'absence-removed', data: { absence: one.absence } }])
              }
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <TextField
        label="Somebody is away"
        placeholder="@tom 25 nov to 4 dec"
        value={text}
        onChange={setText}
        onEnter={add}
        hint={text.trim() === '' && !tried ? 'Who, from when to when. Enter adds.' : understood}
      />
    </Section>
  );
}
