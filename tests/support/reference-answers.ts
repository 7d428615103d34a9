import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { plainSeries } from '#electron/hosts/cli/plain-series.ts';
import type { ChartColumns } from '#shared/signals/control-charts/control-chart.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/signals/series');

export type Answer = Readonly<Record<string, unknown>>;
type Case = { readonly case: string; readonly call: string; readonly expected: Answer };
type Answers = {
  readonly id: string;
  readonly data: string;
  readonly i_column?: string;
  readonly baseline_n?: number;
  readonly event_index?: number;
  readonly period?: number;
  readonly cases: readonly Case[];
};
export type Reference = Case & {
  readonly title: string;
  readonly answers: Answers;
  readonly columns: ChartColumns;
};

/** Charts of the means or deviations of samples of several values. */
const OF_SAMPLES = /^(xbar|s)-/;

/** The columns of a file of samples: rows with one entry under `sample` are one of them. */
function sampleColumns(file: string): ChartColumns | null {
  const found = plainSeries(file, '', { group: 'sample' });
  if (found?.samples == null) return null;
  return { values: found.series.values, numerators: null, denominators: null, samples: found.samples };
}

/** Charts of individual values of a file whose counts are something else; the answers name the column. */
const OF_SINGLE_VALUES = /^(xmr|mr-qic|run-anhoej|nhs|i-powerbi|i_m-powerbi|ewma|cusum)/;

function columnsOf(answers: Answers, kind: string): ChartColumns {
  const text = readFileSync(path.join(folder, answers.data), 'utf8');
  const samples = OF_SAMPLES.test(kind) ? sampleColumns(text) : null;
  if (samples !== null) return samples;
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const column = (name: string): Float64Array | null => {
    const position = header.split(',').indexOf(name);
    if (position < 0) return null;
    return Float64Array.from(lines, (line) => {
      const cell = line.split(',')[position] ?? '';
      return cell === '' ? Number.NaN : Number(cell);
    });
  };
  const single = OF_SINGLE_VALUES.test(kind) ? (answers.i_column ?? 'y') : 'y';
  const values = column(single);
  const denominators = column('n');
  // The single values of this file of counts and exposures are its rates.
  if (kind.startsWith('nhs-rebase') && values !== null && denominators !== null) {
    return {
      values: values.map((value, index) => value / (denominators[index] ?? Number.NaN)),
      numerators: null,
      denominators,
    };
  }
  return { values: values ?? new Float64Array(), numerators: null, denominators };
}

const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.expected.json')) : [];
export const references: readonly Reference[] = files.flatMap((file) => {
  const answers: Answers = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  return answers.cases.map((one) => ({
    ...one,
    title: `${answers.id} ${one.case}`,
    answers,
    columns: columnsOf(answers, one.case),
  }));
});

const COLLAPSED =
  'screening leaves no variation, the limits of the other program collapse on the centre and ours do not';
const UNSORTED =
  'R looks for the median of the distances with a partial sort whose places are in the wrong order, and finds another value';

/** Answers of kinds that ours agree with which ours are not meant to give, each with the reason. */
export const DIFFERENT: Readonly<Record<string, string>> = {
  'dora-trivy-releases nhs-fix12': COLLAPSED,
  ...Object.fromEntries(
    ['dora-superprod-daily-commits-2023', 'dora-trivy-daily-commits-2023'].flatMap((id) =>
      ['stl-periodic-robust', 'xmr-on-deseasonalised', 'xmr-on-seasonally-adjusted'].map((kind) => [
        `${id} ${kind}`,
        UNSORTED,
      ]),
    ),
  ),
};

type Handmade = { readonly values: readonly (number | null)[]; readonly qcc?: Answer };

/** Series made by hand (constants, ties, steps, small scales) that R qcc answers. It knows no missing values. */
export const edgeCases: readonly Reference[] = !existsSync(folder)
  ? []
  : Object.entries(
      (
        JSON.parse(readFileSync(path.join(folder, '../reference/edge-cases.json'), 'utf8')) as {
          cases: Record<string, Handmade>;
        }
      ).cases,
    ).flatMap(([title, { values, qcc }]) =>
      qcc?.['western_electric'] === undefined || values.includes(null)
        ? []
        : [
            {
              title,
              case: 'xmr-qcc',
              call: '',
              expected: qcc,
              answers: { id: title, data: '', cases: [] },
              columns: { values: Float64Array.from(values, Number), numerators: null, denominators: null },
            },
          ],
    );
