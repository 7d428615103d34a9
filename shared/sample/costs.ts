import { lines, quotedRecord, record } from '#shared/sample/comma-separated.ts';
import { amount, splitCents } from '#shared/sample/spread.ts';
import { dayOfWeek, sampleValue, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';
import { seededRandom } from '#shared/seeded-random.ts';

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
/** Services of the cloud bill and the share of the money that each takes. */
const SERVICES = [
  { name: 'EC2-Instances', share: 0.46 },
  { name: 'RDS', share: 0.19 },
  { name: 'S3', share: 0.08 },
  { name: 'EC2-Other', share: 0.07 },
  { name: 'ElastiCache', share: 0.06 },
  { name: 'OpenSearch', share: 0.08 },
  { name: 'CloudWatch', share: 0.03 },
  { name: 'Tax', share: 0.03 },
] as const;

type DayOfCents = { readonly day: string; readonly cents: readonly number[] };

function cloudDays(): readonly DayOfCents[] {
  const random = seededRandom('aws-cost-explorer');
  return WEEK_INDEXES.flatMap((week) => {
    const total = Math.round(sampleValue('cloud.organization', week) * 100);
    const days = splitCents(
      total,
      WEEKDAYS.map(() => random.logNormal(1, 0.015)),
    );
    return days.map((cents, weekday) => ({
      day: dayOfWeek(week, weekday),
      cents: splitCents(
        cents,
        SERVICES.map(({ share }) => random.logNormal(share, 0.03)),
      ),
    }));
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Daily cloud cost with services across, a first row of totals and a last column of totals. */
export function awsCostExplorer(): string {
  const days = cloudDays();
  const totals = SERVICES.map((_, service) => sum(days.map(({ cents }) => cents[service] ?? 0)));
  const rowOf = (label: string, cents: readonly number[]) =>
    quotedRecord([label, ...cents.map(amount), amount(sum(cents))]);
  return lines([
    quotedRecord(['Service', ...SERVICES.map(({ name }) => `${name}($)`), 'Total costs($)']),
    rowOf('Service total', totals),
    ...days.map(({ day, cents }) => rowOf(day, cents)),
  ]);
}

/** AI cost a day, one amount a row. */
export function llmDailyCost(): string {
  const random = seededRandom('llm-daily-cost');
  const rows = WEEK_INDEXES.flatMap((week) => {
    const cents = Math.round(sampleValue('llm.organization', week) * 100);
    const weights = WEEKDAYS.map((day) => random.logNormal(day < 5 ? 1.05 : 0.9, 0.05));
    return splitCents(cents, weights).map((part, weekday) =>
      record([dayOfWeek(week, weekday), amount(part)]),
    );
  });
  return lines([record(['date', 'cost_usd']), ...rows]);
}

/** What may be spent a month, months across. */
export function budgets(): string {
  const months = Array.from({ length: 14 }, (_, index) => {
    const month = 10 + index;
    return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
  return lines([
    record(['Metric', 'Currency', ...months]),
    record(['Cloud plan', 'USD', ...months.map(() => 300_000)]),
    record(['AI plan', 'USD', ...months.map(() => 32_000)]),
  ]);
}
