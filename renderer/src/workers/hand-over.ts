import type { PointTable } from '#shared/series/series.ts';
import { nextTask } from './next-task.ts';

type Column = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A run of one column, in memory of its own that crosses without a copy. Columns come in order, and so do their runs. */
export type PointsPiece = {
  readonly column: number;
  /** Values of the whole column. */
  readonly length: number;
  readonly from: number;
  readonly values: Column;
};

/** So many values are copied between two frames: a window that copies all of a million points at once stands still. */
const VALUES_PER_PIECE = 65_536;

/** The points with every column put in another's place, always in the same order. */
function withColumns(points: PointTable, put: <C extends Column>(column: C) => C): PointTable {
  const each = <C extends Float64Array | Uint32Array>(column: C): C => put(column as C & Column);
  const any = <C extends Float64Array | Uint32Array>(column: C | null): C | null =>
    column === null ? null : each(column);
  const { origins, events } = points;
  return {
    ...points,
    seriesIndex: each(points.seriesIndex),
    starts: each(points.starts),
    values: each(points.values),
    numerators: any(points.numerators),
    denominators: any(points.denominators),
    lines: each(points.lines),
    ...(origins === undefined ? {} : { origins: each(origins) }),
    ...(events === undefined
      ? {}
      : {
          events: {
            ...events,
            columns: events.columns.map((column) => ({
              ...column,
              texts: any(column.texts),
              moments: any(column.moments),
              numbers: any(column.numbers),
            })),
            keys: each(events.keys),
            starts: each(events.starts),
            entities: each(events.entities),
            lines: each(events.lines),
          },
        }),
  };
}

/** Copies the columns of points to a worker piece by piece, with frames in between; answers the points without them. */
export async function handOver(
  points: PointTable,
  send: (piece: PointsPiece, transfer: Transferable[]) => void,
): Promise<PointTable> {
  const columns: Column[] = [];
  const bare = withColumns(points, (column) => {
    columns.push(column);
    return column.slice(0, 0) as typeof column;
  });
  let room = VALUES_PER_PIECE;
  for (const [column, all] of columns.entries()) {
    for (let from = 0; from < all.length; from += VALUES_PER_PIECE) {
      if (room <= 0) {
        await nextTask();
        room = VALUES_PER_PIECE;
      }
      const values = all.slice(from, from + VALUES_PER_PIECE);
      send({ column, length: all.length, from, values }, [values.buffer]);
      room -= values.length;
    }
  }
  return bare;
}

/** Where points arrive that were handed over. */
export type Arrival = {
  readonly take: (piece: PointsPiece) => void;
  /** The points with the columns that have arrived. */
  readonly whole: (bare: PointTable) => PointTable;
};

/** One set of points that is being handed over. */
export function createArrival(): Arrival {
  const columns: Column[] = [];
  return {
    take: ({ column, length, from, values }) => {
      const all =
        columns[column] ??
        (values instanceof Float64Array ? new Float64Array(length) : new Uint32Array(length));
      all.set(values, from);
      columns[column] = all;
    },
    whole: (bare) => {
      let next = 0;
      return withColumns(bare, (empty) => {
        const column = columns[next] ?? empty;
        next += 1;
        return column as typeof empty;
      });
    },
  };
}
