import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { markAll, type SeriesBlock } from '#shared/signals/bulk/mark-all.ts';
import { marks } from '#shared/signals/bulk/rule-windows.ts';
import { phasesFrom } from '#shared/signals/control-charts/chart-phases.ts';
import { drawChart } from '#shared/signals/control-charts/draw.ts';
import { markPatterns } from '#shared/signals/control-charts/pattern-rules.ts';

/**
 * XmR limits and the four rules of Western Electric over 20,000 series of 104 points: ours on one thread beside one
 * pass that only adds the values up, beside DuckDB's window functions for the same rules (its default threads), and
 * beside the charts that are drawn one by one. Each is measured in turn in every round; medians. Run by hand;
 * `ANDON_BESIDE` names a folder with `node_modules/@duckdb/node-api`.
 */
const SERIES = 20_000;
const POINTS = 104;
const ROUNDS = 7;
const { ANDON_BESIDE = '' } = process.env as Readonly<Record<string, string | undefined>>;

/** Normal values, the same in every run. */
function block(): SeriesBlock {
  let seed = 42;
  const uniform = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed + 0.5) / 2 ** 32;
  };
  const values = Float64Array.from({ length: SERIES * POINTS }, () => {
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    return 50 + 5 * radius * Math.cos(2 * Math.PI * uniform());
  });
  return { values, starts: Uint32Array.from({ length: SERIES + 1 }, (_, series) => series * POINTS) };
}

type Rows = { readonly getRows: () => Promise<readonly (readonly unknown[])[]> };
type DuckDb = { readonly run: (sql: string) => Promise<Rows> };

/** A database with the points in it, null where the package is not there. */
async function duckDb({ values }: SeriesBlock): Promise<DuckDb | null> {
  const home = path.join(path.resolve(ANDON_BESIDE), 'package.json');
  if (ANDON_BESIDE === '' || !existsSync(home)) return null;
  const { DuckDBInstance } = createRequire(home)('@duckdb/node-api') as {
    readonly DuckDBInstance: {
      readonly create: (file: string) => Promise<{ connect: () => Promise<DuckDb> }>;
    };
  };
  const database = await (await DuckDBInstance.create(':memory:')).connect();
  await database.run('create table points (series integer, point integer, value double)');
  for (let from = 0; from < values.length; from += 50_000) {
    const rows = [...values.subarray(from, from + 50_000)].map((value, index) => {
      const at = from + index;
      return `(${Math.floor(at / POINTS)},${at % POINTS},${value})`;
    });
    await database.run(`insert into points values ${rows.join(',')}`);
  }
  return database;
}

const WINDOWS = `
create or replace table marked as
with ranges as (
  select *, abs(value - lag(value) over (partition by series order by point)) as range from points
), limits as (
  select series, avg(value) as centre, avg(range) / 1.128 as sigma from ranges group by series
), distances as (
  select series, point, (value - centre) / sigma as z from points join limits using (series)
), windows as (
  select series, point, z,
    sum((z > 2)::int) over three as over2, sum((z < -2)::int) over three as under2, count(*) over three as n3,
    sum((z > 1)::int) over five as over1, sum((z < -1)::int) over five as under1, count(*) over five as n5,
    sum((z > 0)::int) over eight as above, sum((z < 0)::int) over eight as below
  from distances
  window three as (partition by series order by point rows 2 preceding),
    five as (partition by series order by point rows 4 preceding),
    eight as (partition by series order by point rows 7 preceding)
)
select series, point, abs(z) > 3 as outside,
  n3 = 3 and ((z > 2 and over2 >= 2) or (z < -2 and under2 >= 2)) as two,
  n5 = 5 and ((z > 1 and over1 >= 4) or (z < -1 and under1 >= 4)) as four,
  above = 8 or below = 8 as run
from windows`;

const RULES = [marks.outside, marks.twoOfThree, marks.fourOfFive, marks.run];

function counted(found: Uint8Array): readonly number[] {
  return RULES.map((bit) => found.reduce((sum, mark) => sum + ((mark & bit) === 0 ? 0 : 1), 0));
}

/** The charts of the first series, one after the other. */
function chartByChart({ values }: SeriesBlock, count: number): void {
  const phases = phasesFrom(POINTS, [], null);
  for (let series = 0; series < count; series++) {
    const own = values.subarray(series * POINTS, (series + 1) * POINTS);
    const chart = drawChart('xmr', { values: own, numerators: null, denominators: null }, phases);
    markPatterns(chart, phases, 'western-electric');
  }
}

function added({ values }: SeriesBlock): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum;
}

async function timed(run: () => unknown): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

const all = block();
const database = await duckDb(all);
const charts = SERIES / 20;
const times = { ours: [] as number[], sum: [] as number[], charts: [] as number[], windows: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  times.sum.push(await timed(() => added(all)));
  times.ours.push(await timed(() => markAll(all, 'western-electric')));
  times.charts.push((await timed(() => chartByChart(all, charts))) * (SERIES / charts));
  if (database !== null) times.windows.push(await timed(() => database.run(WINDOWS)));
}
const ours = median(times.ours);
const ratio = (other: readonly number[]): string => (median(other) / ours).toFixed(1);
console.log(`limits and four rules: ${((SERIES * POINTS) / ours / 1000).toFixed(0)} million points a second`);
console.log(`  one pass of additions takes ${(median(times.sum) / ours).toFixed(2)} of that time`);
console.log(`  charts one by one take ${ratio(times.charts)} times as long`);
if (database === null) {
  console.log('  DuckDB is not there: ANDON_BESIDE names no folder that has it');
} else {
  console.log(`  DuckDB's window functions take ${ratio(times.windows)} times as long`);
  const [row = []] = await (
    await database.run(
      'select count(*) filter (outside), count(*) filter (two), count(*) filter (four), count(*) filter (run) from marked',
    )
  ).getRows();
  const mine = counted(markAll(all, 'western-electric').marks);
  console.log(
    `  points marked by each rule, ours and its: ${mine.join(', ')} and ${row.map(String).join(', ')}`,
  );
}
