import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { InlineText } from '#renderer/src/ui/InlineText.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { Person, PersonFields } from '#shared/registers/registers.ts';
import { recordChange } from '#shared/review/changes.ts';
import styles from './CadencePage.module.css';
import { handleFor } from './handles.ts';

const DRAFT = 'new person';

/** Everybody who can own something. Whoever leaves stays on record and is no longer offered. */
export function People() {
  const { people } = useRegisters();
  const append = useAppend();
  const { text, setText } = useDraft(DRAFT);
  const change = (person: Person, changes: Partial<PersonFields>) =>
    append([
      {
        stream: 'organization',
        type: 'person-changed',
        data: { person: person.id, ...recordChange<PersonFields, Partial<PersonFields>>(person, changes) },
      },
    ]);
  const add = () => {
    const [name = '', team = ''] = text.split(',').map((part) => part.trim());
    if (name === '') return;
    const person = handleFor(
      name,
      people.map(({ id }) => id),
    );
    const data = { person, name, team: team === '' ? null : team, role: null, active: true };
    append([{ stream: 'organization', type: 'person-added', data }], { clearDraft: DRAFT });
    setText('');
  };
  const active = people.filter((person) => person.active);
  const gone = people.filter((person) => !person.active);
  return (
    <Section title="People" remark={people.length === 0 ? undefined : `${active.length} active`} first>
      <ul className={styles.people}>
        {[...active, ...gone].map((person) => (
          <li key={person.id} data-gone={!person.active || undefined}>
            <span>
              <InlineText
                label={`Name of ${person.id}`}
                value={person.name}
                onChange={(name) => name !== '' && change(person, { name })}
              />
              <small>@{person.id}</small>
            </span>
            <InlineText
              label={`Team of ${person.name}`}
              value={person.team ?? ''}
              empty="no team"
              onChange={(team) => change(person, { team: team === '' ? null : team })}
            />
            <Button
              look="quiet"
              size="small"
              label={person.active ? `${person.name} has left` : `${person.name} is back`}
              onPress={() => change(person, { active: !person.active })}
            >
              {person.active ? 'Has left' : 'Is back'}
            </Button>
          </li>
        ))}
      </ul>
      <TextField
        label="Add somebody"
        placeholder="Maria Silva, Platform"
        value={text}
        onChange={setText}
        onEnter={add}
        hint="Name, then the team after a comma. Enter adds."
      />
    </Section>
  );
}
