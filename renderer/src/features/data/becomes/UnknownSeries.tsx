import { Name } from '#renderer/src/ui/Name.tsx';
import type { SeriesSummary } from '#shared/tabular/reading.ts';
import styles from './Becomes.module.css';

/** Series as far as they are known while a question is open: names and how many values, no numbers to be misread. */
export function UnknownSeries({ series }: { readonly series: readonly SeriesSummary[] }) {
  return (
    <table className={styles.series} aria-label="Series in this file">
      <tbody>
        {series.map((one) => (
          <tr key={`${one.metric} ${one.entity} ${one.unit}`}>
            <td className={styles.named}>
              <Name strong>{one.entity}</Name>
              <Name>{one.metricName}</Name>
            </td>
            <td className={styles.figures}>
              <small>
                {one.points.toLocaleString('en')} {one.points === 1 ? 'value' : 'values'}
              </small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
