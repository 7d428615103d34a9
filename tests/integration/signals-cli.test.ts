import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCommand } from '#electron/hosts/cli/check.ts';
import type { Command, ExitStatus, Terminal } from '#electron/hosts/cli/command.ts';
import { type ReadExport, readExport } from '#electron/hosts/cli/read-series.ts';
import { signalsCommand } from '#electron/hosts/cli/signals.ts';
import { ok } from '#shared/result.ts';
import type { PointTable } from '#shared/series/series.ts';
import type { Reading } from '#shared/tabular/reading.ts';
import { sampleSeries } from '#tests/support/sample-series.ts';

/** Costs of a product, 40 weeks; limits worked out by hand with 2.66 mean moving ranges of the first 20. */
const COSTS = [
  310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304,
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'andon-signals-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function aFile(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

type Said = { readonly status: ExitStatus; readonly out: string; readonly err: string };

async function say(command: Command, args: readonly string[], input = ''): Promise<Said> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: async () => new TextEncoder().encode(input),
    isWatched: false,
  };
  const status = await command.run(args, terminal);
  return { status, out, err };
}

const read: Reading = {
  file: 'sample.csv',
  sha256: '',
  bytes: 0,
  status: 'read',
  type: 'table',
  encoding: 'utf-8',
  delimiter: ',',
  newline: 'lf',
  header: [1],
  shape: 'long',
  sentence: '',
  rows: { data: 0, excluded: [], rejected: [], rejectedCount: 0, rejectedReasons: [], rejectedGroups: [] },
  columns: [],
  named: [],
  questions: [],
  warnings: [],
  series: [],
  evidence: [],
  targets: [],
  owners: [],
  preview: [],
  signature: null,
  settings: {},
  shown: {},
};

/** Stands where the reader of exports is: gives the points of series of the sample, whatever the file. */
function exportsOf(...ids: readonly string[]): ReadExport {
  const all = ids.map(sampleSeries);
  const rows = all.flatMap((series, index) =>
    [...series.starts].map((start, at) => ({ series, index, start, at })),
  );
  const points: PointTable = {
    series: all,
    seriesIndex: Uint32Array.from(rows, ({ index }) => index),
    starts: Float64Array.from(rows, ({ start }) => start),
    values: Float64Array.from(rows, ({ series, at }) => series.values[at] ?? Number.NaN),
    numerators: null,
    denominators: null,
    lines: Uint32Array.from(rows, (_, line) => line + 2),
  };
  return async () => ok({ reading: read, points });
}

