import { metricsByHeader } from '#shared/drive/catalogue.ts';
import type { ColumnProfile } from '#shared/tabular/column-profile.ts';
import { type DateColumn, dateColumn } from '#shared/tabular/date-column.ts';
import type { ColumnRole, DateOrder, DecimalMark, ReadSettings } from '#shared/tabular/reading.ts';
import { clockOfHeader, type Unit, unitNamed, unitOfHeader } from '#shared/tabular/units.ts';

/** What the cells of a column are, decided from all of them. */
export type ColumnKind = 'empty' | 'date' | 'number' | 'boolean' | 'time-of-day' | 'text';

const MOST = 0.5;
const FEW_EXCEPTIONS = 3;

/** Fewer numbers than this beside texts prove nothing, unless the header promises numbers. */
const ENOUGH = 4;

function isNumber(profile: ColumnProfile, promised: boolean): boolean {
  const known = profile.filled - profile.noAmount;
  if (profile.quantities === 0 || profile.quantities < known * MOST) return false;
  const others = known - profile.quantities - profile.dates;
  if (others > 0 && profile.quantities < ENOUGH && !promised) return false;
  if (others <= known * 0.2) return true;
  // Many cells fail: a broken number column repeats one or two texts, a text column has many.
  return profile.others.size <= FEW_EXCEPTIONS;
}

const TIME_NAME =
  /\btime\b|\bhour\b|uhrzeit|\bheure\b|\bhora\b|\bora\b|klockslag|godzina|\bsaat\b|время|時刻|时间|^(?:from|to|start|end|begin|von|bis|beginn|ende|de|à|début|fin|desde|hasta|inicio|início|fim|dalle|alle|inizio|fine|från|till|od|do|開始|終了)$/i;
const LENGTH_NAME =
  /spent|duration|lead|cycle|mean|recover|dauer|dur[ée]e|took|elapsed|wait|response|\back\b|resol|restor|handling/i;

/** Whether a column holds times of a day, which belong to the dates beside it. */
function isTimeOfDay(profile: ColumnProfile, header: string): boolean {
  if (profile.timesOfDay < profile.filled * 0.9 || profile.clocks > profile.timesOfDay) return false;
  return TIME_NAME.test(header) && !LENGTH_NAME.test(header) && clockOfHeader(header) === null;
}

/** Kind of a column and, where it is one of dates, how they are written. `role` is what a person made of it. */
export function columnKind(
  profile: ColumnProfile,
  header: string,
  role: ColumnRole | undefined,
): { readonly kind: ColumnKind; readonly dates: DateColumn | null } {
  if (profile.filled === 0) return { kind: 'empty', dates: null };
  const dates = dateColumn(profile, header, role);
  if (dates !== null) return { kind: 'date', dates };
  if (isTimeOfDay(profile, header)) return { kind: 'time-of-day', dates };
  if (isNumber(profile, promisesNumbers(header))) return { kind: 'number', dates };
  if (profile.booleans >= profile.filled * 0.9) return { kind: 'boolean', dates };
  return { kind: 'text', dates };
}

function promisesNumbers(header: string): boolean {
  return unitOfHeader(header) !== null || metricsByHeader(header).length > 0;
}

const EARLIER = 'as in earlier files with this header';

export type OrderChoice = { readonly order: DateOrder; readonly open: boolean; readonly because: string };

/** Order that every other column of the file which decides agrees on; null where none decides or they differ. */
function orderOfOthers(others: readonly ColumnProfile[]): 'dmy' | 'mdy' | null {
  const dmy = others.some(({ orders }) => orders.dmy > 0);
  const mdy = others.some(({ orders }) => orders.mdy > 0);
  return dmy === mdy ? null : dmy ? 'dmy' : 'mdy';
}

/** Day or month first, from the whole column: one value above 12 decides, else the other columns; when nothing does it is open. */
export function dateOrder(
  profile: ColumnProfile,
  others: readonly ColumnProfile[],
  settings: ReadSettings,
): OrderChoice {
  const { dmy, mdy, open } = profile.orders;
  if (settings.dateOrder !== undefined)
    return { order: settings.dateOrder, open: false, because: 'chosen by hand' };
  if (dmy + mdy + open === 0) return { order: 'ymd', open: false, because: 'written year first' };
  const example = profile.examples.get('order');
  const because = example === undefined ? '' : `${example.text} in line ${example.line}`;
  if (dmy > 0 && dmy >= mdy) return { order: 'dmy', open: false, because };
  if (mdy > 0) return { order: 'mdy', open: false, because };
  const elsewhere = orderOfOthers(others);
  if (elsewhere !== null) return { order: elsewhere, open: false, because: 'as in the other columns' };
  const { before } = settings;
  if (before?.dateOrder !== undefined) return { order: before.dateOrder, open: false, because: EARLIER };
  const dotted = (profile.examples.get('open-order')?.text ?? '').includes('.');
  if (dotted) return { order: 'dmy', open: false, because: 'dates with dots are written day first' };
  return { order: 'dmy', open: true, because: 'no value is above 12' };
}

