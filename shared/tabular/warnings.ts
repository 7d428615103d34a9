import { DAY_MS } from '#shared/day.ts';
import { cellNumber } from '#shared/tabular/cell-value.ts';
import { likelyAliases, ORGANIZATION } from '#shared/tabular/entity-name.ts';
import { leavesPercent, planMeasures } from '#shared/tabular/measure-plan.ts';
import { isFiscal } from '#shared/tabular/periods.ts';
import { entityOf } from '#shared/tabular/points.ts';
import type { ReadSettings, Warning } from '#shared/tabular/reading.ts';
import { isTotalColumn } from '#shared/tabular/roles.ts';
import { conversion } from '#shared/tabular/stored-value.ts';
import type { Table } from '#shared/tabular/table.ts';

function lines(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 5).join(', ');
  return numbers.length > 5 ? `${shown} and ${numbers.length - 5} more` : shown;
}

function undated(table: Table): readonly Warning[] {
  const { period } = table.layout;
  if (period === null) return [];
  const missing = table.rows.filter((_, index) => Number.isNaN(table.starts[index]));
  if (missing.length === 0) return [];
  const where = lines(missing.map((record) => table.records.line(record)));
  const rows = missing.length === 1 ? 'row has' : 'rows have';
  return [
    {
      code: 'no-date',
      message: `${missing.length} ${rows} no ${period.name} (line ${where}) and give no point.`,
    },
  ];
}

function implausible(table: Table, today: number): readonly Warning[] {
  const odd: number[] = [];
  table.rows.forEach((record, index) => {
    const start = table.starts[index] ?? Number.NaN;
    if (start > today + 366 * DAY_MS || start < Date.UTC(1990, 0, 1)) odd.push(table.records.line(record));
  });
  if (odd.length === 0) return [];
  return [
    {
      code: 'implausible-date',
      message: `Dates before 1990 or more than a year ahead in line ${lines(odd)}.`,
    },
  ];
}

function sheetErrors(table: Table): readonly Warning[] {
  const count = table.columns.reduce((sum, column) => sum + column.profile.sheetErrors, 0);
  if (count === 0) return [];
  const cells = count === 1 ? 'cell holds a spreadsheet error' : 'cells hold spreadsheet errors';
  return [{ code: 'sheet-errors', message: `${count} ${cells} (#DIV/0!, #N/A) and count as missing.` }];
}

function noAmounts(table: Table): readonly Warning[] {
  return table.layout.measures.flatMap((column): Warning[] => {
    const example = column.profile.examples.get('no-amount');
    if (example === undefined) return [];
    const message = `${column.name}: “${example.text}” in ${column.profile.noAmount} cells is taken as missing, not as 0.`;
    return [{ code: 'no-amount', message }];
  });
}

function units(table: Table): readonly Warning[] {
  const found: Warning[] = [];
  for (const column of table.layout.measures) {
    if (column.mixedUnits.length > 0) {
      const message = `${column.name} mixes ${column.mixedUnits.join(', ')}: it is not read as one series.`;
      found.push({ code: 'mixed-units', message });
    } else if (column.unitBecause.startsWith('DevLake')) {
      const message = `${column.name}: ${column.unitBecause}; change the unit if yours differ.`;
      found.push({ code: 'unit-assumed', message });
    }
  }
  const { unit, measures } = table.layout;
  const named = unit === null ? [] : [...unit.profile.distinct];
  const first = measures[0];
  if (unit !== null && named.length > 1 && table.layout.shape === 'entity-rows' && first !== undefined) {
    const message = `${unit.name} holds ${named.slice(0, 4).join(', ')}: amounts of different units are kept apart.`;
    found.push({ code: 'mixed-units', message });
  }
  return found;
}

function fiscal(table: Table): readonly Warning[] {
  const names = table.columns.map((column) => column.header).filter(isFiscal);
  if (names.length === 0) return [];
  const message = `${names.slice(0, 3).join(', ')}: fiscal periods are not placed in the calendar. Name calendar months or quarters instead.`;
  return [{ code: 'fiscal-periods', message }];
}

function conflicts(table: Table): readonly Warning[] {
  return planMeasures(table.layout.measures).flatMap(({ column, choice }) => {
    if (choice.metric === null || conversion(choice.metric, column.unit, false, 'week') !== null) return [];
    const message = `${column.name} is in ${column.unit?.label}, and ${choice.name} is not: it is kept as a metric of its own.`;
    return [{ code: 'unit-conflict', message }];
  });
}

/** Columns of percents whose numbers leave 0..100: the file was damaged on its way, or they are no percents. */
export function outOfRange(table: Table, settings: ReadSettings): readonly number[] {
  return table.layout.measures.flatMap((column) => {
    if (column.unit?.family !== 'percent') return [];
    const values = table.rows.map(
      (record) => cellNumber(column, table.records.text(record, column.index)) ?? Number.NaN,
    );
    return leavesPercent(column, values, settings) ? [column.index] : [];
  });
}

function percents(table: Table, settings: ReadSettings): readonly Warning[] {
  return outOfRange(table, settings).map((index) => {
    const column = table.columns[index];
    const example = [...(column?.profile.distinct ?? [])][0] ?? '';
    const message = `${column?.name}: ${example} is far outside 0 to 100 %. The file was probably changed by a spreadsheet in another language; nothing of this column is stored.`;
    return { code: 'percent-out-of-range', message };
  });
}

function aliases(table: Table, known: readonly string[]): readonly Warning[] {
  if (table.layout.entity === null) return [];
  const names = [...new Set(table.rows.map((record) => entityOf(table, record)))].filter(
    (name) => name !== ORGANIZATION,
  );
  return likelyAliases(names, known).map((group) => {
    const message = `${group.map((name) => `“${name}”`).join(' and ')} may be the same; they are kept apart.`;
    return { code: 'similar-entities', message };
  });
}

function totals(table: Table): readonly Warning[] {
  return table.layout.measures.filter(isTotalColumn).map((column) => {
    const message = `${column.name} looks like the sum of other columns and is never added to them.`;
    return { code: 'total-column', message };
  });
}

/** What a person should know before these points are stored. */
export function warningsFor(
  table: Table,
  settings: ReadSettings,
  context: { readonly entities: readonly string[]; readonly today: number },
): readonly Warning[] {
  return [
    ...undated(table),
    ...implausible(table, context.today),
    ...percents(table, settings),
    ...units(table),
    ...conflicts(table),
    ...fiscal(table),
    ...noAmounts(table),
    ...sheetErrors(table),
    ...totals(table),
    ...aliases(table, context.entities),
  ];
}
