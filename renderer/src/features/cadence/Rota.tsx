import { usePersonName } from '#renderer/src/data/people.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { dayAndMonth, shortDay } from '#renderer/src/ui/dates.ts';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { awayOn } from '#shared/review/rota.ts';
import styles from './CadencePage.module.css';
import { useCadence } from './use-cadence.ts';

function moved(rota: readonly string[], at: number, by: number): readonly string[] {
  const next = [...rota];
  const [person] = next.splice(at, 1);
  if (person !== undefined) next.splice(at + by, 0, person);
  return next;
}

/** When somebody led last, and what keeps them from leading now. */
function useMemberRemark() {
  const registers = useRegisters();
  const today = useToday();
  return (person: string): string => {
    const away = awayOn(person, today, registers);
    if (away?.kind === 'left') return 'has left, passed over';
    if (away?.kind === 'absent') return `away until ${dayAndMonth(away.until)}; keeps the place`;
    const last = registers.turns.taken.findLast((turn) => turn.person === person);
    if (last === undefined) return 'has not led yet';
    return last.date === null ? 'has led before' : `led ${shortDay(last.date, today)}`;
  };
}

/** Whose turn it is, the next one first: whoever has led goes to the end, whoever is away keeps their place. */
export function Rota() {
  const { people, turns } = useRegisters();
  const { changeRota } = useCadence();
  const nameOf = usePersonName();
  const remark = useMemberRemark();
  const rota = turns.slots.map(({ owner }) => owner);
  const others = people.filter((person) => person.active && !rota.includes(person.id));
  return (
    <Section title="Facilitators in turn" remark={rota.length === 0 ? undefined : 'the next one first'}>
      <p className={styles.quiet}>
        {rota.length === 0
          ? 'Nobody yet. A review that changes hands teaches the whole organization.'
          : 'Whoever has led goes to the end. Whoever is away keeps the place and comes first when back; whoever is new comes last.'}
      </p>
      <ol className={styles.rota}>
        {rota.map((person, at) => (
          <li key={person}>
            <span>
              <Name>{nameOf(person)}</Name>
              <small>{remark(person)}</small>
            </span>
            <span>
              <Button
                look="quiet"
                size="small"
                label={`${nameOf(person)} earlier`}
                disabled={at === 0}
                onPress={() => changeRota(moved(rota, at, -1))}
              >
                Earlier
              </Button>
              <Button
                look="quiet"
                size="small"
                label={`${nameOf(person)} later`}
                disabled={at === rota.length - 1}
                onPress={() => changeRota(moved(rota, at, 1))}
              >
                Later
              </Button>
              <Button
                look="quiet"
                size="small"
                label={`Take ${nameOf(person)} out of the rota`}
                onPress={() => changeRota(rota.filter((one) => one !== person))}
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
          onChange={(person) => changeRota([...rota, person])}
        />
      )}
    </Section>
  );
}
