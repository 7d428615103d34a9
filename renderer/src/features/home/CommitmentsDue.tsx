import { usePersonName } from '#renderer/src/data/people.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Mark, type MarkShape } from '#renderer/src/ui/Mark.tsx';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Table } from '#renderer/src/ui/Table.tsx';
import type { Day } from '#shared/day.ts';
import type { Action } from '#shared/registers/registers.ts';
import { commitmentsToCheck, type Outcome, outcomeOn } from '#shared/review/commitments.ts';

const SHOWN = 8;

const WORDS: Readonly<Record<Outcome, { readonly shape: MarkShape; readonly word: string }>> = {
  kept: { shape: 'check', word: 'kept' },
  late: { shape: 'late', word: 'done late' },
  dropped: { shape: 'dash', word: 'dropped' },
  overdue: { shape: 'late', word: 'overdue' },
  recommitted: { shape: 'late', word: 'new date' },
  'due-today': { shape: 'open', word: 'due today' },
  open: { shape: 'open', word: 'open' },
  'no-date': { shape: 'gap', word: 'no date' },
};

function CommitmentRow({ action, today }: { readonly action: Action; readonly today: Day }) {
  const nameOf = usePersonName();
  const { shape, word } = WORDS[outcomeOn(action, today)];
  return (
    <tr>
      <td data-quiet>{action.id}</td>
      <td data-wide>
        <Name>{action.text}</Name>
      </td>
      <td>{action.owner === null ? <em>nobody</em> : <Name>{nameOf(action.owner)}</Name>}</td>
      <td data-figure>{action.due === null ? '' : shortDay(action.due, today)}</td>
      <td>
        <Mark shape={shape} /> {word}
      </td>
    </tr>
  );
}

/** What the next review will check: promises that fall due by then. */
export function CommitmentsDue() {
  const { actions, reviews } = useRegisters();
  const today = useToday();
  const lastMs = reviews.findLast((review) => review.status === 'closed')?.closedAtMs ?? null;
  const due = commitmentsToCheck(actions, today, lastMs).flatMap((one) =>
    actions.filter((action) => action.id === one.action),
  );
  const done = due.filter((action) => action.status !== 'open').length;
  return (
    <Section
      title="Commitments due"
      remark={due.length === 0 ? undefined : `${due.length} to check; ${done} said done`}
    >
      {due.length === 0 ? (
        <p>Nothing falls due before the next review.</p>
      ) : (
        <Table label="Commitments due" heads={['Id', 'Commitment', 'Owner', 'Due', 'Stands']}>
          {due.slice(0, SHOWN).map((action) => (
            <CommitmentRow key={action.id} action={action} today={today} />
          ))}
        </Table>
      )}
      {due.length > SHOWN && (
        <p>
          <a href="#/actions">{due.length - SHOWN} more under Actions</a>
        </p>
      )}
    </Section>
  );
}
