import { usePersonName } from '#renderer/src/data/people.ts';
import { useNextReview } from '#renderer/src/data/planning.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { addDays } from '#shared/day.ts';
import { reviewDays } from '#shared/review/next-review.ts';
import { nextFacilitator } from '#shared/review/rota.ts';
import styles from './CadencePage.module.css';
import { useCadence } from './use-cadence.ts';

const SHOWN = 3;

/** The next three reviews with their facilitators in turn, as the rhythm and the rota have them. */
export function NextReviews() {
  const { people } = useRegisters();
  const { cadence, isSet } = useCadence();
  const today = useToday();
  const next = useNextReview();
  const nameOf = usePersonName();
  if (!isSet) return null;
  let last = next.facilitator;
  const later = reviewDays(cadence, addDays(next.date, 1), SHOWN - 1).map((date) => {
    last = nextFacilitator(cadence.rota, last, people);
    return { date, time: cadence.time, facilitator: last };
  });
  return (
    <Section title="Next reviews" remark={next.date === today ? 'the first is today' : undefined}>
      <ol className={styles.rows}>
        {[{ date: next.date, time: next.time, facilitator: next.facilitator }, ...later].map((review) => (
          <li key={review.date}>
            <time dateTime={review.date}>
              {weekDay(review.date)}, {review.time}
            </time>
            <span dir="auto">
              {review.facilitator === null ? 'nobody in turn' : nameOf(review.facilitator)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
