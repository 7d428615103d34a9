import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { goTo } from '#renderer/src/state/navigation.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Page } from '#renderer/src/ui/Page.tsx';
import { dimensionById } from '#shared/drive/catalogue.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import { EntityDialog } from './EntityDialog.tsx';
import styles from './MetricPage.module.css';
import { MetricReading } from './MetricReading.tsx';

/** One series in full: what it does, on what that rests, and where every point came from. */
export function MetricPage({ series }: { readonly series: string }) {
  const { state, working, trouble } = useCurrentState();
  const reading = state?.readings.find((one) => one.id === series) ?? null;
  if (reading === null) {
    return (
      <Page title="Metric">
        <p role="status" className={styles.waiting}>
          {state === null && working ? 'Evaluating the series…' : (trouble ?? 'No series has this name now.')}
        </p>
        {!(state === null && working) && (
          <>
            <p className={styles.waiting}>
              Its file may have been taken back, or its entity renamed. The Wall shows every series there is.
            </p>
            <Button look="primary" onPress={() => goTo({ page: 'wall' })}>
              Open the Wall
            </Button>
          </>
        )}
      </Page>
    );
  }
  return <KnownMetric key={reading.id} reading={reading} readings={state?.readings ?? []} />;
}

type Props = { readonly reading: SeriesReading; readonly readings: readonly SeriesReading[] };

function KnownMetric({ reading, readings }: Props) {
  const at = readings.findIndex((one) => one.id === reading.id);
  const go = (by: number) => {
    const next = readings[(at + by + readings.length) % readings.length];
    if (next !== undefined) goTo({ page: 'metric', series: next.id });
  };
  useCommands([
    { id: 'next-series', name: 'Next series', group: 'Metric', keys: ['j'], run: () => go(1) },
    { id: 'previous-series', name: 'Previous series', group: 'Metric', keys: ['k'], run: () => go(-1) },
  ]);
  const dimension = dimensionById(reading.dimension ?? '')?.name;
  return (
    <Page
      title={`${reading.entityName}, ${inSentence(reading.metricName)}`}
      remark={
        <>
          {dimension === undefined ? '' : `${dimension}, `}
          {at + 1} of {readings.length}
        </>
      }
      actions={
        <>
          <EntityDialog reading={reading} />
          <Button size="small" keys={['k']} onPress={() => go(-1)}>
            Previous
          </Button>
          <Button size="small" keys={['j']} onPress={() => go(1)}>
            Next
          </Button>
        </>
      }
    >
      <MetricReading reading={reading} />
    </Page>
  );
}
