import { msToDay } from '#shared/day.ts';
import { rowsQuestions } from '#shared/formats/ask-rows.ts';
import { holdsSheetDays, namesPeriods } from '#shared/tabular/date-column.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { isUpToOne, type PlannedMeasure, planMeasures } from '#shared/tabular/measure-plan.ts';
import { decimalEvidence, readNumeral } from '#shared/tabular/numerals.ts';
import { periodQuestions } from '#shared/tabular/period-questions.ts';
import type { Question, ReadSettings } from '#shared/tabular/reading.ts';
import type { Table } from '#shared/tabular/table.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

type Choice = Question['choices'][number];

/** So many cells are shown under each reading. */
const SHOWN_CELLS = 4;

/** The texts of a column whose mark can be one of thousands or of decimals, in file order. */
function openNumerals({ profile }: TableColumn): readonly string[] {
  const open = [...profile.distinct].filter(
    (text) => decimalEvidence(text.replace(/[^\d.,]/g, '')) === 'open',
  );
  const example = profile.examples.get('open-decimal')?.text;
  return open.length > 0 || example === undefined ? open : [example];
}

function askDecimal(column: TableColumn): Question {
  const texts = openNumerals(column);
  const [text = ''] = texts;
  const reads = (cell: string, mark: '.' | ','): string => {
    const number = readNumeral(cell.replace(/[^\d.,]/g, ''), mark);
    return number === null ? 'no number' : String(number);
  };
  const choice = (value: '.' | ',', label: string): Choice => ({
    value,
    label,
    example: `${text} is ${reads(text, value)}`,
    cells: texts.slice(0, SHOWN_CELLS).map((cell) => ({ line: null, cell, reads: reads(cell, value) })),
  });
  return {
    code: 'decimal',
    column: column.name,
    choices: [choice('.', 'Decimal point'), choice(',', 'Decimal comma')],
    why: `Every number with a mark in ${column.name} is written like ${text}: thousands or decimals.`,
  };
}

const TIME_CHOICES: readonly (readonly [string, string])[] = [
  ['s', 'Seconds'],
  ['min', 'Minutes'],
  ['h', 'Hours'],
  ['d', 'Days'],
];

function askUnit(column: TableColumn): Question {
  const text = column.profile.examples.get('bare')?.text ?? '';
  return {
    code: 'unit',
    column: column.name,
    choices: TIME_CHOICES.map(([value, label]) => ({ value, label, example: `${text} ${value}` })),
    why: `${column.name} is a length of time, and ${text} says no unit.`,
  };
}

function askClock(column: TableColumn): Question {
  const text = column.profile.examples.get('open-clock')?.text ?? '';
  const [first = '', second = ''] = text.split(':');
  return {
    code: 'duration',
    column: column.name,
    choices: [
      { value: 'h:mm', label: 'Hours and minutes', example: `${text} is ${first} h ${second} min` },
      { value: 'm:ss', label: 'Minutes and seconds', example: `${text} is ${first} min ${second} s` },
    ],
    why: `${text} in ${column.name} can be hours and minutes or minutes and seconds.`,
  };
}

function askShare(column: TableColumn): Question {
  const text = column.profile.examples.get('bare-share')?.text ?? '';
  const percent = column.profile.examples.get('percent')?.text;
  return {
    code: 'percent-or-ratio',
    column: column.name,
    choices: [
      { value: '%', label: 'Percent', example: `${text} is ${text} %` },
      {
        value: 'share',
        label: 'Ratio',
        example: `${text} is ${Number((Number(text.replace(',', '.')) * 100).toPrecision(12))} %`,
      },
    ],
    why:
      percent === undefined
        ? `${column.name} ${column.unit === null ? 'says neither % nor ratio' : 'says %'}, and its numbers go up to 1 only.`
        : `${column.name} holds ${percent} and ${text}: percents and perhaps ratios.`,
  };
}

/** Whether it is open that bare numbers are percents or ratios: beside percents, or alone and all of them small. */
function isShareOpen({ column, choice }: PlannedMeasure): boolean {
  const { profile, setting, unit } = column;
  if (setting?.unit !== undefined || profile.bareUpToOne === 0) return false;
  if (profile.percents === 0 && unit?.family === 'percent' && isUpToOne(column)) return true;
  return profile.percents > 0 || (choice.metric?.unit === '%' && unit === null && isUpToOne(column));
}

