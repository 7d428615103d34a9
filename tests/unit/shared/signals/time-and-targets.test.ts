import { describe, expect, it } from 'vitest';
import { metricById } from '#shared/drive/catalogue.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { catalogued, flagged, QUIET, read } from '#tests/support/judged.ts';
import { aSeries } from '#tests/support/series.ts';

describe('time', () => {
  it('keeps the week that is not over, and young numbers, out of every rule', () => {
    const values = [...QUIET, 500];
    const running = read(values, { asOf: '2026-07-15' });
    expect(running.points.at(-1)).toMatchObject({ mature: false, rules: [] });
    expect(running.state).toBe('routine');
    const over = read(values, { asOf: '2026-07-20' });
    expect(over.points.at(-1)).toMatchObject({ mature: true, rules: ['outside-limits'] });
    const young = catalogued(
      'change-fail-rate',
      values.map((one) => one / 1000),
      { asOf: '2026-07-20' },
    );
    expect(young.points.at(-1)?.mature).toBe(false);
  });

  it('calls a series stale that lacks the newest complete week, whatever it showed before', () => {
    const reading = read([...QUIET, 500], { asOf: '2026-07-27' });
    expect(reading.state).toBe('stale');
    expect(reading.sentence.replaceAll('\u00a0', ' ')).toBe(
      'Payments, sample: nothing newer than 500 x in week 29.',
    );
  });

  it('lets a series with gaps of its own be late by twice its usual gap', () => {
    const values = QUIET.map((one, index) => (index % 3 === 0 ? one : null));
    const on = (asOf: string): string => read(values, { asOf }).state;
    expect([on('2026-07-14'), on('2026-07-28'), on('2026-09-01')]).toEqual(['routine', 'routine', 'stale']);
  });

  it('does not call the reading of a launch stale, which comes once', () => {
    expect(catalogued('adoption-30', [0.06], { asOf: '2026-11-18' }).state).toBe('routine');
  });

  it('names the period that the series has, not the week of the catalogue', () => {
    const starts = Array.from({ length: 12 }, (_, month) => Date.UTC(2025, 9 + month, 1));
    const monthly = aSeries({ metric: 'cloud-spend', values: QUIET.slice(0, 12), starts, grain: 'month' });
    const reading = evaluateSeries(monthly, metricById('cloud-spend') ?? null, { asOf: null });
    expect(reading.unit).toBe('money/month');
    expect(reading.sentence.replaceAll('\u00a0', ' ')).toContain('a month in September 2026');
  });

  it('does not call a monthly rhythm stale in between', () => {
    const starts = Array.from({ length: 12 }, (_, month) => Date.UTC(2025, 9 + month, 1));
    const monthly = aSeries({ values: QUIET.slice(0, 12), starts, grain: 'month' });
    const on = (asOf: string): string => evaluateSeries(monthly, null, { asOf }).state;
    expect([on('2026-10-15'), on('2026-11-02')]).toEqual(['routine', 'stale']);
  });
});

describe('phases', () => {
  const moved = [...QUIET, ...QUIET.slice(0, 20).map((one) => one + 20)];

  it('start only at a named cause and take their own limits', () => {
    const before = read(moved);
    expect(before.signals.at(-1)).toMatchObject({ onset: '2026-07-13', direction: 'neither' });
    const after = read(moved, {
      rebaselines: [{ at: '2026-07-13', cause: 'Payments moved to the new gateway' }],
    });
    expect(after.phases.map(({ from, n, cause }) => [from, n, cause])).toEqual([
      ['2025-11-17', 34, null],
      ['2026-07-13', 20, 'Payments moved to the new gateway'],
    ]);
    expect(after.state).toBe('routine');
    expect(after.status).toBe('established');
  });

  it('keep periods out of limits that an event explains', () => {
    const values = QUIET.map((one, index) => (index === 5 ? 5 : one));
    const aside = read(values, { setAside: [{ from: '2025-12-22', to: '2025-12-28' }] });
    expect(aside.points[5]).toMatchObject({ value: 5, rules: [] });
    expect(aside.phases[0]?.upper).toBeLessThan(read(values).phases[0]?.upper ?? 0);
  });
});

describe('thresholds', () => {
  it('judge stocks, which have no natural limits', () => {
    const reading = catalogued('orphaned-assets', [0, 0, 0, 6, 6]);
    expect(reading.phases).toEqual([]);
    expect(reading.state).toBe('worse');
    expect(reading.points.at(-1)?.rules).toEqual(['threshold']);
    expect(reading.signals).toMatchObject([
      { onset: '2025-12-08', direction: 'worse', rules: ['threshold'] },
    ]);
    expect(reading.sentence.replaceAll('\u00a0', ' ')).toBe(
      'Payments, orphaned assets: 6 assets in week 51, past its target of at most 0 assets, for two weeks.',
    );
  });

  it('put a critical finding before the room after 14 days', () => {
    expect(catalogued('critical-cve-age', [3, 9, 14]).state).toBe('routine');
    expect(catalogued('critical-cve-age', [3, 9, 15]).state).toBe('worse');
  });

  it('leave reading aids of the catalogue without consequence', () => {
    const reading = catalogued('on-call-pages', [20, 22, 19, 21, 20, 23]);
    expect(reading.target).toBeNull();
    expect(reading.state).toBe('routine');
  });

  it('take the target that people set, and none where they switched it off', () => {
    expect(catalogued('slo-attainment', [0.999, 0.998], { target: { op: '>=', value: 0.999 } }).state).toBe(
      'worse',
    );
    expect(catalogued('orphaned-assets', [6, 6], { target: null }).state).toBe('routine');
  });
});

describe('direction', () => {
  it('never changes what is found, only what it is called', () => {
    const deploys = [24, 26, 22, 25, 27, 23, 24, 26, 25, 22, 24, 23, 26, 25, 24, 60];
    const [up, down, neutral] = ['deployment-frequency', 'incidents', 'pull-requests-merged'].map((metric) =>
      catalogued(metric, deploys),
    );
    expect([up?.state, down?.state, neutral?.state]).toEqual(['better', 'worse', 'changed']);
    expect(flagged(up as SeriesReading)).toEqual(flagged(neutral as SeriesReading));
  });
});
