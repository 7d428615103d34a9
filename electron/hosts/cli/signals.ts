import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, type ExitStatus, Misuse, type Terminal } from '#electron/hosts/cli/command.ts';
import { hasDates, plainSeries } from '#electron/hosts/cli/plain-series.ts';
import {
  READING_OPTIONS,
  type ReadExport,
  readExport,
  readSeries,
  settingsOf,
  textOf,
  withInput,
} from '#electron/hosts/cli/read-series.ts';
import { type Day, dayToMs, msToDay } from '#shared/day.ts';
import { type Metric, metricById } from '#shared/drive/catalogue.ts';
import type { Series } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';
import { type ChartReading, readChart } from '#shared/signals/control-charts/chart-reading.ts';
import {
  CHART_KINDS,
  type ChartKind,
  type NaturalBounds,
} from '#shared/signals/control-charts/control-chart.ts';
import { needsDenominator } from '#shared/signals/control-charts/draw.ts';
import { RULE_SETS, type RuleSetName } from '#shared/signals/control-charts/pattern-rules.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { periodEnd } from '#shared/signals/periods.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

const OPTIONS = {
  ...READING_OPTIONS,
  json: { type: 'boolean' },
  'as-of': { type: 'string' },
  chart: { type: 'string' },
  rules: { type: 'string' },
  baseline: { type: 'string' },
  phases: { type: 'string' },
  column: { type: 'string' },
} as const;

const HELP = `andon signals FILE... [--json]

Every series of the files with its chart, limits, phases and signals, worst first. "-" reads standard input.

--as-of DATE          the day of the look; the end of the newest period unless given
--chart KIND          the textbook chart of this kind, its limits from all points or from --baseline:
                      xmr, run, p, np, u, c, laney-p, laney-u, i-prime, g, t, ewma or cusum
--rules SET           wheeler (outside limits, run of 8, three of four), western-electric, nelson or nhs
--column NAME         the column of a plain file that holds the series; y unless given
--baseline FROM..TO   limits from these periods, or positions from 0
--phases AT,...       a new phase at each of these periods, or positions from 0
--answer KEY=VALUE    answers a question about a file, as for "andon read"; repeatable
--map MAPPING.json    settings that were chosen in the app

A file with a column y (and maybe n) and no dates is one series in file order: y out of n, or y per n.`;

type Forced = {
  readonly chart: ChartKind | null;
  readonly rules: RuleSetName;
  readonly baseline: readonly [string, string] | null;
  readonly phases: readonly string[];
};

function forcedOf(values: {
  readonly chart?: string | undefined;
  readonly rules?: string | undefined;
  readonly baseline?: string | undefined;
  readonly phases?: string | undefined;
}): Forced {
  const { baseline, phases } = values;
  const chart = CHART_KINDS.find((kind) => kind === values.chart) ?? null;
  if (values.chart !== undefined && chart === null)
    throw new Misuse(`There is no chart “${values.chart}”: --chart ${CHART_KINDS.join(', ')}`);
  const rules = values.rules === undefined ? 'wheeler' : RULE_SETS.find((set) => set === values.rules);
  if (rules === undefined)
    throw new Misuse(`There are no rules “${values.rules}”: --rules ${RULE_SETS.join(', ')}`);
  const [from, to, ...rest] = baseline?.split('..') ?? [];
  if (baseline !== undefined && (!from || !to || rest.length > 0)) {
    throw new Misuse('A baseline is written FROM..TO: --baseline 2026-01-05..2026-06-29 or 0..25');
  }
  return {
    // These two sets describe a textbook chart; signals are decided by the others.
    chart: chart ?? (rules === 'nelson' || rules === 'nhs' ? 'xmr' : null),
    rules,
    baseline: from && to ? [from, to] : null,
    phases: phases?.split(',').filter((at) => at !== '') ?? [],
  };
}

/** Position of a period that was named by its day or its position. */
function positionOf(series: Series, at: string): number {
  if (/^\d{1,6}$/.test(at)) return Number(at);
  const ms = dayToMs(at);
  if (ms === null) throw new Misuse(`“${at}” is neither a day (2026-01-05) nor a position`);
  const index = series.starts.findIndex((start) => periodEnd(start, series.grain) > ms);
  return index === -1 ? series.starts.length : index;
}

type Splits = {
  readonly phases: readonly number[];
  readonly baseline: { readonly from: number; readonly to: number } | null;
};

function splitsOf(series: Series, forced: Forced): Splits {
  const baseline = forced.baseline?.map((at) => positionOf(series, at));
  return {
    phases: forced.phases.map((at) => positionOf(series, at)),
    baseline: baseline === undefined ? null : { from: baseline[0] ?? 0, to: baseline[1] ?? 0 },
  };
}

/** What is printed of a series: our reading of it, or a textbook chart that was asked for. */
type Printed = SeriesReading | ChartReading;

