import type {
  ColumnSetting,
  CountSetting,
  DateOrder,
  DecimalMark,
  NamedMetricSetting,
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

/** The settings with one column left to detection again. */
export function withoutColumn(
  settings: ReadSettings,
  { name, occurrence }: Pick<ColumnSetting, 'name' | 'occurrence'>,
): ReadSettings {
  const columns = settings.columns ?? [];
  return {
    ...settings,
    columns: columns.filter((one) => one.name !== name || one.occurrence !== occurrence),
  };
}

/** The settings with one metric that the rows name left to detection again. */
export function withoutNamedMetric(settings: ReadSettings, name: string): ReadSettings {
  return { ...settings, metrics: (settings.metrics ?? []).filter((one) => one.name !== name) };
}

/** The settings with what a person decided about one metric that the rows name; the rest of it stays. */
export function withNamedMetric(settings: ReadSettings, metric: NamedMetricSetting): ReadSettings {
  const metrics = settings.metrics ?? [];
  const before = metrics.find((one) => one.name === metric.name);
  const others = metrics.filter((one) => one.name !== metric.name);
  return { ...settings, metrics: [...others, { ...before, ...metric }] };
}

/** The settings with one more count of rows, in place of one for the same metric. */
export function withCount(settings: ReadSettings, count: CountSetting): ReadSettings {
  return { ...settings, counts: [...(withoutCount(settings, count.metric).counts ?? []), count] };
}

export function withoutCount(settings: ReadSettings, metric: string): ReadSettings {
  return { ...settings, counts: (settings.counts ?? []).filter((one) => one.metric !== metric) };
}

/** The settings under which cells that say `word` are missing. */
export function withMissingWord(settings: ReadSettings, word: string): ReadSettings {
  const words = (settings.missing ?? []).filter((one) => one.toLowerCase() !== word.toLowerCase());
  return { ...settings, missing: [...words, word] };
}

export function withoutMissingWord(settings: ReadSettings, word: string): ReadSettings {
  return { ...settings, missing: (settings.missing ?? []).filter((one) => one !== word) };
}

/** The settings with these lines taken in, or left out again as detection has it. */
export function withLines(settings: ReadSettings, lines: readonly number[], isIn: boolean): ReadSettings {
  const others = (settings.includeLines ?? []).filter((line) => !lines.includes(line));
  return { ...settings, includeLines: isIn ? [...others, ...lines] : others };
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
  if (code === 'rows') return { ...settings, rows: choice };
  if (code === 'fiscal-year') return { ...settings, fiscalYear: choice };
  if (code === 'no-amount') return { ...settings, noAmount: choice === 'zero' ? 'zero' : 'missing' };
  if (code === 'date-or-number' && column !== null) {
    const role = choice === 'date' ? 'period' : 'value';
    return withColumn(settings, { name: column, occurrence: 1, role });
  }
  if (column !== null) return withColumn(settings, { name: column, occurrence: 1, unit: choice });
  return code === 'period' ? withColumn(settings, { name: choice, occurrence: 1, role: 'period' }) : settings;
}
