import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BesideReading, besideReading } from '#electron/hosts/cli/beside-reading.ts';
import { CHART_ARGUMENTS, CHART_HELP, type Forced, forcedOf } from '#electron/hosts/cli/chart-arguments.ts';
import { type Command, type ExitStatus, Misuse, type Terminal } from '#electron/hosts/cli/command.ts';
import { crossChecksJson, stateOfFiles } from '#electron/hosts/cli/cross-checks.ts';
import {
  hasDates,
  type PlainColumns,
  type PlainSeries,
  plainSeries,
} from '#electron/hosts/cli/plain-series.ts';
import {
  READING_OPTIONS,
  type ReadExport,
  readExport,
  readSeries,
  type SeriesOfFiles,
  settingsOf,
  textOf,
  withInput,
} from '#electron/hosts/cli/read-series.ts';
import { type Printed, readingOf } from '#electron/hosts/cli/series-reading.ts';
import { type Day, dayToMs, msToDay } from '#shared/day.ts';
import { noRecords } from '#shared/series/records/merge-records.ts';
import type { Series } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';
import { needsDenominator, needsSamples } from '#shared/signals/control-charts/draw.ts';
import type { CrossCheckResults } from '#shared/signals/cross-checks/check.ts';
import { periodEnd } from '#shared/signals/periods.ts';

const OPTIONS = {
  ...READING_OPTIONS,
  json: { type: 'boolean' },
  'as-of': { type: 'string' },
  ...CHART_ARGUMENTS,
  column: { type: 'string' },
  group: { type: 'string' },
} as const;

const HELP = `andon signals FILE... [--json]

Every series of the files with its chart, limits, phases and signals, worst first. "-" reads standard input.

--as-of DATE          the day of the look; the end of the newest period unless given
--answer KEY=VALUE    answers a question about a file, as for "andon read"; repeatable
--map MAPPING.json    settings that were chosen in the app

${CHART_HELP}

A file with a column y (and maybe n) and no dates is one series in file order: y out of n, or y per n.
--column NAME         the column of a plain file that holds the series, y unless given; y/n for one over another
--group NAME          rows with one entry in this column are one sample, for xbar, s and r`;

/** What a chart of this kind is lacking in the series, in words; null where it can be drawn. */
function lackOf({ series, samples }: PlainSeries, { chart }: Forced): string | null {
  if (chart === null) return null;
  if (needsDenominator(chart) && series.denominators === null) return 'the size of each sample (a column n)';
  if (needsSamples(chart) && samples === null) return 'samples of several values (--group COLUMN)';
  return null;
}

/** The series that the chart can be drawn of; the others are named on standard error. */
function drawable(all: readonly PlainSeries[], forced: Forced, terminal: Terminal): readonly PlainSeries[] {
  const lacking = all.filter((one) => lackOf(one, forced) !== null);
  const [first] = lacking;
  if (first === undefined) return all;
  const names = [...new Set(lacking.map(({ series }) => series.metricName))].join(', ');
  const text = `${names}: --chart ${forced.chart} needs ${lackOf(first, forced)}`;
  if (lacking.length === all.length) throw new Misuse(text);
  terminal.err(`${text}; left out\n`);
  return all.filter((one) => !lacking.includes(one));
}

/** The end of the newest period of any series: nothing in the files is stale or unfinished by itself. */
function newestEnd(series: readonly Series[]): Day {
  const ends = series.map((one) => periodEnd(one.starts.at(-1) ?? 0, one.grain));
  return msToDay(Math.max(0, ...ends));
}

type Told = Printed & BesideReading;

const ORDER = ['worse', 'changed', 'better', 'stale', 'routine', 'missing'];

function strongest(reading: Printed): number {
  const open = reading.signals.flatMap(({ ended, strength }) => (ended === undefined ? [strength] : []));
  return Math.max(0, ...open.map((strength) => strength ?? Number.MAX_VALUE));
}

function worstFirst(left: Printed, right: Printed): number {
  return ORDER.indexOf(left.state) - ORDER.indexOf(right.state) || strongest(right) - strongest(left);
}

/** The readings as automations take them: each signal says whether it is a spike or a shift. */
function toJson(readings: readonly Told[], checks: CrossCheckResults): string {
  const series = readings.map((reading) => ({
    ...reading,
    signals: reading.signals.map((signal) => ({
      ...signal,
      alarm: ('alarm' in signal ? signal.alarm : undefined) ?? patternAlarm(signal.rules),
    })),
  }));
  return `${JSON.stringify({ series, ...crossChecksJson(checks) })}\n`;
}

/** Of a threshold, and of a textbook chart, the patterns tell what kind of signal it is. */
function patternAlarm(rules: readonly string[]): 'spike' | 'shift' | 'threshold' {
  if (rules.includes('threshold')) return 'threshold';
  return rules.length === 1 && rules[0] === 'outside-limits' ? 'spike' : 'shift';
}

function toText(readings: readonly Told[]): string {
  const beside = ({ move }: Told): string => (move === undefined ? '' : `         ${move.sentence}\n`);
  return readings.map((one) => `${one.state.padEnd(8)} ${one.sentence}\n${beside(one)}`).join('');
}

const NO_CHECKS: CrossCheckResults = { found: [], notChecked: [] };

/** What reading two series together shows; a textbook chart that was asked for is of one alone. */
function crossChecksOf(found: SeriesOfFiles, forced: Forced, asOf: Day): CrossCheckResults {
  if (forced.chart !== null || found.series.length === 0) return NO_CHECKS;
  return stateOfFiles(found, asOf).crossChecks;
}

type Files = { readonly plain: readonly PlainSeries[]; readonly others: readonly string[] };

/** Files of plain numbers are taken in file order where they have no dates or a chart is asked for. */
async function sortFiles(files: readonly string[], forced: Forced, columns: PlainColumns): Promise<Files> {
  const plain: PlainSeries[] = [];
  const others: string[] = [];
  for (const file of files) {
    const text = await textOf(file);
    const wanted = text !== null && (forced.chart !== null || !hasDates(text));
    const series = wanted ? plainSeries(text, path.basename(file).replace(/\.\w+$/, ''), columns) : null;
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
  const columns: PlainColumns = {
    ...(values.column === undefined ? {} : { column: values.column }),
    ...(values.group === undefined ? {} : { group: values.group }),
  };
  return withInput(positionals, terminal, async (files) => {
    const { plain, others } = await sortFiles(files, forced, columns);
    const found =
      others.length === 0
        ? { series: [], targets: [], records: noRecords, registers: null, status: 0 as const }
        : await readSeries(others, read, terminal, settings);
    const weekly = found.series.map((one): PlainSeries => ({ series: toWeeks(one), samples: null }));
    const day = asOf ?? newestEnd(weekly.map(({ series }) => series));
    const all = [...plain, ...weekly];
    const drawn = drawable(all, forced, terminal);
    const readings = drawn
      .map((one) => {
        const reading = readingOf(one, forced, plain.includes(one) ? null : day);
        return { ...reading, ...besideReading(one, reading, forced) };
      })
      .toSorted(worstFirst);
    terminal.out(
      values.json === true ? toJson(readings, crossChecksOf(found, forced, day)) : toText(readings),
    );
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
