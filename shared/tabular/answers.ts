import type {
  ColumnSetting,
  DateOrder,
  DecimalMark,
  Question,
  ReadSettings,
} from '#shared/tabular/reading.ts';

/** The settings with one column's setting changed; other settings of that column stay. */
export function withColumn(settings: ReadSettings, column: ColumnSetting): ReadSettings {
  const columns = settings.columns ?? [];
  const same = (one: ColumnSetting): boolean =>
    one.name === column.name && one.occurrence === column.occurrence;
  return {
    ...settings,
    columns: [...columns.filter((one) => !same(one)), { ...columns.find(same), ...column }],
  };
}

/** The settings after a question was answered with one of its choices. */
export function withAnswer(
  settings: ReadSettings,
  question: Pick<Question, 'code' | 'column'>,
  choice: string,
): ReadSettings {
  const { code, column } = question;
  if (code === 'date-order') return { ...settings, dateOrder: choice as DateOrder };
  if (code === 'decimal') return { ...settings, decimal: choice as DecimalMark };
  if (code === 'as-of') return { ...settings, asOf: choice };
  if (code === 'year') return { ...settings, year: Number(choice) };
  if (code === 'fiscal-year') return { ...settings, fiscalYear: choice };
  if (code === 'no-amount') return { ...settings, noAmount: choice === 'zero' ? 'zero' : 'missing' };
  if (code === 'date-or-number' && column !== null) {
    const role = choice === 'date' ? 'period' : 'value';
    return withColumn(settings, { name: column, occurrence: 1, role });
  }
  if (column !== null) return withColumn(settings, { name: column, occurrence: 1, unit: choice });
  return code === 'period' ? withColumn(settings, { name: choice, occurrence: 1, role: 'period' }) : settings;
}
