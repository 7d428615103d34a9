import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { Select } from '#renderer/src/ui/Select.tsx';
import type { Review } from '#shared/review/review.ts';
import styles from './Roles.module.css';

/** When the review is, who facilitates and who writes. */
export function Roles({ review }: { readonly review: Review }) {
  const { people } = useRegisters();
  const append = useAppend();
  const choices = people.filter((person) => person.active).map(({ id, name }) => ({ id, name }));
  const set = (change: { readonly facilitator?: string; readonly scribe?: string }) =>
    append([
      {
        stream: `review:${review.id}`,
        type: 'roles-set',
        data: { facilitator: review.facilitator, scribe: review.scribe, ...change },
      },
    ]);
  return (
    <span className={styles.roles}>
      {review.date !== null && `${weekDay(review.date)}, ${review.time ?? ''}`}
      {choices.length > 0 && (
        <>
          <span>
            facilitator{' '}
            <Select
              label="Facilitator"
              hideLabel
              look="link"
              value={review.facilitator}
              choices={choices}
              placeholder="name one"
              onChange={(facilitator) => set({ facilitator })}
            />
          </span>
          <span>
            scribe{' '}
            <Select
              label="Scribe"
              hideLabel
              look="link"
              value={review.scribe}
              choices={choices}
              placeholder="name one"
              onChange={(scribe) => set({ scribe })}
            />
          </span>
        </>
      )}
    </span>
  );
}
