import { pastReviews } from '#renderer/src/data/reviews.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { hashOf } from '#renderer/src/state/pages.ts';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Table } from '#renderer/src/ui/Table.tsx';

const SHOWN = 5;

/** Closed reviews, newest first: what the constraint was, how many findings, how long it took. */
export function PastReviews() {
  const { reviews } = useRegisters();
  const today = useToday();
  const past = pastReviews(reviews).slice(0, SHOWN);
  if (past.length === 0) return null;
  return (
    <Section title="Past reviews" remark="constraint, findings, minutes">
      <Table label="Past reviews" heads={['Date', 'Constraint', 'Findings', 'Minutes']} hideHeads>
        {past.map((review) => (
          <tr key={review.id}>
            <td data-figure>
              <a href={hashOf({ page: 'readout', review: review.id })}>
                {review.date === null ? review.id : shortDay(review.date, today)}
              </a>
            </td>
            <td data-wide>
              <Name>{review.constraint?.name ?? 'none named'}</Name>
            </td>
            <td data-figure>{review.findings}</td>
            <td data-figure>
              {review.usedMinutes === null ? '' : `${Math.round(review.usedMinutes)}\u00a0min`}
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
