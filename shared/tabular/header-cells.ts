import { cellKind } from '#shared/tabular/cell-kind.ts';
import { isSheetDay, readMoment } from '#shared/tabular/dates.ts';
import { isFiscal, readPeriod, yearlessPeriod } from '#shared/tabular/periods.ts';

const PLACEHOLDER = /^unnamed: \d+$/i;

const STYLE = { order: 'dmy', epoch: null } as const;
const MONTH_FIRST = { order: 'mdy', epoch: null } as const;

/** Whether a header cell names a period whose values stand below it. */
export function namesPeriod(text: string): boolean {
  if (isFiscal(text) || readPeriod(text)?.kind === 'moment') return true;
  return readMoment(text, STYLE)?.kind === 'moment' || readMoment(text, MONTH_FIRST)?.kind === 'moment';
}

function consecutiveYears(cells: readonly string[]): boolean {
  const years = cells.filter((cell) => /^(?:19|20)\d{2}$/.test(cell)).map(Number);
  return (
    years.length >= 2 && years.every((year, index) => index === 0 || year === (years[index - 1] ?? 0) + 1)
  );
}

/** Days as spreadsheets store them, a day, a week or a month apart: dates of a header that lost their format. */
function evenSheetDays(cells: readonly string[]): boolean {
  const days = cells.filter(isSheetDay).map(Number);
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? 0));
  const [first = 0] = steps;
  return (
    steps.length > 0 &&
    steps.every((step) => step === first || (step >= 28 && step <= 31)) &&
    first > 0 &&
    first <= 31
  );
}

/** Whether a record can be a header: texts and periods, no numbers, no long prose. */
export function readsAsHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.filter((cell) => PLACEHOLDER.test(cell)).length > filled.length / 2)
    return false;
  const periods = filled.filter(namesPeriod).length;
  const years = consecutiveYears(filled);
  const days = evenSheetDays(filled);
  return filled.every((cell) => {
    const kind = cellKind(cell);
    if (kind === 'text') return true;
    if (kind === 'missing') return filled.length > 2;
    if (kind === 'date')
      return periods >= 2 || (filled.length > 1 && periods === 1 && readPeriod(cell) !== null);
    return (years && /^(?:19|20)\d{2}$/.test(cell)) || (days && isSheetDay(cell));
  });
}

function repeats(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '').map((cell) => cell.toLowerCase());
  return new Set(filled).size < filled.length;
}

/** Whether a row of years or quarters stands above one of months or weeks. */
function splitsPeriods(upper: readonly string[], lower: readonly string[]): boolean {
  const below = lower.slice(1).filter((cell) => cell !== '');
  const above = upper.slice(1).filter((cell) => cell !== '');
  const isYear = (cell: string): boolean =>
    /^(?:19|20)\d{2}$/.test(cell) || readPeriod(cell)?.kind === 'moment';
  return (
    below.length >= 2 &&
    above.length >= 1 &&
    below.every((cell) => yearlessPeriod(cell) !== null) &&
    above.every(isYear)
  );
}

/** Whether the lower row gives the periods of columns that the upper one only calls so, and nothing else. */
function spreadsPeriods(upper: readonly string[], lower: readonly string[]): boolean {
  const first = lower.findIndex((cell) => cell !== '');
  const below = lower.slice(Math.max(0, first)).filter((cell) => cell !== '');
  const beside = upper.slice(0, Math.max(0, first));
  const above = upper.slice(first + 1).filter((cell) => cell !== '');
  return (
    first > 0 &&
    below.length >= 2 &&
    below.every(namesPeriod) &&
    beside.every((cell) => cell !== '') &&
    above.length === 0
  );
}

/** One year or quarter above the columns of its months. */
function isPeriodAlone(cells: readonly string[]): boolean {
  const [only, second] = cells.filter((cell) => cell !== '');
  return (
    only !== undefined && second === undefined && (/^(?:19|20)\d{2}$/.test(only) || readPeriod(only) !== null)
  );
}

/** Two header rows: the upper one has gaps where the lower one goes on, and the lower one repeats itself. */
export function pairsWith(upper: readonly string[], lower: readonly string[]): boolean {
  if (!(readsAsHeader(upper) || isPeriodAlone(upper)) || !readsAsHeader(lower)) return false;
  const splits = splitsPeriods(upper, lower) || spreadsPeriods(upper, lower);
  if (!repeats(lower) && !splits) return false;
  const upperFilled = upper.filter((cell) => cell !== '').length;
  const gaps = upper.filter((cell, index) => cell === '' && (lower[index] ?? '') !== '').length;
  const covered = upper.filter((cell, index) => cell !== '' || (lower[index] ?? '') !== '').length;
  return upperFilled >= (splits ? 1 : 2) && gaps >= 1 && covered >= upper.length * 0.8;
}
