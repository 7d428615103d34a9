import { msToDay } from '#shared/day.ts';
import { ownTable } from '#shared/own-export/own-header.ts';
import { type Cells, readOwnPoints } from '#shared/own-export/read-points.ts';
import type { PointTable } from '#shared/series/series.ts';
import type { Reading, RejectedGroup, RejectedRow, SeriesSummary } from '#shared/tabular/reading.ts';

/** What is particular to the reading of a file that Andon wrote. */
export type OwnReading =
  | {
      readonly kind: 'points';
      readonly points: PointTable;
      readonly parts: Pick<Reading, 'sentence' | 'rows' | 'series' | 'evidence'>;
      readonly rejected: readonly RejectedRow[];
    }
  | { readonly kind: 'other'; readonly sentence: string };

function summaries({ series, seriesIndex, starts, values }: PointTable): readonly SeriesSummary[] {
  const ends = series.map(() => ({ points: 0, first: -1, last: -1 }));
  for (const [place, index] of seriesIndex.entries()) {
    const own = ends[index];
    if (own === undefined) continue;
    if (own.points === 0) own.first = place;
    own.last = place;
    own.points += 1;
  }
  const at = (place: number) => {
    const value = values[place] ?? Number.NaN;
    return {
      period: msToDay(starts[place] ?? 0),
      value: Number.isNaN(value) ? null : value,
    };
  };
  return series.map(({ metric, metricName, entity, unit, grain }, index) => {
    const { points, first, last } = ends[index] ?? { points: 0, first: 0, last: 0 };
    return { metric, metricName, entity, unit, grain, points, first: at(first), last: at(last) };
  });
}

function reasons(rejected: readonly RejectedRow[]): readonly string[] {
  return rejected.slice(0, 20).map(({ line, message }) => `Line ${line}: ${message}`);
}

function groups(rejected: readonly RejectedRow[]): readonly RejectedGroup[] {
  const columns = [...new Set(rejected.map(({ column }) => column))];
  return columns.flatMap((column) => {
    const own = rejected.filter((row) => row.column === column);
    const first = own[0];
    return first === undefined ? [] : [{ ...first, count: own.length }];
  });
}

/** A file that Andon wrote, known by its first cell: nothing in it is detected, everything is as it was. Else null. */
export function ownReading(cells: Cells): OwnReading | null {
  const table = cells.count === 0 ? null : ownTable(cells.text(0, 0));
  if (table === null) return null;
  const own = readOwnPoints(cells);
  if (own === null) {
    return table === 'points'
      ? null
      : {
          kind: 'other',
          sentence: `This is the register of ${table} as Andon exports it, no metrics. Take it in under Data, “Take in an export of Andon”.`,
        };
  }
  const { points, rejected } = own;
  const series = summaries(points);
  const rows = points.starts.length;
  const count = (number: number) => number.toLocaleString('en');
  return {
    kind: 'points',
    points,
    rejected,
    parts: {
      sentence: `Andon’s own export: ${count(rows)} ${rows === 1 ? 'value' : 'values'} in ${count(series.length)} series, read exactly as they were written.`,
      rows: {
        data: rows,
        excluded: [],
        rejected: rejected.slice(0, 100),
        rejectedCount: rejected.length,
        rejectedReasons: reasons(rejected),
        rejectedGroups: groups(rejected),
      },
      series,
      evidence: [
        {
          setting: 'header',
          value: 'Andon’s own export',
          because: `the first cell is “${cells.text(0, 0)}”`,
        },
      ],
    },
  };
}
