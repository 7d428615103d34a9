import type { EventList } from '#shared/series/event-list.ts';
import type { FileRecords } from '#shared/series/records/record.ts';

/** How long one period is. An instant is a moment of its own (an event, a sample of a monitor). */
export type Grain = 'instant' | 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** How several values of one series inside one period become one. */
export type Aggregation = 'sum' | 'mean' | 'median' | 'last' | 'max' | 'min' | 'ratio' | 'none';

/** What identifies a series and says how to read its numbers. */
export type SeriesHeader = {
  /** Id of a catalogue metric, or `own:` and the file's own name for a metric that the catalogue lacks. */
  readonly metric: string;
  readonly metricName: string;
  /** Normalised name (trimmed, NFC, no zero-width characters), or `organization` when the file names nothing. */
  readonly entity: string;
  /** Unit of the values as stored (`h`, `%`, `USD`, ...), null when nobody said. Shares are kept as 0..1 with unit `share`. */
  readonly unit: string | null;
  readonly grain: Grain;
  readonly aggregation: Aggregation;
};

/** One metric on one entity over time, as columns of equal length in ascending order of period. */
export type Series = SeriesHeader & {
  /** Start of each period: milliseconds in the organization's calendar (see `day.ts`), strictly ascending. */
  readonly starts: Float64Array;
  /** NaN where missing. Missing is never zero. */
  readonly values: Float64Array;
  /** Present for rates: value = numerator / denominator. NaN where unknown. */
  readonly numerators: Float64Array | null;
  readonly denominators: Float64Array | null;
  /** For each point, the index into `snapshotIds` of the snapshot it came from, and its line there. */
  readonly snapshots: Uint32Array;
  readonly lines: Uint32Array;
  readonly snapshotIds: readonly string[];
};

/** The points that one file gives, in file order, as columns of equal length. Crosses processes as it is. */
export type PointTable = {
  readonly series: readonly SeriesHeader[];
  /** For each point, the index into `series`. */
  readonly seriesIndex: Uint32Array;
  readonly starts: Float64Array;
  readonly values: Float64Array;
  readonly numerators: Float64Array | null;
  readonly denominators: Float64Array | null;
  /** Physical line of the file, from 1. */
  readonly lines: Uint32Array;
  /** For points that were counted from rows of several files: the index of the snapshot that each line is of. */
  readonly origins?: Uint32Array;
  /** The rows that the points were counted from, where they are things that happened. */
  readonly events?: EventList;
  /** Who, what and when of the rows, where they are more than numbers. */
  readonly records?: FileRecords;
};

/** `metric|entity`: different pairs never share a text, even where a name has the bar in it. */
export function seriesId(header: Pick<SeriesHeader, 'metric' | 'entity'>): string {
  return `${header.metric.replaceAll('|', '%7C')}|${header.entity}`;
}
