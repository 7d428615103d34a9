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
import { metricById } from '#shared/drive/catalogue.ts';
import type { Series } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import type { EvaluateOptions } from '#shared/signals/judge.ts';
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
} as const;

const HELP = `andon signals FILE... [--json]

Every series of the files with its chart, limits, phases and signals, worst first. "-" reads standard input.

--as-of DATE          the day of the look; the end of the newest period unless given
--chart xmr           the textbook chart: plain values, limits from all points or from --baseline
--rules SET           wheeler (outside limits, run of 8, three of four) or western-electric
--baseline FROM..TO   limits from these periods, or positions from 0
--phases AT,...       a new phase at each of these periods, or positions from 0
--answer KEY=VALUE    answers a question about a file, as for "andon read"; repeatable
--map MAPPING.json    settings that were chosen in the app

A file with a column y (and maybe n) and no dates is one series in file order.`;

type Forced = {
  readonly chart: 'xmr' | null;
  readonly rules: 'wheeler' | 'western-electric';
  readonly baseline: readonly [string, string] | null;
  readonly phases: readonly string[];
};

function forcedOf(values: {
  readonly chart?: string | undefined;
  readonly rules?: string | undefined;
  readonly baseline?: string | undefined;
  readonly phases?: string | undefined;
}): Forced {
  const { chart, rules = 'wheeler', baseline, phases } = values;
  if (chart !== undefined && chart !== 'xmr')
    throw new Misuse(`There is no chart “${chart}” yet: --chart xmr`);
  if (rules !== 'wheeler' && rules !== 'western-electric') {
    throw new Misuse(`There are no rules “${rules}”: --rules wheeler or western-electric`);
  }
  const [from, to, ...rest] = baseline?.split('..') ?? [];
  if (baseline !== undefined && (!from || !to || rest.length > 0)) {
    throw new Misuse('A baseline is written FROM..TO: --baseline 2026-01-05..2026-06-29 or 0..25');
  }
  return {
    chart: chart ?? null,
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

function optionsFor(series: Series, forced: Forced, asOf: Day | null): EvaluateOptions {
  const baseline = forced.baseline?.map((at) => positionOf(series, at));
  return {
    asOf,
    rules: forced.rules,
    phases: forced.phases.map((at) => positionOf(series, at)),
    ...(asOf === null ? { undated: true } : {}),
    ...(forced.chart === null ? {} : { forced: forced.chart }),
    ...(baseline === undefined ? {} : { baseline: { from: baseline[0] ?? 0, to: baseline[1] ?? 0 } }),
  };
}

/** The end of the newest period of any series: nothing in the files is stale or unfinished by itself. */
function newestEnd(series: readonly Series[]): Day {
  const ends = series.map((one) => periodEnd(one.starts.at(-1) ?? 0, one.grain));
  return msToDay(Math.max(0, ...ends));
}

const ORDER = ['worse', 'changed', 'better', 'stale', 'routine', 'missing'];

function strongest(reading: SeriesReading): number {
  const open = reading.signals.filter(({ ended }) => ended === undefined);
  return Math.max(0, ...open.map(({ strength }) => strength));
}

function worstFirst(left: SeriesReading, right: SeriesReading): number {
  return ORDER.indexOf(left.state) - ORDER.indexOf(right.state) || strongest(right) - strongest(left);
}

/** The readings as automations take them: each signal says whether it is a spike or a shift. */
function toJson(readings: readonly SeriesReading[]): string {
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

function toText(readings: readonly SeriesReading[]): string {
  return readings.map(({ state, sentence }) => `${state.padEnd(8)} ${sentence}\n`).join('');
}

type Files = { readonly plain: readonly Series[]; readonly others: readonly string[] };

/** Files of plain numbers are taken in file order where they have no dates or a chart is asked for. */
async function sortFiles(files: readonly string[], forced: Forced): Promise<Files> {
  const plain: Series[] = [];
  const others: string[] = [];
  for (const file of files) {
    const text = await textOf(file);
    const wanted = text !== null && (forced.chart !== null || !hasDates(text));
    const series = wanted ? plainSeries(text, path.basename(file).replace(/\.\w+$/, '')) : null;
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
    const { plain, others } = await sortFiles(files, forced);
    const found =
      others.length === 0
        ? { series: [], status: 0 as const }
        : await readSeries(others, read, terminal, settings);
    const weekly = found.series.map((one) => toWeeks(one));
    const day = asOf ?? newestEnd(weekly);
    const readings = [
      ...plain.map((one) => evaluateSeries(one, null, optionsFor(one, forced, null))),
      ...weekly.map((one) =>
        evaluateSeries(one, metricById(one.metric) ?? null, optionsFor(one, forced, day)),
      ),
    ].toSorted(worstFirst);
    terminal.out(values.json === true ? toJson(readings) : toText(readings));
    return found.status;
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
