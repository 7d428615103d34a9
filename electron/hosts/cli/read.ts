import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, type ExitStatus, Misuse, type Terminal } from '#electron/hosts/cli/command.ts';
import { settingsFrom } from '#electron/hosts/cli/read-answers.ts';
import { readingAsJson, readingAsText } from '#electron/hosts/cli/read-text.ts';
import { readFileExport } from '#electron/services/read-exports/read-file.ts';
import { systemDecoding } from '#electron/services/read-exports/system-decoding.ts';
import { readSettings } from '#shared/ipc/read-settings.ts';
import { createReader, type ReadContext, type ReadOutcome } from '#shared/tabular/read.ts';
import type { Reading, ReadSettings } from '#shared/tabular/reading.ts';

const HELP = `andon read FILE...

Says how each file was understood: encoding, delimiter, header, columns, rows left out, questions, series.
Nothing is stored. A file named - is standard input.

  --json               everything, as one JSON object
  --format csv         the records instead: the header and every row below it, cell by cell as they were split,
                       with nothing left out or converted; what stands above the header is left out
  --map MAPPING.json   settings that were chosen in the app
  --answer KEY=VALUE   answers a question, repeatable: date-order=dmy, decimal=",", as-of=2026-11-18,
                       unit:COLUMN=min, period=COLUMN, year=2026, fiscal-year=04-ends, no-amount=missing,
                       date-or-number:COLUMN=date, rows=PATH
  --as-of DATE         the day that a file without dates describes`;

type Options = { readonly settings: ReadSettings; readonly context: ReadContext };

/** Settings that were chosen in the app and exported, from the file of `--map`. */
export async function mappingIn(file: string | undefined): Promise<ReadSettings> {
  if (file === undefined) return {};
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Misuse(`The mapping ${file} cannot be read`);
  });
  try {
    return readSettings.parse(JSON.parse(text));
  } catch {
    throw new Misuse(`${file} is no mapping`);
  }
}

function failed(name: string, sentence: string): Reading {
  const context = { entities: [], today: '1970-01-01', remembered: [] };
  return { ...createReader({ name, bytes: 0 }, {}, context).end('').reading, sentence };
}

/** Progress on one line, for files that take longer than an eye's blink. */
const WORTH_SHOWING = 20_000_000;

async function outcomeOf(
  file: string,
  options: Options,
  terminal: Terminal,
): Promise<Pick<ReadOutcome, 'reading' | 'records'>> {
  const { settings, context } = options;
  if (file === '-') {
    const bytes = await terminal.input();
    const reader = createReader({ name: 'standard input', bytes: bytes.length }, settings, {
      ...context,
      decoding: systemDecoding,
    });
    reader.push(bytes);
    return reader.end(createHash('sha256').update(bytes).digest('hex'));
  }
  const name = path.basename(file);
  const outcome = await readFileExport(
    { path: file, name, settings, context },
    {
      isCancelled: () => false,
      onProgress: ({ bytes, total, rows }) => {
        if (!terminal.isWatched || total < WORTH_SHOWING) return;
        terminal.err(`\r${name}: ${Math.round((bytes / total) * 100)} %, ${rows} records`);
      },
    },
  );
  return outcome.ok ? outcome.value : { reading: failed(name, outcome.failure.message), records: () => '' };
}

function statusOf(readings: readonly Reading[]): ExitStatus {
  if (readings.some((reading) => reading.status === 'refused')) return 2;
  const open = readings.some((reading) => reading.status !== 'read' || reading.rows.rejected.length > 0);
  return open ? 1 : 0;
}

/** `andon read FILE...`: how each file was understood. */
export const read: Command = {
  name: 'read',
  summary: 'says how each export was understood',
  help: HELP,

  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        map: { type: 'string' },
        answer: { type: 'string', multiple: true },
        'as-of': { type: 'string' },
        format: { type: 'string' },
      },
    });
    if (positionals.length === 0) throw new Misuse('Name a file: andon read FILE...');
    const asRecords = values.format !== undefined;
    if (asRecords && (values.format !== 'csv' || values.json === true))
      throw new Misuse('The records of a file are written as --format csv, and not with --json');
    const asOf = values['as-of'];
    const answers = [...(values.answer ?? []), ...(asOf === undefined ? [] : [`as-of=${asOf}`])];
    const settings = settingsFrom(answers, await mappingIn(values.map));
    const today = new Date().toISOString().slice(0, 10);
    const options = { settings, context: { entities: [], today, remembered: [] } };
    const readings: Reading[] = [];
    for (const file of positionals) {
      const { reading, records } = await outcomeOf(file, options, terminal);
      readings.push(reading);
      if (asRecords && reading.status === 'refused') terminal.err(`${reading.file}: ${reading.sentence}\n`);
      if (asRecords) terminal.out(records());
      else if (values.json !== true) terminal.out(readingAsText(reading));
    }
    if (values.json === true) {
      terminal.out(`${JSON.stringify({ files: readings.map(readingAsJson) }, null, 2)}\n`);
    }
    return statusOf(readings);
  },
};
