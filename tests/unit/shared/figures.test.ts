import { describe, expect, it } from 'vitest';
import { formatFigure, formatPair, formatSpan } from '#shared/figures.ts';

/** No-break spaces are shown as `_`, so that a table of cases stays readable. */
function shown(value: number | null, unit: string | null, options = {}): string {
  return formatFigure(value, unit, options).replaceAll('\u00a0', '_');
}

describe('formatFigure', () => {
  it.each([
    [46, 'h', '46_h'],
    [46.4, 'h', '46_h'],
    [4.64, 'h', '4.6_h'],
    [0.75, 'h', '45_min'],
    [130, 'h', '5.4_days'],
    [12, 'days', '12_days'],
    [1, 'days', '1_day'],
    [90, 'min', '90_min'],
    [240, 'min', '4_h'],
    [0, 'h', '0_h'],
    [850, 'ms', '850_ms'],
  ])('writes durations in the unit that suits them: %s %s', (value, unit, expected) => {
    expect(shown(value, unit)).toBe(expected);
  });

  it.each([
    [0.9992, 'share', '99.92_%'],
    [0.99996, 'share', '99.996_%'],
    [0.973, 'share', '97.3_%'],
    [1, 'share', '100_%'],
    [0.52, 'share', '52_%'],
    [0.049, 'share', '4.9_%'],
    [52.3, '%', '52_%'],
    [-0.4, 'share', '\u221240_%'],
  ])('writes shares in per cent and shows what is missing from 100: %s %s', (value, unit, expected) => {
    expect(shown(value, unit)).toBe(expected);
  });

  it.each([
    [1_240_000, 'USD', '$1.24_M'],
    [103_100, 'USD', '$103.1_k'],
    [9380, 'USD', '$9,380'],
    [402, 'EUR', '€402'],
    [12.5, 'GBP', '£12.50'],
    [-9380, 'USD', '\u2212$9,380'],
    [9380, 'USD/week', '$9,380_a_week'],
  ])('writes money by its currency: %s %s', (value, unit, expected) => {
    expect(shown(value, unit)).toBe(expected);
  });

  it.each([
    [58, 'deployments/week', '58_a_week'],
    [25, 'pages/on-call week', '25_per on-call week'],
    [3.21, 'per 100 deployments', '3.2_per 100 deployments'],
    [1, 'assets', '1_asset'],
    [6, 'assets', '6_assets'],
    [1_500_000, 'tokens/week', '1.50_M_a_week'],
    [1.4, 'x', '1.4_x'],
    [0.00123, null, '0.0012'],
    [0, null, '0'],
    [1234.5, null, '1,235'],
  ])('writes counts and rates: %s %s', (value, unit, expected) => {
    expect(shown(value, unit)).toBe(expected);
  });

  it('says that a value is missing and never shows it as zero', () => {
    expect(formatFigure(null, 'h')).toBe('no value');
    expect(formatFigure(Number.NaN, 'h')).toBe('no value');
  });

  it('writes no minus before a zero', () => {
    expect(shown(-0.000_000_4, 'h', { like: 12 })).toBe('0_h');
  });

  it('writes in the scale of the figure beside it', () => {
    expect(shown(0.5, 'h', { like: 46 })).toBe('0.5_h');
    expect(shown(90_000, 'USD', { like: 1_240_000 })).toBe('$0.09_M');
  });

  it('follows the marks of the locale', () => {
    expect(shown(1234.5, null, { locale: 'de-DE' })).toBe('1.235');
  });
});

describe('formatPair', () => {
  it('adds decimals until two different values read differently', () => {
    expect(formatPair(13.96, 13.72, 'h')).toEqual(['14.0\u00a0h', '13.7\u00a0h']);
  });

  it('keeps the usual decimals where they tell them apart', () => {
    expect(formatPair(46.2, 38.1, 'h')).toEqual(['46\u00a0h', '38\u00a0h']);
  });
});

describe('formatSpan', () => {
  it('names the unit once, and the currency twice', () => {
    expect(formatSpan(13.2, 31.7, 'h')).toBe('13 to 32\u00a0h');
    expect(formatSpan(49_600, 79_500, 'USD')).toBe('$49.6\u00a0k to $79.5\u00a0k');
    expect(formatSpan(-12, 31, 'share')).toBe('\u22121,200 to 3,100\u00a0%');
  });
});
