import { useState } from 'react';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { actorHere, setActorHere } from '#renderer/src/data/workspace.ts';
import { setTheme, type Theme, useTheme } from '#renderer/src/state/appearance.ts';
import { showPalette } from '#renderer/src/state/commands.ts';
import { setSingleKeys, useSingleKeys } from '#renderer/src/state/single-keys.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import styles from './SettingsPage.module.css';

const THEMES: readonly { readonly id: Theme; readonly name: string }[] = [
  { id: 'system', name: 'As the system' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
];
const NO_PERSON = 'facilitator';

/** What belongs to this machine alone: its look, and who writes at it. */
export function Here() {
  const { people } = useRegisters();
  const theme = useTheme();
  const single = useSingleKeys();
  const [actor, setActor] = useState(actorHere);
  const choose = (handle: string) => {
    setActorHere(handle);
    setActor(handle);
  };
  const choices = [
    { id: NO_PERSON, name: 'the facilitator, unnamed' },
    ...people.filter((person) => person.active).map(({ id, name }) => ({ id, name })),
  ];
  return (
    <Section title="On this machine">
      <div className={styles.fields}>
        <Select
          label="Who writes at this keyboard"
          value={choices.some(({ id }) => id === actor) ? actor : null}
          choices={choices}
          placeholder={actor}
          onChange={choose}
        />
        <fieldset>
          <legend>Look</legend>
          <div className={styles.week}>
            {THEMES.map(({ id, name }) => (
              <Button key={id} size="small" pressed={theme === id} onPress={() => setTheme(id)}>
                {name}
              </Button>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>Single keys run commands</legend>
          <div className={styles.week}>
            <Button size="small" pressed={single} onPress={() => setSingleKeys(true)}>
              On
            </Button>
            <Button size="small" pressed={!single} onPress={() => setSingleKeys(false)}>
              Off
            </Button>
          </div>
        </fieldset>
      </div>
      <p className={styles.quiet}>
        The history of every entry names who wrote it.{' '}
        <Button look="link" onPress={() => showPalette('keys')}>
          Show all keys
        </Button>
      </p>
    </Section>
  );
}
