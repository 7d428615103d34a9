import { useToday } from '#renderer/src/data/today.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { dayAndMonth, weekDay } from '#renderer/src/ui/dates.ts';
import { Select } from '#renderer/src/ui/Select.tsx';
import type { Role } from '#shared/review/fold-roles.ts';
import type { Review } from '#shared/review/review.ts';
import { awayOn } from '#shared/review/rota.ts';
import styles from './Roles.module.css';

const ROLES: readonly { readonly role: Role; readonly label: string }[] = [
  { role: 'facilitator', label: 'Facilitator' },
  { role: 'scribe', label: 'Scribe' },
  { role: 'timekeeper', label: 'Timekeeper' },
];
const NOBODY = '-';

/** When the review is, who facilitates, who writes and who keeps the time; who is away that day is said to be. */
export function Roles({ review }: { readonly review: Review }) {
  const registers = useRegisters();
  const append = useAppend();
  const today = useToday();
  const day = review.date ?? today;
  const people = registers.people.filter((person) => person.active);
  const choices = people.map(({ id, name }) => {
    const away = awayOn(id, day, registers);
    return away?.kind === 'absent'
      ? { id, name, remark: `away until ${dayAndMonth(away.until)}` }
      : { id, name };
  });
  const { facilitator, scribe, timekeeper } = review;
  const set = (role: Role, chosen: string) => {
    const data = { facilitator, scribe, timekeeper, [role]: chosen === NOBODY ? null : chosen };
    append([{ stream: `review:${review.id}`, type: 'roles-set', data }]);
  };
  return (
    <span className={styles.roles} data-part="roles">
      {review.date !== null && `${weekDay(review.date)}, ${review.time ?? ''}`}
      {choices.length > 0 &&
        ROLES.map(({ role, label }) => (
          <span key={role}>
            {label.toLowerCase()}{' '}
            <Select
              label={label}
              hideLabel
              look="link"
              value={review[role]}
              choices={role === 'facilitator' ? choices : [...choices, { id: NOBODY, name: 'nobody' }]}
              placeholder="name one"
              onChange={(chosen) => set(role, chosen)}
            />
          </span>
        ))}
    </span>
  );
}