describe('andon signals', () => {
  const signals = signalsCommand(readExport);

  it('takes a file with a column y as one series in file order, its limits from all points', async () => {
    const file = await aFile(
      'costs.csv',
      `t,y\n${COSTS.map((cost, index) => `${index + 1},${cost}`).join('\n')}\n`,
    );
    const { status, out } = await say(signals, [
      file,
      '--chart',
      'xmr',
      '--rules',
      'western-electric',
      '--json',
    ]);
    const [series] = JSON.parse(out).series;
    const mean = COSTS.reduce((sum, cost) => sum + cost, 0) / COSTS.length;
    expect(status).toBe(0);
    expect(series.points.map(({ period }: { period: string }) => period)).toEqual(
      COSTS.map((_, at) => String(at)),
    );
    expect(series.points[3].centre).toBeCloseTo(mean, 10);
    // 3 / 1.128 times the mean of the 19 moving ranges, 148 / 19 = 7.789...
    expect(series.points[3].upper - mean).toBeCloseTo((3 / 1.128) * (148 / 19), 9);
    expect(JSON.parse(out).crossChecks).toEqual([]);
  });

  it('locks limits on a baseline and starts phases where it is told to, by position or by day', async () => {
    const file = await aFile('shift.csv', `y\n${[...COSTS, ...COSTS.map((cost) => cost + 40)].join('\n')}\n`);
    const locked = await say(signals, [file, '--chart', 'xmr', '--baseline', '0..19', '--json']);
    const [one] = JSON.parse(locked.out).series;
    expect(one.phases).toHaveLength(1);
    expect(one.points[25].rules).toContain('outside-limits');
    const phased = await say(signals, [file, '--chart', 'xmr', '--phases', '20', '--json']);
    const [two] = JSON.parse(phased.out).series;
    expect(
      two.phases.map(({ from, to, n }: { from: string; to: string; n: number }) => [from, to, n]),
    ).toEqual([
      ['0', '19', 20],
      ['20', '39', 20],
    ]);
    expect(two.signals).toEqual([]);
  });

  it('draws the chart that is asked for, with samples of the size that the file tells', async () => {
    const file = await aFile('orders.csv', 't,y,n\n1,10,100\n2,30,100\n3,0,0\n4,20,100\n');
    const { out } = await say(signals, [file, '--chart', 'p', '--rules', 'nelson', '--json']);
    const [series] = JSON.parse(out).series;
    expect(series).toMatchObject({ chart: 'p', rules: 'nelson', unit: 'share' });
    expect(series.points[1]).toMatchObject({ value: 0.3, numerator: 30, denominator: 100, centre: 0.2 });
    expect(series.points[2]).toMatchObject({ value: null, upper: null });
  });

  it('reads another column of a plain file where it is told to', async () => {
    const file = await aFile('visits.csv', 't,y,n\n1,10,100\n2,30,110\n');
    const { out } = await say(signals, [file, '--chart', 'xmr', '--column', 'n', '--json']);
    expect(JSON.parse(out).series[0].points.map(({ value }: { value: number }) => value)).toEqual([100, 110]);
  });

  it('asks for sizes where a chart needs them', async () => {
    const file = await aFile('alone.csv', 'y\n1\n2\n');
    await expect(say(signals, [file, '--chart', 'u'])).rejects.toThrow(
      /alone: --chart u needs the size of each sample/,
    );
  });

  it('names the series that a chart cannot be drawn of and draws the others', async () => {
    const alone = await aFile('alone.csv', 'y\n1\n2\n');
    const sized = await aFile('sized.csv', 'y,n\n1,10\n2,10\n');
    const { out, err, status } = await say(signals, [alone, sized, '--chart', 'p', '--json']);
    expect(JSON.parse(out).series.map(({ metricName }: { metricName: string }) => metricName)).toEqual([
      'sized',
    ]);
    expect({ err, status }).toEqual({
      err: 'alone: --chart p needs the size of each sample (a column n); left out\n',
      status: 1,
    });
  });

  it('says of each point its Q and what the engine makes of it, at the sensitivity that is asked for', async () => {
    const file = await aFile(
      'moved.csv',
      `y\n${[...COSTS, ...COSTS.slice(0, 6).map((cost) => cost + 11)].join('\n')}\n`,
    );
    const [calm] = JSON.parse((await say(signals, [file, '--json'])).out).series;
    expect(calm.points[2]).toMatchObject({ q: null, alarm: null });
    expect(calm.points[4].q).toBeTypeOf('number');
    expect(calm.engine).toMatchObject({ kind: 'normal', preset: 'calm', frozen: false });
    const alert = await say(signals, [file, '--json', '--sensitivity', 'alert']);
    const [sooner] = JSON.parse(alert.out).series;
    expect(sooner.signals[0]).toMatchObject({ alarm: 'shift', onset: '20', direction: 'neither' });
    const first = (points: readonly { alarm: string | null }[]): number =>
      points.findIndex(({ alarm }) => alarm === 'shift');
    expect(first(sooner.points)).toBeGreaterThanOrEqual(20);
    expect(first(calm.points) === -1 || first(calm.points) >= first(sooner.points)).toBe(true);
    await expect(say(signals, [file, '--sensitivity', 'loud'])).rejects.toThrow(/calm, balanced, alert/);
  });

  it('reads standard input', async () => {
    const { out } = await say(signals, ['-', '--json'], `y\n${COSTS.join('\n')}\n`);
    expect(JSON.parse(out).series[0].points).toHaveLength(20);
  });

  it('keeps a cell that is no number missing', async () => {
    const file = await aFile('gaps.csv', 'y\n1\n\n2\nNA\n3\n');
    const { out } = await say(signals, [file, '--json']);
    expect(JSON.parse(out).series[0].points.map(({ value }: { value: number | null }) => value)).toEqual([
      1,
      2,
      null,
      3,
    ]);
  });

  it('takes rows of one group as one sample, and says so where a chart needs samples', async () => {
    const file = await aFile('rings.csv', 'batch,y\na,9\na,11\nb,10\nb,14\nc,11\nc,11\n');
    const { out } = await say(signals, [file, '--chart', 'xbar', '--group', 'batch', '--json']);
    const [series] = JSON.parse(out).series;
    expect(series.points.map(({ value }: { value: number }) => value)).toEqual([10, 12, 11]);
    expect(series.points[0].upper).toBeCloseTo(11 + (3 * 2) / 1.128 / Math.SQRT2, 9);
    await expect(say(signals, [file, '--chart', 's'])).rejects.toThrow(/samples of several values/);
  });

  it('draws one column over another, and leaves a point out where the other is nothing', async () => {
    const file = await aFile('rate.csv', 'y,n\n1,10\n3,0\n4,20\n');
    const { out } = await say(signals, [file, '--chart', 'xmr', '--column', 'y/n', '--json']);
    const [series] = JSON.parse(out).series;
    expect(series.points.map(({ value }: { value: number }) => value)).toEqual([0.1, null, 0.2]);
  });

  it('takes probability limits for shares, with one sample size too', async () => {
    const file = await aFile('shares.csv', 'y,n\n1,10\n0,10\n2,10\n1,10\n');
    const { out } = await say(signals, [file, '--chart', 'p', '--limits', 'probability', '--json']);
    const [series] = JSON.parse(out).series;
    // Ten with 0.1 each: P(X <= 4) = 0.99837 falls short of 0.99865, five are enough.
    expect(series.points[0]).toMatchObject({ centre: 0.1, lower: 0, upper: 0.5 });
  });

  it('tells whether a series moved with an event, and which level it seems to hold', async () => {
    const file = await aFile('step.csv', `y\n${[...COSTS, ...COSTS.map((cost) => cost + 40)].join('\n')}\n`);
    const { out } = await say(signals, [file, '--event', '20', '--json']);
    const [series] = JSON.parse(out).series;
    expect(series.move).toMatchObject({ move: { verdict: 'moved', effect: 40 } });
    expect(series.levels).toMatchObject([{ from: '20', index: 20, held: 20, isSustained: true }]);
    const text = await say(signals, [file, '--event', '20']);
    expect(text.out).toMatch(/\n {9}Moved up: 301 before, 341 since, a change of \+40 /);
  });

  it('takes a season out of a plain series and shows its parts', async () => {
    const week = [10, 10, 10, 10, 10, 2, 2];
    const values = COSTS.map((cost, at) => cost / 100 + (week[at % 7] ?? 0));
    const file = await aFile('days.csv', `y\n${values.join('\n')}\n`);
    const { out } = await say(signals, [file, '--season', '7', '--json']);
    const [series] = JSON.parse(out).series;
    expect(series.season.period).toBe(7);
    const parts = series.season.seasonal.map(
      (value: number, at: number) => value + series.season.trend[at] + series.season.remainder[at],
    );
    for (const [at, value] of values.entries()) expect(parts[at]).toBeCloseTo(value, 9);
    await expect(say(signals, [file, '--season', '14'])).rejects.toThrow(/two whole seasons/);
  });

  it('puts what got worse first and prints one sentence a series', async () => {
    const exports = exportsOf('lead.checkout', 'lead.catalog', 'lead.search');
    const { out } = await say(signalsCommand(exports), ['any.csv']);
    expect(out.split('\n').map((line) => line.split(',')[0])).toEqual([
      'worse    search',
      'better   catalog',
      'routine  checkout',
      '',
    ]);
  });

  it.each([
    [[], /Name at least one file/],
    [['x.csv', '--chart', 'pie'], /--chart is one of xmr, .*, not “pie”/],
    [['x.csv', '--rules', 'own'], /--rules is one of .*, not “own”/],
    [['x.csv', '--baseline', '3'], /FROM\.\.TO/],
    [['x.csv', '--as-of', 'soon'], /“soon” is no day/],
  ])('says how it is called when it is called with %j', async (args, message) => {
    await expect(say(signals, args)).rejects.toThrow(message);
  });

  it('says what is wrong with a file and goes on', async () => {
    const { status, err, out } = await say(signals, [path.join(folder, 'not-there.csv'), '--json']);
    expect(status).toBe(2);
    expect(err).toMatch(/^not-there\.csv: /);
    expect(JSON.parse(out).series).toEqual([]);
  });
});

