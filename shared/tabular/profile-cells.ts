import type { ColumnProfile, ExampleKind } from '#shared/tabular/column-profile.ts';
import { epochUnit, isSheetDay, LONGEST_MOMENT, orderEvidence, readMoment } from '#shared/tabular/dates.ts';
import { isHashText } from '#shared/tabular/hash-text.ts';
import { isMissing, isNoAmount, isSheetError } from '#shared/tabular/missing.ts';
import type { MomentStyle } from '#shared/tabular/moment.ts';
import { decimalEvidence } from '#shared/tabular/numerals.ts';
import { isFiscal, numberedPeriod, yearlessPeriod } from '#shared/tabular/periods.ts';
import { type Quantity, readQuantity } from '#shared/tabular/quantity.ts';

/** So many different texts of a column are kept. */
export const DISTINCT_LIMIT = 5000;
/** So many texts that are neither numbers nor dates are kept. */
export const OTHERS_LIMIT = 12;
const DMY: MomentStyle = { order: 'dmy', epoch: null };
const MDY: MomentStyle = { order: 'mdy', epoch: null };
const BOOLEAN = /^(?:true|false|yes|no|ja|nein|oui|non)$/i;
const TIME_OF_DAY = /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[ap]m)?$/i;
const INTEGER = /^-?\d+$/;

type Cell = { readonly line: number; readonly text: string; readonly weight: number };

function remember(profile: ColumnProfile, kind: ExampleKind, line: number, text: string): void {
  if (!profile.examples.has(kind)) profile.examples.set(kind, { line, text });
}

/** A period that lacks its year or its calendar. */
function addOpenPeriod(profile: ColumnProfile, { line, text, weight }: Cell): boolean {
  if (isFiscal(text)) {
    profile.fiscal += weight;
    remember(profile, 'fiscal', line, text);
    return true;
  }
  if (yearlessPeriod(text) === null) return false;
  profile.yearless += weight;
  remember(profile, 'yearless', line, text);
  return true;
}

/** A number that the name of its column may make a period or a day. */
function addCountedDay(profile: ColumnProfile, { line, text, weight }: Cell): void {
  const period = numberedPeriod(text);
  if (period !== null) {
    profile.numbered += weight;
    if (period.number > 12) profile.numberedAbove12 += weight;
  } else if (isSheetDay(text)) {
    profile.sheetDays += weight;
    remember(profile, 'sheet-day', line, text);
  }
}

function addMoment(profile: ColumnProfile, text: string, line: number, weight: number): boolean {
  const order = orderEvidence(text);
  const style = order === 'mdy' ? MDY : DMY;
  const moment = readMoment(text, style);
  if (moment === null) {
    const unit = epochUnit(text);
    if (unit !== null) profile.epochs[unit] += weight;
    else return addOpenPeriod(profile, { line, text, weight });
    return false;
  }
  if (moment.kind === 'impossible') {
    profile.impossible += weight;
    return true;
  }
  profile.dates += weight;
  if (order !== null) {
    profile.orders[order] += weight;
    remember(profile, order === 'open' ? 'open-order' : 'order', line, text);
  }
  if (moment.grain === 'instant') profile.instants += weight;
  if (moment.grain === 'week') profile.weekly += weight;
  return true;
}

function addNumeral(profile: ColumnProfile, numeral: string, cell: Cell): void {
  const { line, text, weight } = cell;
  const evidence = decimalEvidence(numeral);
  if (evidence === '.') profile.decimals.dot += weight;
  else if (evidence === ',') profile.decimals.comma += weight;
  else if (evidence === 'open') {
    profile.decimals.open += weight;
    remember(profile, 'open-decimal', line, text);
    return;
  }
  if (evidence !== null) remember(profile, 'decimal', line, text);
}

function addQuantity(profile: ColumnProfile, quantity: Quantity, cell: Cell): void {
  const { line, text, weight } = cell;
  profile.quantities += weight;
  if (quantity.kind === 'clock') {
    profile.clocks += weight;
    if (TIME_OF_DAY.test(text)) profile.timesOfDay += weight;
    if (quantity.parts.length === 2) {
      profile.openClocks += weight;
      remember(profile, 'open-clock', line, text);
    }
    return;
  }
  if (quantity.kind === 'span') {
    profile.times += weight;
    for (const part of quantity.parts) addNumeral(profile, part.numeral, cell);
    return;
  }
  addNumeral(profile, quantity.numeral, cell);
  if (quantity.unit !== null) {
    profile.units.set(quantity.unit.label, quantity.unit);
    if (quantity.unit.family === 'time') profile.times += weight;
    if (quantity.unit.family === 'percent') {
      profile.percents += weight;
      remember(profile, 'percent', line, text);
    }
    return;
  }
  profile.bare += weight;
  addCountedDay(profile, cell);
  if (INTEGER.test(text)) profile.integers += weight;
  if (/^0\d/.test(text)) profile.leadingZeros += weight;
  remember(profile, 'bare', line, text);
  const value = Math.abs(Number(quantity.numeral.replace(',', '.')));
  if (value > profile.largest) profile.largest = value;
  if (value > 0 && value <= 1 && quantity.numeral !== '1') {
    profile.bareUpToOne += weight;
    remember(profile, 'bare-share', line, text);
  }
}

/** Adds a cell of the column, or several equal ones, to what is known of it. `line` is where the first stands. */
export function addCell(profile: ColumnProfile, raw: string, line: number, weight: number): void {
  const text = raw.trim();
  if (isMissing(text)) {
    profile.missing += weight;
    if (text !== '') remember(profile, 'missing', line, text);
    if (isSheetError(text)) {
      profile.sheetErrors += weight;
      remember(profile, 'sheet-error', line, text);
    }
    return;
  }
  profile.filled += weight;
  if (profile.distinct.size < DISTINCT_LIMIT) profile.distinct.add(text);
  if (text.length > LONGEST_MOMENT) return;
  const isHash = isHashText(text);
  if (!isHash && addMoment(profile, text, line, weight)) return;
  const quantity = isHash ? null : readQuantity(text);
  if (quantity !== null) {
    addQuantity(profile, quantity, { line, text, weight });
    return;
  }
  if (BOOLEAN.test(text)) profile.booleans += weight;
  else if (TIME_OF_DAY.test(text)) profile.timesOfDay += weight;
  if (isNoAmount(text)) {
    profile.noAmount += weight;
    remember(profile, 'no-amount', line, text);
    return;
  }
  remember(profile, 'other', line, text);
  if (profile.others.size < OTHERS_LIMIT) profile.others.add(text);
}