/** `asOf` is null where periods are positions. */
function readingOf(series: Series, forced: Forced, asOf: Day | null): Printed {
  const { phases, baseline } = splitsOf(series, forced);
  const metric = asOf === null ? null : (metricById(series.metric) ?? null);
  const { chart, rules } = forced;
  if (chart === null) {
    return evaluateSeries(series, metric, {
      asOf,
      rules: rules === 'western-electric' ? rules : 'wheeler',
      phases,
      ...(asOf === null ? { undated: true } : {}),
      ...(baseline === null ? {} : { baseline }),
    });
  }
  const good = metric?.good ?? 'neutral';
  return readChart(series, { chart, rules, phases, baseline, asOf, good, bounds: boundsOf(series, metric) });
}

/** Where the metric's values end, in the unit of the series; a metric of one's own has no known bounds. */
function boundsOf(series: Series, metric: Metric | null): NaturalBounds {
  const [low = null, high = null] = metric?.bounds ?? [];
  const whole = series.unit === '%' && metric?.unit === '%' ? 100 : 1;
  return [low === null ? null : low * whole, high === null ? null : high * whole];
}

/** The series that the chart can be drawn of; the others are named on standard error. */
function drawable(series: readonly Series[], { chart }: Forced, terminal: Terminal): readonly Series[] {
  if (chart === null || !needsDenominator(chart)) return series;
  const lacking = series.filter(({ denominators }) => denominators === null);
  const names = [...new Set(lacking.map(({ metricName }) => metricName))].join(', ');
  const text = `${names}: --chart ${chart} needs the size of each sample (a column n)`;
  if (lacking.length > 0 && lacking.length === series.length) throw new Misuse(text);
  if (lacking.length > 0) terminal.err(`${text}; left out\n`);
  return series.filter(({ denominators }) => denominators !== null);
}

/** The end of the newest period of any series: nothing in the files is stale or unfinished by itself. */
function newestEnd(series: readonly Series[]): Day {
  const ends = series.map((one) => periodEnd(one.starts.at(-1) ?? 0, one.grain));
  return msToDay(Math.max(0, ...ends));
}

const ORDER = ['worse', 'changed', 'better', 'stale', 'routine', 'missing'];

function strongest(reading: Printed): number {
  const open = reading.signals.flatMap(({ ended, strength }) => (ended === undefined ? [strength] : []));
  return Math.max(0, ...open.map((strength) => strength ?? Number.MAX_VALUE));
}

function worstFirst(left: Printed, right: Printed): number {
  return ORDER.indexOf(left.state) - ORDER.indexOf(right.state) || strongest(right) - strongest(left);
}

/** The readings as automations take them: each signal says whether it is a spike or a shift. */
function toJson(readings: readonly Printed[]): string {
  const series = readings.map((reading) => ({
    ...reading,
    signals: reading.signals.map((signal) => ({ ...signal, alarm: alarmOf(signal.rules) })),
  }));
  return `${JSON.stringify({ series, crossChecks: [] })}\n`;
}

function alarmOf(rules: readonly string[]): 'spike' | 'shift' | 'threshold' {
  if (rules.includes('threshold')) return 'threshold';
  return rules.length === 1 && rules[0] === 'outside-limits' ? 'spike' : 'shift';
}

function toText(readings: readonly Printed[]): string {
  return readings.map(({ state, sentence }) => `${state.padEnd(8)} ${sentence}\n`).join('');
}

type Files = { readonly plain: readonly Series[]; readonly others: readonly string[] };

/** Files of plain numbers are taken in file order where they have no dates or a chart is asked for. */
async function sortFiles(files: readonly string[], forced: Forced, column: string): Promise<Files> {
  const plain: Series[] = [];
  const others: string[] = [];
  for (const file of files) {
    const text = await textOf(file);
    const wanted = text !== null && (forced.chart !== null || !hasDates(text));
    const series = wanted ? plainSeries(text, path.basename(file).replace(/\.\w+$/, ''), column) : null;
    if (series === null) others.push(file);
    else plain.push(series);
  }
  return { plain, others };
}

async function run(args: readonly string[], terminal: Terminal, read: ReadExport): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const forced = forcedOf(values);
  const asOf = values['as-of'];
  if (asOf !== undefined && dayToMs(asOf) === null)
    throw new Misuse(`“${asOf}” is no day: --as-of 2026-11-18`);
  const settings = await settingsOf(values);
  return withInput(positionals, terminal, async (files) => {
    const { plain, others } = await sortFiles(files, forced, values.column ?? 'y');
    const found =
      others.length === 0
        ? { series: [], status: 0 as const }
        : await readSeries(others, read, terminal, settings);
    const weekly = found.series.map((one) => toWeeks(one));
    const day = asOf ?? newestEnd(weekly);
    const all = [...plain, ...weekly];
    const drawn = drawable(all, forced, terminal);
    const readings = drawn
      .map((one) => readingOf(one, forced, plain.includes(one) ? null : day))
      .toSorted(worstFirst);
    terminal.out(values.json === true ? toJson(readings) : toText(readings));
    return found.status === 0 && drawn.length < all.length ? 1 : found.status;
  });
}

/** The command over any reader of files. */
export function signalsCommand(read: ReadExport): Command {
  return {
    name: 'signals',
    summary: 'every series of the files with its limits and signals, worst first',
    help: HELP,
    run: (args, terminal) => run(args, terminal, read),
  };
}

/** `andon signals FILE...`: every series with its chart, limits, phases and signals. */
export const signals: Command = signalsCommand(readExport);
