import { useMemo, useState } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { goTo } from '#renderer/src/state/navigation.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { WallBand } from './WallBand.tsx';
import styles from './WallPage.module.css';
import { type Band, bandsOf, matching } from './wall-bands.ts';

function Legend() {
  return (
    <p className={styles.legend}>
      <span>
        <Mark shape="diamond" /> outside limits
      </span>
      <span>
        <Mark shape="square" /> run of eight
      </span>
      <span>
        <Mark shape="triangle" /> three of four near a limit
      </span>
      <span>
        <Mark shape="triangle-down" /> past its target
      </span>
      <span data-tone="worse">worse</span>
      <span data-tone="better">better</span>
      <span data-tone="changed">changed</span>
    </p>
  );
}

/** Moves the focus among the charts by so many places, in reading order. */
function moveFocus(by: number): void {
  const charts = [...document.querySelectorAll<HTMLElement>('[data-series]')];
  const at = charts.indexOf(document.activeElement as HTMLElement);
  charts[at === -1 ? 0 : Math.min(charts.length - 1, Math.max(0, at + by))]?.focus();
}

function count(bands: readonly Band[]): number {
  return bands.reduce((sum, band) => sum + band.readings.length, 0);
}

/** Every series as a small multiple, by dimension, those that left their routine first. */
export function WallPage() {
  const { state, working, trouble } = useCurrentState();
  const { organization } = useRegisters();
  const [wanted, setWanted] = useState('');
  const readings: readonly SeriesReading[] = state?.readings ?? [];
  const bands = useMemo(() => bandsOf(matching(readings, wanted)), [readings, wanted]);
  const first = bands[0]?.readings[0];
  const find = () => document.querySelector<HTMLInputElement>('[data-find] input')?.focus();
  useCommands([
    { id: 'find-series', name: 'Find a series', group: 'Wall', keys: ['/'], run: find },
    {
      id: 'right',
      name: 'Next chart',
      group: 'Wall',
      keys: ['ArrowRight', 'j'],
      hidden: true,
      run: () => moveFocus(1),
    },
    {
      id: 'left',
      name: 'Previous chart',
      group: 'Wall',
      keys: ['ArrowLeft', 'k'],
      hidden: true,
      run: () => moveFocus(-1),
    },
    { id: 'back', name: 'Back to Home', group: 'Wall', keys: ['Escape'], run: () => goTo({ page: 'home' }) },
  ]);
  return (
    <div className={styles.wall}>
      <header className={styles.bar}>
        <p>
          <a href="#/home" dir="auto">
            {organization?.name ?? 'Home'}
          </a>
        </p>
        <h1>Wall</h1>
        <p role="status">
          {count(bands)} series{wanted === '' ? ', signals first' : ` of ${readings.length}`}
        </p>
        <Legend />
        <div className={styles.find} data-find>
          <TextField
            label="Find a series"
            hideLabel
            type="search"
            placeholder="Type to find a series  /"
            value={wanted}
            onChange={setWanted}
            onEnter={() => first !== undefined && goTo({ page: 'metric', series: first.id })}
            onEscape={() => setWanted('')}
          />
        </div>
      </header>
      <div className={styles.bands}>
        {bands.map((band) => (
          <WallBand key={band.id} band={band} />
        ))}
        {readings.length === 0 && (
          <p className={styles.none}>
            {trouble ?? (working ? 'Evaluating the series…' : 'No series yet. Drop exports on this window.')}
          </p>
        )}
        {readings.length > 0 && bands.length === 0 && <p className={styles.none}>No series has that name.</p>}
      </div>
    </div>
  );
}
