import { Misuse } from '#electron/hosts/cli/command.ts';
import { readSettings } from '#shared/ipc/read-settings.ts';
import type { ColumnSetting, ReadSettings } from '#shared/tabular/reading.ts';

type Answer = { readonly code: string; readonly column: string | null; readonly value: string };

function parse(text: string): Answer {
  const at = text.indexOf('=');
  if (at < 1) throw new Misuse(`“${text}” is no answer. Write KEY=VALUE, for example date-order=dmy`);
  const key = text.slice(0, at);
  const colon = key.indexOf(':');
  const column = colon < 0 ? null : key.slice(colon + 1);
  return { code: colon < 0 ? key : key.slice(0, colon), column, value: text.slice(at + 1) };
}

function columnSetting({ code, column, value }: Answer): ColumnSetting {
  if (code === 'period') return { name: column ?? value, occurrence: 1, role: 'period' };
  if (column === null) throw new Misuse(`Name the column: ${code}:COLUMN=${value}`);
  if (code === 'metric') return { name: column, occurrence: 1, metric: value };
  if (code === 'date-or-number')
    return { name: column, occurrence: 1, role: value === 'date' ? 'period' : 'value' };
  return {
    name: column,
    occurrence: 1,
    unit: value === 'ratio' ? 'share' : value === 'percent' ? '%' : value,
  };
}

/** Settings that answers on the command line stand for, on top of a mapping. */
export function settingsFrom(answers: readonly string[], mapping: ReadSettings): ReadSettings {
  const loose: Record<string, unknown> = { ...mapping };
  const columns = [...(mapping.columns ?? [])];
  for (const answer of answers.map(parse)) {
    if (answer.code === 'date-order') loose['dateOrder'] = answer.value;
    else if (answer.code === 'decimal') loose['decimal'] = answer.value;
    else if (answer.code === 'as-of') loose['asOf'] = answer.value;
    else if (answer.code === 'shape') loose['shape'] = answer.value;
    else if (answer.code === 'rows') loose['rows'] = answer.value;
    else if (answer.code === 'year') loose['year'] = Number(answer.value);
    else if (answer.code === 'fiscal-year') loose['fiscalYear'] = answer.value;
    else if (answer.code === 'no-amount') loose['noAmount'] = answer.value;
    else if (
      ['unit', 'duration', 'percent-or-ratio', 'period', 'metric', 'date-or-number'].includes(answer.code)
    ) {
      columns.push(columnSetting(answer));
    } else throw new Misuse(`“${answer.code}” is not asked for by any file`);
  }
  if (columns.length > 0) loose['columns'] = columns;
  const settings = readSettings.safeParse(loose);
  if (settings.success) return settings.data;
  const [issue] = settings.error.issues;
  throw new Misuse(`${issue?.path.join('.') ?? 'An answer'}: ${issue?.message ?? 'not understood'}`);
}