function measureQuestions(measure: PlannedMeasure): readonly Question[] {
  const { column, choice } = measure;
  const { profile } = column;
  const questions: Question[] = [];
  if (isShareOpen(measure)) questions.push(askShare(column));
  if (profile.openClocks > 0 && !column.unitSettled) questions.push(askClock(column));
  const timed = profile.times + profile.clocks > 0;
  const duration = choice.metric?.kind === 'duration' && column.unit === null;
  if (!column.unitSettled && profile.bare > 0 && (timed || duration)) questions.push(askUnit(column));
  return questions;
}

function askAsOf(proposals: readonly string[]): Question {
  return {
    code: 'as-of',
    column: null,
    choices: proposals.map((value) => ({ value, label: value, example: `Every row describes ${value}` })),
    why: 'The file does not say on which day it was made: which day does it describe?',
  };
}

function askNoAmount(column: TableColumn): Question {
  const text = column.profile.examples.get('no-amount')?.text ?? '';
  return {
    code: 'no-amount',
    column: null,
    choices: [
      { value: 'missing', label: 'Not known', example: `${text} gives no value` },
      { value: 'zero', label: 'Nothing', example: `${text} is 0` },
    ],
    why: `${column.name} says ${text} where others have an amount (${column.profile.noAmount} cells).`,
  };
}

function askDateOrNumber(column: TableColumn): Question {
  const text = column.profile.examples.get('sheet-day')?.text ?? '';
  const moment = readMoment(text, { order: 'dmy', epoch: 'sheet-days' });
  const day = moment?.kind === 'moment' ? msToDay(moment.ms) : '';
  return {
    code: 'date-or-number',
    column: column.name,
    choices: [
      { value: 'date', label: 'A date', example: `${text} is ${day}` },
      { value: 'number', label: 'A number', example: `${text} stays ${text}` },
    ],
    why: `${column.name} holds numbers such as ${text}, as spreadsheets store dates, and no other column has dates.`,
  };
}

/** A column in a table without dates whose numbers may be days of a spreadsheet, by its place or its name. */
function possibleDays(columns: readonly TableColumn[]): TableColumn | null {
  const first = columns.find((column) => column.kind !== 'empty');
  const found = columns.find(
    (column) =>
      column.kind === 'number' &&
      column.setting?.role === undefined &&
      holdsSheetDays(column.profile) &&
      (column === first || namesPeriods(column.header)),
  );
  return found ?? null;
}

/**
 * Everything about the table that its cells cannot decide. `asOf` holds days that a snapshot may describe, the
 * likeliest first, and whether the rows are dated and still describe how things stand on one day. `years` are those
 * that periods without one may be of.
 */
export function questionsFor(
  table: Pick<Table, 'columns' | 'layout' | 'format'>,
  settings: ReadSettings,
  known: {
    readonly asOf: {
      readonly given: boolean;
      readonly proposals: readonly string[];
      readonly stands: boolean;
    };
    readonly years: readonly number[];
  },
): readonly Question[] {
  const { layout } = table;
  const questions: Question[] = [
    ...rowsQuestions(table.format, settings),
    ...periodQuestions(layout, settings, known.years),
  ];
  const measures = layout.shape === 'long' && layout.value !== null ? [layout.value] : layout.measures;
  const asked = layout.shape === 'events' ? [] : measures;
  const across = layout.periodColumns.map((each) => each.column);
  // One answer settles these for the whole file, so each is asked once.
  const open = [...asked, ...across].find((column) => column.markOpen);
  if (open !== undefined) questions.push(askDecimal(open));
  const unpriced = [...asked, ...across].find((column) => column.profile.noAmount > 0);
  if (unpriced !== undefined && settings.noAmount === undefined) questions.push(askNoAmount(unpriced));
  for (const measure of planMeasures(asked)) questions.push(...measureQuestions(measure));
  const undated = layout.period === null && layout.periodColumns.length === 0;
  const days = undated ? possibleDays(table.columns) : null;
  if (days !== null) questions.push(askDateOrNumber(days));
  const { asOf } = known;
  if ((undated || asOf.stands) && !asOf.given && days === null) questions.push(askAsOf(asOf.proposals));
  return questions;
}
