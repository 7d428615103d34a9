import { msToDay } from '#shared/day.ts';
import { fiscalYearOf } from '#shared/tabular/date-column.ts';
import { orderEvidence, readMoment } from '#shared/tabular/dates.ts';
import { isHeaderOrderOpen } from '#shared/tabular/period-columns.ts';
import { inYear, readFiscal, yearlessPeriod } from '#shared/tabular/periods.ts';
import type { CellReading, Question, ReadSettings } from '#shared/tabular/reading.ts';
import type { Layout } from '#shared/tabular/shape.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

type Choice = Question['choices'][number];

function dayIn(text: string, order: 'dmy' | 'mdy'): string {
  const moment = readMoment(text, { order, epoch: null });
  return moment?.kind === 'moment' ? msToDay(moment.ms) : 'no such day';
}

/** So many cells are shown under each reading. */
const SHOWN_CELLS = 4;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function readings(texts: readonly string[], order: 'dmy' | 'mdy'): readonly CellReading[] {
  return texts.map((cell) => ({ line: null, cell, reads: dayIn(cell, order) }));
}

/** What a reading makes of the dates together: their span, and whether all fall on one weekday. */
function soFar(texts: readonly string[], order: 'dmy' | 'mdy'): string {
  const days = texts.flatMap((text) => {
    const moment = readMoment(text, { order, epoch: null });
    return moment?.kind === 'moment' ? [moment.ms] : [];
  });
  if (days.length === 0) return 'No such days.';
  const span = `${msToDay(Math.min(...days))} to ${msToDay(Math.max(...days))}`;
  const weekdays = new Set(days.map((ms) => new Date(ms).getUTCDay()));
  const [only = 0] = weekdays;
  if (days.length > 1 && weekdays.size === 1) return `${span}, each a ${WEEKDAYS[only]}.`;
  return `${span}, on ${weekdays.size} different weekdays.`;
}

function askOrderOf(texts: readonly string[], column: string | null, where: string): Question {
  const [text = ''] = texts;
  const shown = texts.slice(0, SHOWN_CELLS);
  const choice = (value: 'dmy' | 'mdy', label: string): Choice => ({
    value,
    label,
    example: `${text} is ${dayIn(text, value)}`,
    cells: readings(shown, value),
    so: soFar(texts, value),
  });
  return {
    code: 'date-order',
    column,
    choices: [choice('dmy', 'Day first'), choice('mdy', 'Month first')],
    why: `No date in ${where} has a number above 12, so day and month cannot be told apart.`,
  };
}

/** The texts of a column that both orders can read, in file order. */
function openTexts({ profile }: TableColumn): readonly string[] {
  const texts = [...profile.distinct].filter((text) => orderEvidence(text) === 'open');
  const example = profile.examples.get('open-order')?.text;
  return texts.length > 0 || example === undefined ? texts : [example];
}

function askOrder(column: TableColumn): Question {
  return askOrderOf(openTexts(column), column.name, column.name);
}

function askHeaderOrder(layout: Layout): Question {
  const texts = layout.periodColumns.map((each) => each.text);
  return askOrderOf(texts, null, 'the header');
}

function askPeriod(period: TableColumn, rivals: readonly TableColumn[]): Question {
  const choices = [period, ...rivals].map((column) => {
    const example = [...column.profile.distinct][0] ?? '';
    return { value: column.name, label: column.name, example: `The first row counts on ${example}` };
  });
  const names = choices.map((choice) => choice.label).join(', ');
  return { code: 'period', column: null, choices, why: `${names} are all dates: which one dates the rows?` };
}

function askYear(text: string, years: readonly number[]): Question {
  const choices = years.map((year) => {
    const period = yearlessPeriod(text);
    const moment = period === null ? null : inYear(period, year);
    const day = moment?.kind === 'moment' ? msToDay(moment.ms) : 'no such period';
    return { value: String(year), label: String(year), example: `${text} begins on ${day}` };
  });
  const why = `The periods name no year (${text} is the first): in which year does the first one lie?`;
  return { code: 'year', column: null, choices, why };
}

/** Fiscal years in use, the commonest first: month of the beginning and the end that gives them their name. */
const FISCAL_YEARS: readonly (readonly [string, string])[] = [
  ['01-begins', 'With the calendar year'],
  ['02-ends', 'In February of the year before'],
  ['04-ends', 'In April of the year before'],
  ['04-begins', 'In April of that year'],
  ['07-ends', 'In July of the year before'],
  ['10-ends', 'In October of the year before'],
];

function askFiscalYear(text: string): Question {
  const choices = FISCAL_YEARS.map(([value, label]) => {
    const moment = readFiscal(text, fiscalYearOf({ fiscalYear: value }));
    const day = moment?.kind === 'moment' ? msToDay(moment.ms) : 'not placed';
    return { value, label, example: `${text} begins on ${day}` };
  });
  const why = `${text} is a period of a fiscal year, and the file does not say when that begins.`;
  return { code: 'fiscal-year', column: null, choices, why };
}

/** What the file leaves open about its dates and periods. `years` are those that periods without one may be of. */
export function periodQuestions(
  layout: Layout,
  settings: ReadSettings,
  years: readonly number[],
): readonly Question[] {
  const questions: Question[] = [];
  const { period } = layout;
  if (period !== null && layout.rivals.length > 0) questions.push(askPeriod(period, layout.rivals));
  if (period?.orderOpen === true) questions.push(askOrder(period));
  if (isHeaderOrderOpen(layout.periodColumns, settings)) questions.push(askHeaderOrder(layout));
  if (layout.yearOpen !== null) questions.push(askYear(layout.yearOpen, years));
  if (layout.fiscalOpen !== null) questions.push(askFiscalYear(layout.fiscalOpen));
  return questions;
}
