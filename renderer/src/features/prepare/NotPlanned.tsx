import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useNextReview, usePlanReview } from '#renderer/src/data/planning.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { longDay } from '#renderer/src/ui/dates.ts';
import { Page } from '#renderer/src/ui/Page.tsx';
import styles from './NotPlanned.module.css';
import { RehearseButton } from './RehearseButton.tsx';

/** No review is being prepared: the next one by cadence, one key away. */
export function NotPlanned() {
  const next = useNextReview();
  const plan = usePlanReview();
  useCommands([{ id: 'plan', name: 'Plan the next review', group: 'Prepare', keys: ['Enter'], run: plan }]);
  return (
    <Page title="Prepare">
      <div className={styles.next}>
        <p>The next review is on</p>
        <h2>
          {longDay(next.date)} at {next.time}
        </h2>
        <p>
          {next.slotMinutes} minutes. Day, time, minutes and rota are set under{' '}
          <a href="#/cadence">Cadence</a>.
        </p>
        <div>
          <Button look="primary" keys={['Enter']} onPress={plan}>
            Plan this review
          </Button>
          <RehearseButton />
        </div>
      </div>
    </Page>
  );
}
