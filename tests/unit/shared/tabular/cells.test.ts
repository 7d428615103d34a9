import { describe, expect, it } from 'vitest';
import { epochUnit, orderEvidence, readMoment } from '#shared/tabular/dates.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import type { MomentStyle } from '#shared/tabular/moment.ts';
import { decimalEvidence, readNumeral } from '#shared/tabular/numerals.ts';
import { quantityValue, readQuantity } from '#shared/tabular/quantity.ts';
import type { DecimalMark } from '#shared/tabular/reading.ts';
import { nameWithoutUnit, unitOfHeader } from '#shared/tabular/units.ts';

const DMY: MomentStyle = { order: 'dmy', epoch: null };
const MDY: MomentStyle = { order: 'mdy', epoch: null };

function instant(text: string, style = DMY): string {
  const moment = readMoment(text, style);
  if (moment === null) return 'no date';
  return moment.kind === 'impossible' ? `impossible: ${moment.why}` : new Date(moment.ms).toISOString();
}

describe('dates', () => {
  it.each([
    ['2026-04-01', '2026-04-01T00:00:00.000Z'],
    ['2026-04-01T09:30:00+02:00', '2026-04-01T07:30:00.000Z'],
    ['2026-04-01 23:59:59 -0700', '2026-04-02T06:59:59.000Z'],
    ['2026-04-02T00:00:00.123456789Z', '2026-04-02T00:00:00.123Z'],
    ['20260402T101500Z', '2026-04-02T10:15:00.000Z'],
    ['Thu, 02 Apr 2026 12:00:00 GMT', '2026-04-02T12:00:00.000Z'],
    ['2026-04-02 15:04:05.999 +0000 UTC', '2026-04-02T15:04:05.999Z'],
    ['2026-04-03 20:20:00.43042 +0000 CET', '2026-04-03T20:20:00.430Z'],
    ['09/Jan/24 3:54 PM', '2024-01-09T15:54:00.000Z'],
    ['10/Mar/26 12:00 AM', '2026-03-10T00:00:00.000Z'],
    ['Jan 20, 2023, 6:25 PM', '2023-01-20T18:25:00.000Z'],
    ['01-Aug-2023 09:00:00', '2023-08-01T09:00:00.000Z'],
    ['01.04.2026', '2026-04-01T00:00:00.000Z'],
    ['3. März 2026', '2026-03-03T00:00:00.000Z'],
    ['2026-W14', '2026-03-30T00:00:00.000Z'],
    ['W15 2026', '2026-04-06T00:00:00.000Z'],
    ['2026-W14-3', '2026-04-01T00:00:00.000Z'],
    ['Apr 2026', '2026-04-01T00:00:00.000Z'],
    ['Q2 2026', '2026-04-01T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  it('never rolls a day or a week that does not exist over to the next', () => {
    expect(instant('2014-06-31')).toBe('impossible: there is no such day');
    expect(instant('31/02/2026')).toBe('impossible: there is no such day');
    expect(instant('2025-W53')).toBe('impossible: 2025 has 52 weeks');
    expect(instant('2026-W53')).toBe('2026-12-28T00:00:00.000Z');
    expect(instant('2026-W00')).toBe('impossible: there is no week 0');
    expect(instant('2026-04-01 25:00')).toBe('impossible: there is no such time');
  });

  it('takes day and month in the order it is told, and says when a cell decides it', () => {
    expect(instant('03/04/2026', DMY)).toBe('2026-04-03T00:00:00.000Z');
    expect(instant('03/04/2026', MDY)).toBe('2026-03-04T00:00:00.000Z');
    expect([orderEvidence('03/04/2026'), orderEvidence('28/01/2018'), orderEvidence('11/22/22')]).toEqual([
      'open',
      'dmy',
      'mdy',
    ]);
  });

  it('takes numbers for an epoch by their size only', () => {
    expect(['1775001600', '1775001600000', '1775001600000000', '1234567', '10279'].map(epochUnit)).toEqual([
      's',
      'ms',
      'us',
      null,
      null,
    ]);
    expect(instant('1775001600000', { order: 'dmy', epoch: 'ms' })).toBe('2026-04-01T00:00:00.000Z');
  });

  it('reads no version, amount, address or phone number as a date', () => {
    expect(
      ['1.0.0', '3962.82', '00:10', '+1-555-0100', '127.0.0.1', 'PAY-1', 'Sprint 11', 'May'].map((text) =>
        instant(text),
      ),
    ).toEqual(Array.from({ length: 8 }, () => 'no date'));
  });
});

function value(text: string, decimal: DecimalMark = '.'): number | null {
  const quantity = readQuantity(text);
  return quantity === null ? null : quantityValue(quantity, decimal, 'h:mm');
}

describe('numbers', () => {
  it.each([
    ['$1,234.50', '.', 1234.5],
    ['USD 980', '.', 980],
    ['€1,050', '.', 1050],
    ['1.234,56', ',', 1234.56],
    ['1 050,00', ',', 1050],
    ["1'234.50", '.', 1234.5],
    ['(45.20)', '.', -45.2],
    ['-$45.20', '.', -45.2],
    ['\u221212', '.', -12],
    ['$ -', '.', 0],
    ['1e-5', '.', 0.00001],
    ['1.20 K', '.', 1200],
    ['1.05 Mil', '.', 1_050_000],
    ['$1.2k', '.', 1200],
    ['99,95 %', ',', 99.95],
    ['184ms', '.', 184],
    ['3h 20m', '.', 12_000],
    ['1d 2h', '.', 93_600],
    ['1w 2d', '.', 777_600],
    ['PT45M', '.', 2700],
    ['01:02:03', '.', 3723],
    ['-0', '.', 0],
  ] as const)('%s with %s is %d', (text, decimal, expected) => {
    expect(value(text, decimal)).toBeCloseTo(expected, 9);
  });

  it.each([
    '12abc',
    '0x10',
    'Infinity',
    '1,2,3',
    '12.34.56',
    '#7328',
    '120 any st.',
    '5 apples',
    'v1.2',
    '12345678901234567890',
    '10:23 AM',
  ])('%s is no number', (text) => {
    expect(value(text)).toBeNull();
  });

  it('says which cells decide the decimal mark of their column', () => {
    expect(
      ['1.234,56', '12,5', '0,125', '1,234.5', '1.234.567', '1.234', '1,234', '1234'].map(decimalEvidence),
    ).toEqual([',', ',', ',', '.', ',', 'open', 'open', null]);
  });

  it('reads a cell that can only be written the other way as what it is', () => {
    expect(readNumeral('99,9', '.')).toBe(99.9);
    expect(readNumeral('1,234', ',')).toBe(1.234);
    expect(readNumeral('1,234', '.')).toBe(1234);
  });

  it('takes every spelling of nothing for missing, and zero for zero', () => {
    const missing = [
      '',
      '-',
      '—',
      'N/A',
      'null',
      'NaN',
      '#DIV/0!',
      '(blank)',
      'TBD',
      'No data',
      '_',
      '?',
      'n. v.',
    ];
    expect(missing.filter((text) => !isMissing(text))).toEqual([]);
    expect(['0', '0.0', '-0', 'n.v.x', 'Free', 'no'].filter(isMissing)).toEqual([]);
  });
});

describe('units in headers', () => {
  it.each([
    ['p95 [ms]', 'ms', 'p95'],
    ['Error rate (%)', '%', 'Error rate'],
    ['lead_time_hours', 'h', 'lead_time_hours'],
    ['Cost (k€)', 'kEUR', 'Cost'],
    ['memory_bytes', 'bytes', 'memory_bytes'],
    ['Uptime %', '%', 'Uptime'],
    ['Requests/s', 'per second', 'Requests/s'],
    ['Change Lead Time Minutes', 'min', 'Change Lead Time Minutes'],
    ['Deployment Frequency (per day)', 'per day', 'Deployment Frequency'],
    ['seconds_to_resolve', 's', 'seconds_to_resolve'],
    ['Total costs($)', 'USD', 'Total costs'],
    ['Input (w/ Cache Write)', undefined, 'Input (w/ Cache Write)'],
    ['token', undefined, 'token'],
  ])('%s declares %s', (header, unit, name) => {
    expect(unitOfHeader(header)?.label).toBe(unit);
    expect(nameWithoutUnit(header)).toBe(name);
  });
});
