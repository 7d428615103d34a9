import type { Choice } from '#renderer/src/ui/Select.tsx';
import type {
  DateOrder,
  DecimalMark,
  Delimiter,
  Encoding,
  Evidence,
  Reading,
  ReadSettings,
  Shape,
} from '#shared/tabular/reading.ts';

/** What a setting may be changed to. `undefined` among the settings goes back to what is detected. */
export type Changeable = {
  readonly choices: readonly Choice[];
  readonly to: (id: string) => Partial<Record<keyof ReadSettings, unknown>>;
  /** The setting that a person's choice is kept in. */
  readonly key: keyof ReadSettings;
};

/** Choice that gives the setting back to detection. */
export const DETECTED = 'detected';

const FIXED: Partial<Readonly<Record<Evidence['setting'], Changeable>>> = {
  encoding: {
    key: 'encoding',
    choices: [
      { id: 'utf-8', name: 'UTF-8' },
      { id: 'utf-16le', name: 'UTF-16' },
      { id: 'utf-16be', name: 'UTF-16, big end first' },
      { id: 'windows-1252', name: 'Windows-1252', remark: 'western' },
      { id: 'windows-1250', name: 'Windows-1250', remark: 'central Europe' },
      { id: 'windows-1251', name: 'Windows-1251', remark: 'Cyrillic' },
      { id: 'windows-1253', name: 'Windows-1253', remark: 'Greek' },
      { id: 'windows-1254', name: 'Windows-1254', remark: 'Turkish' },
      { id: 'shift_jis', name: 'Shift-JIS', remark: 'Japanese' },
      { id: 'gb18030', name: 'GB 18030', remark: 'Chinese' },
      { id: 'big5', name: 'Big5', remark: 'Chinese' },
      { id: 'euc-kr', name: 'EUC-KR', remark: 'Korean' },
    ],
    to: (id) => ({ encoding: id as Encoding }),
  },
  delimiter: {
    key: 'delimiter',
    choices: [
      { id: ',', name: 'comma' },
      { id: ';', name: 'semicolon' },
      { id: '\t', name: 'tab' },
      { id: '|', name: 'bar' },
      { id: '^', name: 'caret' },
      { id: '~', name: 'tilde' },
      { id: ':', name: 'colon' },
      { id: ' ', name: 'space' },
    ],
    to: (id) => ({ delimiter: id as Delimiter }),
  },
  decimal: {
    key: 'decimal',
    choices: [
      { id: '.', name: 'point', remark: '1,234.56' },
      { id: ',', name: 'comma', remark: '1.234,56' },
    ],
    to: (id) => ({ decimal: id as DecimalMark }),
  },
  date: {
    key: 'dateOrder',
    choices: [
      { id: 'dmy', name: 'day first', remark: '17/03/2026' },
      { id: 'mdy', name: 'month first', remark: '03/17/2026' },
      { id: 'ymd', name: 'year first', remark: '2026-03-17' },
    ],
    to: (id) => ({ dateOrder: id as DateOrder }),
  },
  shape: {
    key: 'shape',
    choices: [
      { id: 'entity-rows', name: 'a row for each name and period' },
      { id: 'metric-columns', name: 'a row for each period' },
      { id: 'long', name: 'a row for each metric, name and period' },
      { id: 'period-columns', name: 'periods across' },
      { id: 'events', name: 'a row for each thing that happened' },
    ],
    to: (id) => ({ shape: id as Shape }),
  },
  'fiscal-year': {
    key: 'fiscalYear',
    choices: [
      { id: '01-begins', name: 'with the calendar year' },
      { id: '02-ends', name: 'in February of the year before' },
      { id: '04-ends', name: 'in April of the year before' },
      { id: '04-begins', name: 'in April of that year' },
      { id: '07-ends', name: 'in July of the year before' },
      { id: '10-ends', name: 'in October of the year before' },
    ],
    to: (id) => ({ fiscalYear: id }),
  },
};

/** Lines that may be headers, alone and with the one below. */
const MOST_LINES = 10;

function headerChoices({ preview }: Reading): Changeable {
  const rows = preview.slice(0, MOST_LINES);
  const remark = (cells: readonly string[]): string =>
    cells
      .filter((cell) => cell.trim() !== '')
      .slice(0, 4)
      .join(', ')
      .slice(0, 48);
  const single = rows.map(({ record, line, cells }) => ({
    id: String(record),
    name: `line ${line}`,
    remark: remark(cells),
  }));
  const pairs = rows.flatMap(({ record, line }, at) => {
    const next = rows[at + 1];
    return next === undefined
      ? []
      : [{ id: `${record},${next.record}`, name: `lines ${line} and ${next.line}` }];
  });
  return {
    key: 'header',
    choices: [{ id: 'none', name: 'no header' }, ...single, ...pairs],
    to: (id) => ({ header: id === 'none' ? [] : id.split(',').map(Number) }),
  };
}

function yearChoices(value: string): Changeable {
  const years = [-1, 0, 1].map((step) => String(Number(value) + step));
  return { key: 'year', choices: years.map((id) => ({ id, name: id })), to: (id) => ({ year: Number(id) }) };
}

function entityChoices({ columns }: Reading): readonly Choice[] {
  return columns
    .filter((column) => column.sum === null && !column.name.startsWith('('))
    .slice(0, 40)
    .map((column) => ({ id: column.name, name: column.name }));
}

function columnChoice(reading: Reading, role: 'entity' | 'period'): Changeable {
  return {
    key: 'columns',
    choices: entityChoices(reading),
    to: (name) => {
      const others = (reading.settings.columns ?? []).filter((one) => one.role !== role && one.name !== name);
      return { columns: [...others, { name, occurrence: 1, role }] };
    },
  };
}

/** What the setting of an evidence may be changed to, null where it follows from the file alone. */
export function changeableOf(evidence: Evidence, reading: Reading): Changeable | null {
  const found = changes(evidence, reading);
  if (found === null || reading.settings[found.key] === undefined || found.key === 'columns') return found;
  return { ...found, choices: [...found.choices, { id: DETECTED, name: 'as detected' }] };
}

function changes({ setting, value }: Evidence, reading: Reading): Changeable | null {
  if (setting === 'header') return headerChoices(reading);
  if (setting === 'year') return yearChoices(value);
  if (setting === 'entity') return columnChoice(reading, 'entity');
  if (setting === 'date' && reading.shape === 'period-columns') return null;
  return FIXED[setting] ?? null;
}
