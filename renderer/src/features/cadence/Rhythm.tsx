import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay, weekDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { addDays } from '#shared/day.ts';
import { agendaTemplates } from '#shared/drive/agenda-templates.ts';
import styles from './CadencePage.module.css';
import { NumberField } from './NumberField.tsx';
import { TimeField } from './TimeField.tsx';
import { firstOn, useCadence } from './use-cadence.ts';

const NOBODY = '-';

/** How often, when, how long, by which template, and who owns the review. */
export function Rhythm({ weekdays }: { readonly weekdays: readonly string[] }) {
  const { people } = useRegisters();
  const today = useToday();
  const { cadence, isSet, change } = useCadence();
  const first = firstOn(cadence.weekday, today);
  return (
    <Section title="Rhythm" first>
      <div className={styles.fields}>
        <Select
          label="How often"
          value={cadence.every}
          choices={[
            { id: 'week', name: 'every week' },
            { id: 'two-weeks', name: 'every two weeks' },
          ]}
          onChange={(every) => change({ every: every as typeof cadence.every })}
        />
        <Select
          label="On"
          value={String(cadence.weekday)}
          choices={weekdays.map((name, index) => ({ id: String(index + 1), name }))}
          onChange={(weekday) => change({ weekday: Number(weekday) })}
        />
        {cadence.every === 'two-weeks' && (
          <Select
            label="In the weeks of"
            value={
              (Date.parse(first) - Date.parse(cadence.anchor)) % (14 * 86_400_000) === 0
                ? first
                : addDays(first, 7)
            }
            choices={[first, addDays(first, 7)].map((day) => ({ id: day, name: shortDay(day, today) }))}
            onChange={(anchor) => change({ anchor })}
          />
        )}
        <TimeField label="At" value={cadence.time} onChange={(time) => change({ time })} />
        <NumberField
          label="Slot in minutes"
          value={cadence.slotMinutes}
          onChange={(slotMinutes) => change({ slotMinutes })}
        />
        <Select
          label="Template"
          value={cadence.template}
          choices={agendaTemplates.map(({ id, name }) => ({ id, name }))}
          onChange={(template) => change({ template })}
        />
        <Select
          label="Owned by"
          value={cadence.owner ?? NOBODY}
          choices={[
            { id: NOBODY, name: 'nobody' },
            ...people.filter((person) => person.active).map(({ id, name }) => ({ id, name })),
          ]}
          onChange={(owner) => change({ owner: owner === NOBODY ? null : owner })}
        />
      </div>
      {!isSet && (
        <div className={styles.set}>
          <p>
            As proposed, the first review is on {weekDay(first)} at {cadence.time}.
          </p>
          <Button look="primary" onPress={() => change({})}>
            Set this rhythm
          </Button>
        </div>
      )}
    </Section>
  );
}
