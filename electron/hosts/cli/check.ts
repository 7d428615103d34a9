import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Command, type ExitStatus, Misuse, type Terminal } from '#electron/hosts/cli/command.ts';
import { crossChecksJson, stateOfFiles } from '#electron/hosts/cli/cross-checks.ts';
import {
  READING_OPTIONS,
  type ReadExport,
  readExport,
  readSeries,
  settingsOf,
  withInput,
} from '#electron/hosts/cli/read-series.ts';
import { dayToMs, msToDay } from '#shared/day.ts';
import { dimensionById } from '#shared/drive/catalogue.ts';
import type { Anomaly, CurrentState } from '#shared/signals/reading.ts';
import { budgetSentence } from '#shared/signals/slo/standing.ts';

const OPTIONS = {
  ...READING_OPTIONS,
  json: { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  'as-of': { type: 'string' },
  'fail-on-signal': { type: 'boolean' },
} as const;

const HELP = `andon check FILE... [--json]

Where the organization stands: the five dimensions, what is out of its routine, what reading two
things together shows and what could not be checked so, what is stale, what nobody measures. A bundle of
events (a backup, the history of the sample) among the files adds the registers: initiatives, commitments, risks.
"-" reads standard input.

--as-of DATE         the day of the look; today unless given
--format md|json     Markdown unless given; --json is --format json
-o FILE              writes there instead of to standard output
--answer KEY=VALUE   answers a question about a file, as for "andon read"; repeatable
--map MAPPING.json   settings that were chosen in the app
--fail-on-signal     exit status 1 when something got worse or changed`;

/** The reading itself is left to `andon signals`: this is the page that a review opens on. */
function withoutReading({
  reading,
  ...anomaly
}: Anomaly): Omit<Anomaly, 'reading'> & { readonly series: string } {
  return { ...anomaly, series: reading.id };
}

function toJson(state: CurrentState): string {
  const { readings, anomalies, wins, crossChecks, ...rest } = state;
  const series = readings.map(
    ({ id, metric, metricName, entity, dimension, state: standing, status, sentence }) => ({
      id,
      metric,
      metricName,
      entity,
      dimension,
      state: standing,
      status,
      sentence,
    }),
  );
  const shown = { anomalies: anomalies.map(withoutReading), wins: wins.map(withoutReading) };
  return `${JSON.stringify({ ...rest, ...shown, series, ...crossChecksJson(crossChecks) })}\n`;
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines.map((line) => `- ${line}`)];
}

function toMarkdown(state: CurrentState): string {
  const dimensions = state.dimensions.map(({ dimension, sentence }) => {
    const name = dimensionById(dimension)?.name ?? dimension;
    return `**${name}.** ${sentence}`;
  });
  const lines = [
    `# Where we stand on ${state.asOf}`,
    ...list('Dimensions', dimensions),
    ...list(
      'To look at',
      state.anomalies.map(({ sentence, because, check }) =>
        check === undefined
          ? `${sentence} (${because})`
          : `${sentence} (${because})\n  ${check.rule} It would be wrong if: ${check.refutedBy.join(' ')}`,
      ),
    ),
    ...list(
      'Better',
      state.wins.map(({ sentence }) => sentence),
    ),
    ...list(
      'What may limit the whole',
      state.candidates.map(({ name, evidence }) => `${name}: ${evidence.join('; ')}`),
    ),
    ...list(
      'Error budgets',
      state.slos.map((standing) => `${standing.service}: ${budgetSentence(standing)}`),
    ),
    ...list(
      'Stale',
      state.dimensions.flatMap(({ stale }) => stale),
    ),
    ...list(
      'Not measured',
      state.dimensions.flatMap(({ missing }) => missing),
    ),
    ...list(
      'Data',
      state.crossChecks.found.filter(({ level }) => level === 'notice').map(({ text }) => text),
    ),
    ...list(
      'Not checked',
      state.crossChecks.notChecked.map(({ name, because }) => `${name}: ${because}`),
    ),
    '',
    `${state.readings.length} series. Of the new signals in a week, ${state.expectedFalse.toFixed(
      1,
    )} are expected to be chance.`,
  ];
  return `${lines.join('\n')}\n`;
}

async function run(args: readonly string[], terminal: Terminal, read: ReadExport): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const asOf = values['as-of'] ?? msToDay(Date.now());
  if (dayToMs(asOf) === null) throw new Misuse(`“${asOf}” is no day: --as-of 2026-11-18`);
  const format = values.json === true ? 'json' : (values.format ?? 'md');
  if (format !== 'json' && format !== 'md')
    throw new Misuse(`There is no format “${format}” here: md or json`);
  const given = await settingsOf(values);
  // The day that was asked for is also the day that files without dates describe.
  const settings = values['as-of'] === undefined ? given : { asOf, ...given };
  return withInput(positionals, terminal, async (files) => {
    const found = await readSeries(files, read, terminal, settings);
    const { status } = found;
    const state = stateOfFiles(found, asOf);
    const page = format === 'json' ? toJson(state) : toMarkdown(state);
    if (values.output === undefined) terminal.out(page);
    else await writeFile(values.output, page);
    const signals = values['fail-on-signal'] === true && state.anomalies.length > 0;
    return status === 0 && signals ? 1 : status;
  });
}

/** The command over any reader of files. */
export function checkCommand(read: ReadExport): Command {
  return {
    name: 'check',
    summary: 'where the organization stands: five dimensions, signals, what is stale and what is missing',
    help: HELP,
    run: (args, terminal) => run(args, terminal, read),
  };
}

/** `andon check FILE...`: the current-state read across the five dimensions. */
export const check: Command = checkCommand(readExport);
