import { useState } from 'react';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { fullPeriodName } from '#shared/charts/period-axis.ts';
import type { Day } from '#shared/day.ts';
import type { Phase, SeriesReading } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';

type Kind = 'trailing' | 'fixed' | 'locked';

const KINDS: readonly { readonly id: Kind; readonly name: string; readonly remark: string }[] = [
  { id: 'trailing', name: 'Trailing baseline', remark: 'grows with the history' },
  { id: 'locked', name: 'Locked baseline', remark: 'everything up to now' },
  { id: 'fixed', name: 'Fixed baseline', remark: 'from one period to another' },
];

/** Points of one routine from which on locking is offered. */
const OFFERED_AT = 20;
const FEWEST = 4;

type Props = { readonly reading: SeriesReading; readonly phase: Phase };

/** Final points of a phase, oldest first. */
function daysOf(reading: SeriesReading, phase: Phase): readonly Day[] {
  return reading.points.flatMap((point) =>
    point.period >= phase.from && point.period <= phase.to && point.value !== null && point.mature
      ? [point.period]
      : [],
  );
}

function isQuiet(reading: SeriesReading): boolean {
  return reading.signals.every((signal) => signal.ended !== undefined || signal.rules.includes('threshold'));
}

/** On which points the limits of the newest phase rest: those that come, all that are known now, or a span. */
export function BaselineChoice({ reading, phase }: Props) {
  const { baselines } = useRegisters();
  const append = useAppend();
  const days = daysOf(reading, phase);
  const set = baselines.find((one) => one.series === reading.id && one.phase === phase.from);
  const [asking, setAsking] = useState(false);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const [span, setSpan] = useState({ from: set?.from ?? first, to: set?.to ?? last });
  const choose = (baseline: { kind: 'fixed' | 'locked'; from: Day; to: Day } | null, said: string) => {
    const data = { series: reading.id, phase: phase.from, baseline };
    append([{ stream: 'organization', type: 'baseline-set', data }]);
    notify(said);
    setAsking(false);
  };
  const lock = () =>
    choose({ kind: 'locked', from: first, to: last }, `The limits are locked on ${days.length} points.`);
  const take = (id: string) => {
    if (id === 'locked') lock();
    else if (id === 'fixed') setAsking(true);
    else if (set !== undefined) choose(null, 'The limits grow with the history again.');
  };
  const names = days.map((id) => ({ id, name: fullPeriodName(id, reading.grain), remark: id }));
  const held = days.filter((day) => day >= span.from && day <= span.to).length;
  const offered = set === undefined && isQuiet(reading) && days.length >= OFFERED_AT;
  return (
    <>
      <div className={styles.line}>
        <Select
          label="Baseline"
          hideLabel
          look="link"
          value={asking ? 'fixed' : (set?.kind ?? 'trailing')}
          choices={KINDS}
          onChange={take}
        />
      </div>
      {offered && !asking && (
        <div className={styles.suggestion}>
          <p>{days.length} points of one routine: the room may agree on them as its level.</p>
          <Button size="small" onPress={lock}>
            Lock these limits
          </Button>
        </div>
      )}
      {asking && (
        <div className={styles.form}>
          <div className={styles.fields}>
            <Select
              label="From"
              value={span.from}
              choices={names}
              onChange={(from) => setSpan({ ...span, from })}
            />
            <Select label="To" value={span.to} choices={names} onChange={(to) => setSpan({ ...span, to })} />
          </div>
          <div className={styles.row}>
            <Button
              size="small"
              disabled={held < FEWEST}
              onPress={() => choose({ kind: 'fixed', ...span }, `The limits rest on ${held} points.`)}
            >
              {held < FEWEST ? 'Four points at least' : `Rest limits on ${held} points`}
            </Button>
            <Button size="small" look="quiet" onPress={() => setAsking(false)}>
              Cancel
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
