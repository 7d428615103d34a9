import { useEffect, useMemo, useRef } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Command } from '#renderer/src/state/commands.ts';
import { goTo } from '#renderer/src/state/navigation.ts';
import { changeWallView, useWallView } from '#renderer/src/state/wall-view.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { type Move, moveFocus } from './move-focus.ts';
import { WallBand } from './WallBand.tsx';
import { WallBar } from './WallBar.tsx';
import styles from './WallPage.module.css';
import { type Band, bandsOf, matching, teamsOf } from './wall-bands.ts';

const MOVES: readonly { readonly move: Move; readonly name: string; readonly keys: readonly string[] }[] = [
  { move: 'next', name: 'Next chart', keys: ['ArrowRight', 'j'] },
  { move: 'previous', name: 'Previous chart', keys: ['ArrowLeft', 'k'] },
  { move: 'down', name: 'Chart below', keys: ['ArrowDown'] },
  { move: 'up', name: 'Chart above', keys: ['ArrowUp'] },
  { move: 'first', name: 'First chart', keys: ['Home'] },
  { move: 'last', name: 'Last chart', keys: ['End'] },
];

const NO_READINGS: readonly SeriesReading[] = [];

function count(bands: readonly Band[]): number {
  return bands.reduce((sum, band) => sum + band.readings.length, 0);
}

function Nothing({ none }: { readonly none: boolean }) {
  const { working, trouble } = useCurrentState();
  if (none) {
    const waiting = working ? 'Evaluating the series…' : 'No series yet. Drop exports on this window.';
    return <p className={styles.none}>{trouble ?? waiting}</p>;
  }
  return (
    <div className={styles.none}>
      <p>No series is called that and in that state.</p>
      <Button size="small" onPress={() => changeWallView({ wanted: '', show: 'all' })}>
        Show all
      </Button>
    </div>
  );
}

/** Every series as a small multiple, in groups, those that left their routine first. */
export function WallPage() {
  const { state } = useCurrentState();
  const { entities } = useRegisters();
  const view = useWallView();
  const wall = useRef<HTMLDivElement>(null);
  const readings = state?.readings ?? NO_READINGS;
  const { wanted, show, by } = view;
  const bands = useMemo(() => {
    const teamOf = teamsOf(entities);
    return bandsOf(matching(readings, { wanted, show }, teamOf), by, teamOf);
  }, [readings, entities, wanted, show, by]);
  const shown = bands.flatMap((band) => band.readings);
  const first = shown[0];
  const entry = shown.find((reading) => reading.id === view.at) ?? first;
  const known = readings.length > 0;
  const lookedAt = useRef(view.at);
  // Who comes back from a series finds it where it was left; only once, when the charts are there.
  useEffect(() => {
    if (!known || lookedAt.current === null) return;
    const chart = wall.current?.querySelector<HTMLElement>(`[data-series="${CSS.escape(lookedAt.current)}"]`);
    lookedAt.current = null;
    chart?.focus();
  }, [known]);
  useCommands([
    {
      id: 'find-series',
      name: 'Find a series',
      group: 'Wall',
      keys: ['/'],
      run: () => document.querySelector<HTMLInputElement>('[data-find] input')?.focus(),
    },
    ...MOVES.map(
      ({ move, name, keys }): Command => ({
        id: move,
        name,
        keys,
        group: 'Wall',
        hidden: true,
        run: () => moveFocus(wall.current, move),
      }),
    ),
    { id: 'back', name: 'Back to Home', group: 'Wall', keys: ['Escape'], run: () => goTo({ page: 'home' }) },
  ]);
  return (
    <div className={styles.wall}>
      <WallBar
        view={view}
        shown={count(bands)}
        all={readings.length}
        onOpenFirst={() => first !== undefined && goTo({ page: 'metric', series: first.id })}
      />
      <div className={styles.bands} ref={wall}>
        {bands.map((band) => (
          <WallBand
            key={`${by} ${band.id}`}
            band={band}
            counted={by === 'dimension' || by === 'metric'}
            entry={entry?.id ?? null}
          />
        ))}
        {shown.length === 0 && <Nothing none={!known} />}
      </div>
    </div>
  );
}