export type DecimalChoice = { readonly mark: DecimalMark; readonly open: boolean; readonly because: string };

/** Decimal mark from the column's own cells, else from the file's other columns; open when nothing decides. */
export function decimalMark(
  profile: ColumnProfile,
  others: readonly ColumnProfile[],
  settings: ReadSettings,
): DecimalChoice {
  if (settings.decimal !== undefined)
    return { mark: settings.decimal, open: false, because: 'chosen by hand' };
  const { dot, comma, open } = profile.decimals;
  if (dot + comma > 0) {
    const mark = dot >= comma ? '.' : ',';
    const example = profile.examples.get('decimal');
    return {
      mark,
      open: false,
      because: example === undefined ? '' : `${example.text} in line ${example.line}`,
    };
  }
  if (open === 0) return { mark: '.', open: false, because: 'whole numbers only' };
  const dots = others.reduce((sum, other) => sum + other.decimals.dot, 0);
  const commas = others.reduce((sum, other) => sum + other.decimals.comma, 0);
  if (dots !== commas && Math.min(dots, commas) === 0) {
    return { mark: dots > commas ? '.' : ',', open: false, because: 'as in the other columns' };
  }
  if (settings.before?.decimal !== undefined)
    return { mark: settings.before.decimal, open: false, because: EARLIER };
  if (others.some(namesEnglishMoney))
    return { mark: '.', open: false, because: 'amounts in dollars or pounds' };
  return {
    mark: '.',
    open: true,
    because: `${profile.examples.get('open-decimal')?.text ?? ''} can be read both ways`,
  };
}

const ENGLISH_MONEY = /^(?:USD|GBP|CAD|AUD|NZD|US\$|[$£])$/i;

/** Whether a column says that amounts are in a currency whose countries write a decimal point. */
function namesEnglishMoney(profile: ColumnProfile): boolean {
  const units = [...profile.units.values()].filter((unit) => unit.family === 'money').map(currencyOf);
  const names = profile.quantities === 0 && profile.distinct.size <= 3 ? [...profile.distinct] : [];
  const all = [...units, ...names];
  return all.length > 0 && all.every((name) => ENGLISH_MONEY.test(name));
}

export type UnitChoice = {
  /** Unit of the column's numbers as read; null when nobody said. */
  readonly unit: Unit | null;
  /** Different currencies, or units that cannot be turned into each other. */
  readonly mixed: readonly string[];
  readonly because: string;
};

/** Unit of a column: what a person said, the header, or the cells. Mixed scales of one family become one. */
export function columnUnit(
  profile: ColumnProfile,
  declared: Unit | null,
  given: string | undefined,
): UnitChoice {
  const chosen = given === undefined || given.includes(':') ? null : unitNamed(given);
  if (given !== undefined && chosen === null && !given.includes(':')) {
    return { unit: { label: given, family: 'other', factor: 1 }, mixed: [], because: 'chosen by hand' };
  }
  const units = [...profile.units.values()];
  const families = new Set(units.map((unit) => unit.family));
  const labels = units.map((unit) => unit.label);
  const currencies = new Set(units.filter((unit) => unit.family === 'money').map((unit) => currencyOf(unit)));
  if (currencies.size > 1 || families.size > 1)
    return { unit: null, mixed: labels, because: 'the cells differ' };
  if (chosen !== null && profile.times === 0) return { unit: chosen, mixed: [], because: 'chosen by hand' };
  if (declared !== null) return { unit: declared, mixed: [], because: 'declared in the header' };
  const first = units[0];
  if (profile.clocks > 0 || profile.times > 0) {
    const short = units.every((unit) => unit.factor < 60) && profile.clocks === 0 && units.length > 0;
    const one = units.length === 1 && profile.clocks === 0 && profile.quantities === profile.times;
    const unit = one || short ? (first ?? null) : unitNamed('s');
    return { unit, mixed: [], because: 'written in the cells' };
  }
  if (first === undefined) return { unit: null, mixed: [], because: '' };
  if (first.family === 'money') {
    return {
      unit: { label: currencyOf(first), family: 'money', factor: 1 },
      mixed: [],
      because: 'written in the cells',
    };
  }
  return { unit: first, mixed: [], because: 'written in the cells' };
}

/** Currency of a money unit without its multiplier (`kEUR` is EUR). */
export function currencyOf(unit: Unit): string {
  return unit.factor === 1 ? unit.label : unit.label.slice(-3);
}
