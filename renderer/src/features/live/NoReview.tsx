import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { goTo } from '#renderer/src/state/navigation.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { longDay } from '#renderer/src/ui/dates.ts';
import { Page } from '#renderer/src/ui/Page.tsx';
import type { ReviewSummary } from '#shared/registers/registers.ts';
import styles from './NoReview.module.css';
import { counted, inMinutes } from './wording.ts';

type Props = { readonly planned: ReviewSummary | null; readonly last: ReviewSummary | null };

/** No review runs: the one that was just closed with its readout, or where to start the next. */
export function NoReview({ planned, last }: Props) {
  const today = useToday();
  const justClosed = last !== null && last.date !== null && last.date >= today && planned === null;
  return <Page title="Live">{justClosed ? <Closed review={last} /> : <NotStarted planned={planned} />}</Page>;
}

function Closed({ review }: { readonly review: ReviewSummary }) {
  const { people } = useRegisters();
  const open = () => goTo({ page: 'readout', review: review.id });
  useCommands([
    { id: 'live:readout', keys: ['Enter'], name: 'Open the readout', group: 'The review', run: open },
  ]);
  const { handOver, usedMinutes, findings, plannedMinutes } = review;
  const next = people.find((person) => person.id === handOver?.facilitator)?.name ?? null;
  const used = usedMinutes === null ? '' : ` ${inMinutes(usedMinutes * 60_000)} used of ${plannedMinutes}.`;
  return (
    <div className={styles['still']}>
      <h1>The review is closed. The readout is ready.</h1>
      <p>
        {counted(findings, 'finding')}.{used}
        {handOver?.date == null ? '' : ` The next review is on ${longDay(handOver.date)}`}
        {handOver?.date == null ? '' : next === null ? '.' : `, with ${next}.`}
      </p>
      <Button look="primary" size="large" keys={['Enter']} onPress={open}>
        Open the readout
      </Button>
    </div>
  );
}

function NotStarted({ planned }: { readonly planned: ReviewSummary | null }) {
  const open = () => goTo({ page: 'prepare' });
  useCommands([
    { id: 'live:prepare', keys: ['Enter'], name: 'Go to Prepare', group: 'The review', run: open },
  ]);
  return (
    <div className={styles['still']}>
      <h1>No review is live</h1>
      <p>
        {planned === null
          ? 'Prepare plans the next one: what arrived, what to talk about, the minutes. It starts from there.'
          : 'The next one is being prepared. It starts from there, ready or not.'}
      </p>
      <Button look="primary" size="large" keys={['Enter']} onPress={open}>
        Go to Prepare
      </Button>
    </div>
  );
}
