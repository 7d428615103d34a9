import { msToDay } from '#shared/day.ts';
import type { HeaderPlace } from '#shared/tabular/header.ts';
import type { Taken } from '#shared/tabular/intake.ts';
import type { DateOrder, Evidence, ReadSettings, Shape } from '#shared/tabular/reading.ts';
import { formatOf } from '#shared/tabular/reading-parts.ts';
import type { Table } from '#shared/tabular/table.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

const SHAPES: Readonly<Record<Shape, string>> = {
  long: 'a row for each metric, name and period',
  'metric-columns': 'a row for each period',
  'entity-rows': 'a row for each name and period',
  'period-columns': 'periods across',
  events: 'a row for each thing that happened',
  targets: 'targets',
};

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  '^': 'caret',
  '~': 'tilde',
  ':': 'colon',
  ' ': 'space',
};

const ORDERS: Readonly<Record<DateOrder, string>> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
};

function delimiterEvidence({ sniffed, format }: Taken): readonly Evidence[] {
  if (format !== null) return [{ setting: 'rows', value: format.from, because: 'the list of objects' }];
  const value = DELIMITER_NAMES[sniffed.delimiter] ?? '';
  return [{ setting: 'delimiter', value, because: sniffed.because }];
}

function headerEvidence({ records, format }: Taken, place: HeaderPlace): readonly Evidence[] {
  if (format !== null) return [];
  const lines = place.records.map((record) => records.line(record));
  const value =
    lines.length === 0 ? 'no header' : `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(' and ')}`;
  return [{ setting: 'header', value, because: place.because }];
}

/** A word for how dates are ordered, where the day and the month are both numbers. */
function orderOf(period: TableColumn): string {
  const { dmy, mdy, open } = period.profile.orders;
  return dmy + mdy + open === 0 ? '' : `, ${ORDERS[period.style.order]}`;
}

function dateEvidence(table: Table): readonly Evidence[] {
  const { period, periodColumns } = table.layout;
  const first = periodColumns[0];
  const last = periodColumns.at(-1);
  if (first !== undefined && last !== undefined) {
    const because = `${periodColumns.length} headers name ${first.moment.grain}s`;
    return [{ setting: 'date', value: `${first.text} to ${last.text}`, because }];
  }
  if (period === null) return [];
  const value = `${period.name}${orderOf(period)}`;
  const because = period.orderOpen ? 'no day is above 12: asked above' : period.orderBecause;
  return [{ setting: 'date', value, because: because || `written as ${formatOf(table, period) ?? 'dates'}` }];
}

/** Whether days may shift: only moments that say how far from UTC they are, or that count from it. */
function zoneEvidence(table: Table): readonly Evidence[] {
  const { period } = table.layout;
  if (period === null || !table.grains.has('instant')) return [];
  const format = formatOf(table, period) ?? '';
  const counted = format.startsWith('epoch');
  if (!counted && !format.endsWith('offset')) {
    const because = 'the cells name no zone: a day stays the day that is written';
    return [{ setting: 'zone', value: 'as written', because }];
  }
  const because = counted
    ? `${period.name} counts from 1970 in UTC`
    : `the cells of ${period.name} say how far`;
  return [{ setting: 'zone', value: 'UTC', because }];
}

function periodEvidence(table: Table, settings: ReadSettings): readonly Evidence[] {
  const found: Evidence[] = [...dateEvidence(table), ...zoneEvidence(table)];
  const because = 'chosen by hand';
  const { asOf, year, fiscalYear } = settings;
  if (asOf !== undefined)
    found.push({
      setting: 'as-of',
      value: msToDay(table.asOf ?? Number.NaN),
      because: 'the day that every row describes',
    });
  if (year !== undefined) found.push({ setting: 'year', value: String(year), because });
  if (fiscalYear !== undefined) {
    const [month = '', end = ''] = fiscalYear.split('-');
    const value = `begins in month ${Number(month)}, named after the year in which it ${end}`;
    found.push({ setting: 'fiscal-year', value, because });
  }
  return found;
}

/** The columns whose cells hold the values. */
function valueColumns({ layout }: Table): readonly TableColumn[] {
  return layout.periodColumns.length > 0 ? layout.periodColumns.map((each) => each.column) : layout.measures;
}

function numberEvidence(table: Table): readonly Evidence[] {
  const columns = valueColumns(table);
  const decided = columns.find(({ profile }) => profile.decimals.dot + profile.decimals.comma > 0);
  const marked = decided ?? columns.find(({ profile }) => profile.decimals.open > 0);
  if (marked === undefined) return [];
  const value = marked.mark === '.' ? 'point' : 'comma';
  return [{ setting: 'decimal', value, because: marked.markBecause }];
}

function unitEvidence(table: Table): readonly Evidence[] {
  return table.layout.measures.flatMap((column): Evidence[] => {
    if (column.unit === null) return [];
    const value = `${column.name}: ${column.unit.label}`;
    return [{ setting: 'unit', value, because: column.unitBecause }];
  });
}

/** What in the value columns counts as missing, with the first such cell. Blank cells need no words. */
function missingEvidence(table: Table, words: readonly string[]): readonly Evidence[] {
  const columns = valueColumns(table);
  const missing = columns.reduce((sum, { profile }) => sum + profile.missing, 0);
  if (missing === 0 && words.length === 0) return [];
  const said = columns.flatMap(({ profile }) => profile.examples.get('missing') ?? []);
  const first = said.toSorted((a, b) => a.line - b.line)[0];
  const texts = [...new Set([...said.map((each) => each.text), ...words])].map((text) => `“${text}”`);
  const where = first === undefined ? 'blank' : `the first is “${first.text}” in line ${first.line}`;
  const because = `${missing.toLocaleString('en-US')} ${missing === 1 ? 'cell is' : 'cells are'} missing, not 0; ${where}`;
  return [{ setting: 'nulls', value: texts.length === 0 ? 'blank' : texts.slice(0, 4).join(', '), because }];
}

/** What each detected setting is and what it rests on, in words and on cells of the file. */
export function evidenceOf(
  taken: Taken,
  place: HeaderPlace,
  table: Table,
  settings: ReadSettings,
): readonly Evidence[] {
  const { layout } = table;
  const { entity } = layout;
  const names = entity?.profile.distinct.size ?? 0;
  const of: readonly Evidence[] =
    entity === null
      ? []
      : [
          {
            setting: 'entity',
            value: entity.name,
            because: `${names} ${names === 1 ? 'name' : 'names'} in it`,
          },
        ];
  return [
    ...headerEvidence(taken, place),
    { setting: 'shape', value: SHAPES[layout.shape], because: shapeReason(table) },
    ...periodEvidence(table, settings),
    ...of,
    ...numberEvidence(table),
    ...unitEvidence(table),
    ...missingEvidence(table, settings.missing ?? []),
    ...delimiterEvidence(taken),
    { setting: 'encoding', value: taken.encoding, because: taken.encodingBecause },
  ];
}

function shapeReason(table: Table): string {
  const { layout } = table;
  if (layout.periodColumns.length > 0) return `${layout.periodColumns.length} headers name periods`;
  if (layout.metric !== null && layout.shape === 'long') return `${layout.metric.name} names metrics`;
  if (layout.shape === 'events') return 'rows have an identity or a state of their own';
  return layout.entity === null ? 'no column names a team or service' : `${layout.entity.name} says of what`;
}
