import type { Question, ReadSettings } from '#shared/tabular/reading.ts';
import type { FormatFacts } from './cell-table.ts';

/** Asks which list of a document holds the rows, where nothing in it says so and nobody has chosen. */
export function rowsQuestions(format: FormatFacts | null, settings: ReadSettings): readonly Question[] {
  if (format === null || format.choices.length < 2 || settings.rows !== undefined) return [];
  const paths = format.choices.map(({ path }) => path);
  return [
    {
      code: 'rows',
      column: null,
      choices: format.choices.map(({ path, rows, keys }) => ({
        value: path,
        label: path,
        example: `${rows === 1 ? '1 row' : `${rows} rows`} with ${keys.join(', ')}`,
      })),
      why: `The file holds ${paths.length} lists (${paths.slice(0, 4).join(', ')}), and nothing says which one is meant.`,
    },
  ];
}
