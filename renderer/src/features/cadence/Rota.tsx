import { usePersonName } from '#renderer/src/data/people.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import styles from './CadencePage.module.css';
import { useCadence } from './use-cadence.ts';

function moved(rota: readonly string[], at: number, by: number): readonly string[] {
  const next = [...rota];
  const [person] = next.splice(at, 1);
  if (person !== undefined) next.splice(at + by, 0, person);
  return next;
}

/** Who facilitates, in turn. Whoever is away is passed over. */
export function Rota() {
  const { people } = useRegisters();
  const { cadence, change } = useCadence();
  const nameOf = usePersonName();
  const { rota } = cadence;
  const others = people.filter((person) => person.active && !rota.includes(person.id));
  return (
    <Section title="Facilitators in turn" remark={rota.length === 0 ? undefined : `${rota.length}`}>
      {rota.length === 0 && (
        <p className={styles.quiet}>
          Nobody yet. A review that changes hands teaches the whole organization.
        </p>
      )}
      <ol className={styles.rota}>
        {rota.map((person, at) => (
          <li key={person}>
            <span dir="auto">
              {nameOf(person)}
              {people.some(({ id, active }) => id === person && !active) && <small> away, passed over</small>}
            </span>
            <span>
              <Button
                look="quiet"
                size="small"
                label={`${nameOf(person)} earlier`}
                disabled={at === 0}
                onPress={() => change({ rota: [...moved(rota, at, -1)] })}
              >
                Earlier
              </Button>
              <Button
                look="quiet"
                size="small"
                label={`${nameOf(person)} later`}
                disabled={at === rota.length - 1}
                onPress={() => change({ rota: [...moved(rota, at, 1)] })}
              >
                Later
              </Button>
              <Button
                look="quiet"
                size="small"
                label={`Take ${nameOf(person)} out of the rota`}
                onPress={() => change({ rota: rota.filter((one) => one !== person) })}
              >
                Remove
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <Select
          label="Add to the rota"
          hideLabel
          value={null}
          placeholder="add somebody"
          choices={others.map(({ id, name }) => ({ id, name }))}
          onChange={(person) => change({ rota: [...rota, person] })}
        />
      )}
    </Section>
  );
}
