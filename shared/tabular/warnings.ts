import { likelyAliases, ORGANIZATION } from '#shared/tabular/entity-name.ts';
import { leavesPercent, planMeasures } from '#shared/tabular/measure-plan.ts';
import { isFiscal } from '#shared/tabular/periods.ts';
import { numberReader } from '#shared/tabular/read-cells.ts';
import type { ReadSettings, Warning } from '#shared/tabular/reading.ts';
import { isTotalColumn } from '#shared/tabular/roles.ts';
import { rowWarnings } from '#shared/tabular/row-warnings.ts';
import { conversion } from '#shared/tabular/stored-value.ts';
import type { Table } from '#shared/tabular/table.ts';

function sheetErrors(table: Table): readonly Warning[] {
  const count = table.columns.reduce((sum, column) => sum + column.profile.sheetErrors, 0);
  if (count === 0) return [];
  const cells = count === 1 ? 'cell holds a spreadsheet error' : 'cells hold spreadsheet errors';
  return [{ code: 'sheet-errors', message: `${count} ${cells} (#DIV/0!, #N/A) and count as missing.` }];
}

function noAmounts(table: Table, settings: ReadSettings): readonly Warning[] {
  if (settings.noAmount !== 'missing') return [];
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

const LENGTH_OF_TIME =
  /\b(?:durations?|latenc(?:y|ies)|elapsed|response.?time|dauer|latenz|antwortzeit|dur[ée]e|latence|duraci[óo]n|latencia|duraç[ãa]o|latência|durata|latenza|varaktighet|duur|czas.trwania|süre)(?:$|[^\p{L}])/iu;

/** Lengths of time whose unit nothing says, and that no metric of the catalogue asks for. */
function withoutUnit(table: Table): readonly Warning[] {
  if (table.layout.shape === 'events') return [];
  const open = planMeasures(table.layout.measures).filter(
    ({ column, choice }) =>
      choice.metric === null &&
      column.unit === null &&
      column.mixedUnits.length === 0 &&
      column.profile.times + column.profile.clocks === 0 &&
      LENGTH_OF_TIME.test(column.header.replaceAll('_', ' ')),
  );
  if (open.length === 0) return [];
  const names = open.slice(0, 3).map(({ column }) => column.name);
  const more = open.length > 3 ? ` and ${open.length - 3} more` : '';
  const message = `${names.join(', ')}${more}: lengths of time, and nothing says in which unit. They are kept as plain numbers; choose the unit if you know it.`;
  return [{ code: 'no-unit', message }];
}

function fiscal(table: Table): readonly Warning[] {
  const placed = new Set(table.layout.periodColumns.map((each) => each.column));
  const names = table.columns.filter((column) => !placed.has(column) && isFiscal(column.header));
  if (names.length === 0) return [];
  const shown = names.slice(0, 3).map((column) => column.header);
  const message = `${shown.join(', ')}: these fiscal periods are not placed in the calendar. Name calendar months or quarters instead.`;
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
    const numberAt = numberReader(table.records, column);
    const values = Float64Array.from(table.rows, (record) => numberAt(record) ?? Number.NaN);
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
  const { entity } = table.layout;
  if (entity === null) return [];
  const cells = table.records.cells(entity.index);
  const seen = new Uint8Array(cells.codes);
  const found = new Set<string>();
  for (const record of table.rows) {
    // Cells of one code name one thing, unless it is a cell above them that does.
    const code = table.mergedEntity === null ? cells.code(record) : -1;
    if (code >= 0 && seen[code] === 1) continue;
    if (code >= 0) seen[code] = 1;
    found.add(table.entityAt(record));
  }
  const names = [...found].filter((name) => name !== ORGANIZATION);
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
  context: { readonly entities: readonly string[]; readonly days: readonly number[] },
): readonly Warning[] {
  return [
    ...rowWarnings(table, context.days),
    ...percents(table, settings),
    ...units(table),
    ...withoutUnit(table),
    ...conflicts(table),
    ...fiscal(table),
    ...noAmounts(table, settings),
    ...sheetErrors(table),
    ...totals(table),
    ...aliases(table, context.entities),
  ];
}
