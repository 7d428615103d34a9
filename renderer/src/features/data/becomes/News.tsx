import { formatPair } from '#shared/figures.ts';
import type { ChangedPoint } from '#shared/series/compare.ts';
import type { ImportComparison } from '#shared/series/compare-import.ts';
import type { Warning } from '#shared/tabular/reading.ts';
import styles from './Becomes.module.css';

const SHOWN = 5;

/** Said elsewhere on this screen, where something can be done about it. */
const ELSEWHERE = new Set(['many-rejected', 'similar-entities', 'remembered']);

function Changed({ changed }: { readonly changed: readonly ChangedPoint[] }) {
  return changed.slice(0, SHOWN).map((one) => {
    const [before, after] = formatPair(one.old, one.new, one.series.unit);
    return (
      <li key={`${one.series.metric}${one.series.entity}${one.period}`}>
        <bdi>{one.series.entity}</bdi>, <bdi>{one.series.metricName}</bdi>, {one.period}: <s>{before}</s> →{' '}
        <b>{after}</b> (line {one.line})
      </li>
    );
  });
}

type Props = { readonly warnings: readonly Warning[]; readonly comparison: ImportComparison | null };

/** What differs from what is stored, old beside new, and what else a person should know. */
export function News({ warnings, comparison }: Props) {
  const changed = comparison?.changed ?? [];
  const grains = comparison?.grainConflicts ?? [];
  const told = warnings.filter((warning) => !ELSEWHERE.has(warning.code));
  if (changed.length + grains.length + told.length === 0) return null;
  return (
    <ul className={styles.news}>
      <Changed changed={changed} />
      {changed.length > SHOWN && <li>{(changed.length - SHOWN).toLocaleString('en')} more values change</li>}
      {grains.slice(0, SHOWN).map(({ series, message }) => (
        <li key={`${series.metric}${series.entity}`}>{message}</li>
      ))}
      {told.map((warning) => (
        <li key={warning.code + warning.message}>{warning.message}</li>
      ))}
    </ul>
  );
}