describe('andon check', () => {
  const exports = exportsOf('lead.checkout', 'lead.search', 'llm.organization', 'lead.catalog');

  it('gives the five dimensions, what is open and what is missing as JSON', async () => {
    const { status, out } = await say(checkCommand(exports), ['any.csv', '--json', '--as-of', '2026-11-18']);
    const page = JSON.parse(out);
    expect(status).toBe(0);
    expect(
      page.dimensions.map(({ dimension, state }: { dimension: string; state: string }) => [dimension, state]),
    ).toEqual([
      ['delivery', 'worse'],
      ['reliability', 'missing'],
      ['initiatives', 'missing'],
      ['vigilance', 'missing'],
      ['efficiency', 'changed'],
    ]);
    expect(page.anomalies.map(({ id }: { id: string }) => id)).toEqual([
      'change-lead-time|search|signal|2026-09-14',
      'llm-cost|organization|signal|2026-10-05',
    ]);
    expect(page.wins.map(({ series }: { series: string }) => series)).toEqual(['change-lead-time|catalog']);
    // Nothing here is read beside anything else: what is said is which questions stay open, and what was not checked.
    expect(
      page.crossChecks.map(({ code, entities }: { code: string; entities: string[] }) => [code, ...entities]),
    ).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map((question) => ['missing-data', question]));
    expect(page.notChecked).toContainEqual({
      code: 'throughput-with-incidents',
      name: 'Throughput and incidents climb together',
      because: 'no deployments or merged changes of the organization are imported',
    });
  });

  it('writes a page in Markdown to a file and can fail on a signal', async () => {
    const file = path.join(folder, 'check.md');
    const args = ['any.csv', '--as-of', '2026-11-18', '-o', file, '--fail-on-signal'];
    const { status, out } = await say(checkCommand(exports), args);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    const page = await readFile(file, 'utf8');
    expect(page).toMatch(/^# Where we stand on 2026-11-18/);
    expect(page).toContain('## To look at');
  });

  it('calls data stale that does not reach the newest complete week', async () => {
    const { out } = await say(checkCommand(exports), ['any.csv', '--json', '--as-of', '2026-12-02']);
    const page = JSON.parse(out);
    expect(page.series.map(({ state }: { state: string }) => state)).toEqual(Array(4).fill('stale'));
    expect(page.anomalies).toEqual([]);
  });
});
