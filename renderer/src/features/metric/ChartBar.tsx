import { useState } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { ChartLook } from './ChartLook.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import styles from './MetricPage.module.css';
import { PastChoice } from './PastLimits.tsx';
import type { PastLook } from './past-looks.ts';
import type { Copies } from './use-copies.ts';
import type { Look } from './use-look.ts';

type Props = {
  readonly judged: SeriesReading;
  readonly look: Look;
  readonly past: readonly PastLook[];
  readonly earlier: PastLook | null;
  readonly onEarlier: (look: PastLook | null) => void;
  readonly copies: Copies;
  /** Puts the focus on the chart, whose points the arrow keys walk. */
  readonly onFocus: () => void;
};

/** Above the chart: how it is drawn, how to read it, and ways to take it along. */
export function ChartBar({ judged, look, past, earlier, onEarlier, copies, onFocus }: Props) {
  const [help, setHelp] = useState(false);
  useCommands([
    { id: 'points', name: 'Walk the points of the chart', group: 'Metric', keys: ['c'], run: onFocus },
    {
      id: 'read-chart',
      name: 'How to read this chart',
      group: 'Metric',
      keys: ['h'],
      run: () => setHelp(true),
    },
    { id: 'copy-picture', name: 'Copy the chart as picture', group: 'Metric', run: copies.picture },
    { id: 'copy-svg', name: 'Copy the chart as SVG', group: 'Metric', run: copies.svg },
    { id: 'copy-csv', name: 'Copy the numbers as CSV', group: 'Metric', run: copies.numbers },
  ]);
  return (
    <div className={styles.look}>
      <ChartLook judged={judged} look={look} />
      {look.kind === null && <PastChoice looks={past} shown={earlier} onShow={onEarlier} />}
      <Button look="link" onPress={() => setHelp(true)}>
        How to read this
      </Button>
      <span className={styles.copies}>
        Copy as
        <Button look="link" label="Copy as picture" onPress={copies.picture}>
          picture
        </Button>
        <Button look="link" label="Copy as SVG" onPress={copies.svg}>
          SVG
        </Button>
        <Button look="link" label="Copy as CSV" onPress={copies.numbers}>
          CSV
        </Button>
      </span>
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
