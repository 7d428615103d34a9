import { msToDay } from '#shared/day.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { isUpToOne, type PlannedMeasure, planMeasures } from '#shared/tabular/measure-plan.ts';
import { readNumeral } from '#shared/tabular/numerals.ts';
import type { Question, ReadSettings } from '#shared/tabular/reading.ts';
import { isHeaderOrderOpen, type Layout } from '#shared/tabular/shape.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

type Choice = Question['choices'][number];

function dayIn(text: string, order: 'dmy' | 'mdy'): string {
  const moment = readMoment(text, { order, epoch: null });
  return moment?.kind === 'moment' ? msToDay(moment.ms) : 'no such day';
}

function askOrderOf(text: string, column: string | null, where: string): Question {
  const choice = (value: 'dmy' | 'mdy', label: string): Choice => ({
    value,
    label,
    example: `${text} is ${dayIn(text, value)}`,
  });
  return {
    code: 'date-order',
    column,
    choices: [choice('dmy', 'Day first'), choice('mdy', 'Month first')],
    why: `No date in ${where} has a number above 12, so day and month cannot be told apart.`,
  };
}

function askOrder(column: TableColumn): Question {
  return askOrderOf(column.profile.examples.get('open-order')?.text ?? '', column.name, column.name);
}

function askHeaderOrder(layout: Layout): Question {
  return askOrderOf(layout.periodColumns[0]?.column.header ?? '', null, 'the header');
}

function askDecimal(column: TableColumn): Question {
  const text = column.profile.examples.get('open-decimal')?.text ?? '';
  const digits = text.replace(/[^\d.,]/g, '');
  const choice = (value: '.' | ',', label: string): Choice => ({
    value,
    label,
    example: `${text} is ${readNumeral(digits, value) ?? 'no number'}`,
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
        ? `${column.name} says neither % nor ratio, and its numbers go up to 1 only.`
        : `${column.name} holds ${percent} and ${text}: percents and perhaps ratios.`,
  };
}

/** Whether it is open that bare numbers are percents or ratios: beside percents, or alone and all of them small. */
function isShareOpen({ column, choice }: PlannedMeasure): boolean {
  const { profile, setting, unit } = column;
  if (setting?.unit !== undefined || profile.bareUpToOne === 0) return false;
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

function askPeriod(period: TableColumn, rivals: readonly TableColumn[]): Question {
  const choices = [period, ...rivals].map((column) => {
    const example = [...column.profile.distinct][0] ?? '';
    return { value: column.name, label: column.name, example: `The first row counts on ${example}` };
  });
  const names = choices.map((choice) => choice.label).join(', ');
  return { code: 'period', column: null, choices, why: `${names} are all dates: which one dates the rows?` };
}

/**
 * Everything about the table that its cells cannot decide. `asOf` holds days that a snapshot may describe, the
 * likeliest first, and whether the rows are dated and still describe how things stand on one day.
 */
export function questionsFor(
  layout: Layout,
  settings: ReadSettings,
  asOf: { readonly given: boolean; readonly proposals: readonly string[]; readonly stands: boolean },
): readonly Question[] {
  const questions: Question[] = [];
  const { period } = layout;
  if (period !== null && layout.rivals.length > 0) questions.push(askPeriod(period, layout.rivals));
  if (period?.orderOpen === true) questions.push(askOrder(period));
  const measures = layout.shape === 'long' && layout.value !== null ? [layout.value] : layout.measures;
  const asked = layout.shape === 'events' ? [] : measures;
  // One answer settles the decimal mark of the whole file, so it is asked once.
  const open = [...asked, ...layout.periodColumns.map((each) => each.column)].find(
    (column) => column.markOpen,
  );
  if (open !== undefined) questions.push(askDecimal(open));
  for (const measure of planMeasures(asked)) questions.push(...measureQuestions(measure));
  const undated = period === null && layout.periodColumns.length === 0;
  if (isHeaderOrderOpen(layout, settings)) questions.push(askHeaderOrder(layout));
  if ((undated || asOf.stands) && !asOf.given) questions.push(askAsOf(asOf.proposals));
  return questions;
}
