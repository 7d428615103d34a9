import { DAY_MS, dayToMs } from '#shared/day.ts';
import { decodePoints, encodePoints } from '#shared/series/columns-codec.ts';
import { compareWithStored } from '#shared/series/compare.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import type { PointTable, SeriesHeader } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';

/** Merging one million points, as a ratio to copying their columns once. Run by hand. */
const POINTS = 1_000_000;
const FIRST = dayToMs('2024-01-01') ?? 0;

function header(index: number): SeriesHeader {
  const entity = `service-${index}`;
  const aggregation = index % 2 === 0 ? 'sum' : 'mean';
  return { metric: 'deploys', metricName: 'Deploys', entity, unit: null, grain: 'day', aggregation };
}

/** Points in the order of the file: by day, then by series, as exports tend to be; or shuffled. */
function table(seriesCount: number, shuffled: boolean): PointTable {
  const order = Uint32Array.from({ length: POINTS }, (_, place) => place);
  // A fixed linear congruential sequence: the same shuffle in every run.
  let seed = 42;
  for (let at = POINTS - 1; shuffled && at > 0; at--) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const other = seed % (at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return {
    series: Array.from({ length: seriesCount }, (_, index) => header(index)),
    seriesIndex: Uint32Array.from(order, (place) => place % seriesCount),
    starts: Float64Array.from(order, (place) => FIRST + Math.floor(place / seriesCount) * DAY_MS),
    values: Float64Array.from(order, (place) => place % 97),
    numerators: null,
    denominators: null,
    lines: Uint32Array.from(order, (_, place) => place + 2),
  };
}

function median(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
}

for (const seriesCount of [1, 60, 10_000]) {
  for (const shuffled of [false, true]) {
    const points = table(seriesCount, shuffled);
    const limit = median(() => [points.starts, points.values, points.lines].map((column) => column.slice()));
    const snapshots = [{ id: 'a', points }];
    const { series } = mergeSnapshots(snapshots);
    const encoded = encodePoints(points);
    const ratios = {
      merge: median(() => mergeSnapshots(snapshots)),
      'merge of two': median(() => mergeSnapshots([...snapshots, { id: 'b', points }])),
      compare: median(() => compareWithStored(series, points)),
      'to weeks': median(() => series.map((one) => toWeeks(one))),
      'encode and decode': median(() => decodePoints(encoded.header, encodePoints(points).columns)),
    };
    console.log(
      `${seriesCount} series, ${shuffled ? 'shuffled' : 'in order of day'}; x one copy of the columns`,
    );
    for (const [name, ms] of Object.entries(ratios)) {
      console.log(`  ${name.padEnd(18)} ${(ms / limit).toFixed(1).padStart(8)}   (${ms.toFixed(0)} ms)`);
    }
  }
}
