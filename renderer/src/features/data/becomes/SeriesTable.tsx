import { ValuesChart } from '#renderer/src/charts/ValuesChart.tsx';
import { Name } from '#renderer/src/ui/Name.tsx';
import { formatFigure, formatShort } from '#shared/figures.ts';
import styles from './Becomes.module.css';
import type { Sketch } from './sketches.ts';

function spread({ min, max, header, count }: Sketch): string {
  if (min === null || max === null || count === 1) return '';
  if (min === max) return 'always the same';
  return `${formatShort(min, header.unit)} to ${formatShort(max, header.unit)}`;
}

function spoken(sketch: Sketch): string {
  const { first, last, header, count } = sketch;
  if (first === null || last === null) return 'no value';
  const one = (value: number | null) => formatFigure(value, header.unit);
  return count === 1 ? one(last) : `${count} values from ${one(first)} to ${one(last)}, ${spread(sketch)}`;
}

function counted({ count, missing }: Sketch): string {
  const gaps = missing === 0 ? '' : `, ${missing.toLocaleString('en')} missing`;
  return `${count.toLocaleString('en')} ${count === 1 ? 'value' : 'values'}${gaps}`;
}

/** Series of the file: of what, what, how it runs, its last value, its spread and how many values. */
export function SeriesTable({ sketches }: { readonly sketches: readonly Sketch[] }) {
  return (
    <table className={styles.series} aria-label="Series in this file">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Of what and metric</th>
          <th scope="col">Course</th>
          <th scope="col">First to last</th>
          <th scope="col">Spread and values</th>
        </tr>
      </thead>
      <tbody>
        {sketches.map((sketch) => {
          const { header, first, last } = sketch;
          return (
            <tr key={`${header.metric} ${header.entity} ${header.unit} ${header.grain}`}>
              <td className={styles.named}>
                <Name strong>{header.entity}</Name>
                <Name>{header.metricName}</Name>
              </td>
              <td>
                <ValuesChart values={sketch.values} label={spoken(sketch)} />
              </td>
              <td className={styles.figures}>
                <b>{last === null ? 'no value' : formatShort(last, header.unit)}</b>
                {first !== null && sketch.count > 1 && <small>from {formatShort(first, header.unit)}</small>}
              </td>
              <td className={styles.figures}>
                <span>{spread(sketch)}</span>
                <small>{counted(sketch)}</small>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
