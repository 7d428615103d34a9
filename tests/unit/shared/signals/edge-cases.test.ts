import { describe, expect, it } from 'vitest';
import { catalogued, flagged, QUIET, read } from '#tests/support/judged.ts';

describe('constant and nearly constant series', () => {
  it('says that there is no variation yet in ten weeks of zero', () => {
    const reading = catalogued('support-tickets', Array(10).fill(0));
    expect(flagged(reading)).toEqual([]);
    expect(read(Array(10).fill(7.3)).sentence).toContain('no variation yet');
  });

  it('flags one spike after a flat stretch once, as the first change from a constant', () => {
    const reading = read([...Array(12).fill(4.2), 9.9]);
    expect(flagged(reading)).toEqual([12]);
    expect(reading.sentence).toContain('the first change from a constant');
    expect(flagged(read([...Array(12).fill(4.2), 9.9, 4.2, 5, 4.2, 6]))).toEqual([12]);
  });

  it('needs more than one incident after a quiet year to call it a signal', () => {
    expect(catalogued('sev01-incidents', [...Array(40).fill(0), 1]).state).toBe('routine');
    expect(catalogued('sev01-incidents', [...Array(40).fill(0), 8]).state).toBe('worse');
  });
});

describe('short histories', () => {
  it.each([
    [1, 'values-only'],
    [3, 'values-only'],
    [4, 'provisional'],
    [7, 'provisional'],
    [8, 'trial'],
    [11, 'trial'],
    [12, 'established'],
  ])('%i values are %s', (n, status) => {
    const reading = read(QUIET.slice(0, n));
    expect(reading.status).toBe(status);
    expect(reading.phases.length).toBe(n < 4 ? 0 : 1);
    expect(reading.state).toBe('routine');
  });

  it('says that three weeks are too few for limits', () => {
    expect(read(QUIET.slice(0, 3)).sentence).toContain('three weeks of history are too few for limits');
  });

  it('reads a series without any value as missing', () => {
    expect(read([null, null]).state).toBe('missing');
    expect(read([]).sentence).toBe('Payments, sample: no value yet.');
  });
});

describe('gaps', () => {
  it('break the moving range instead of bridging it', () => {
    const reading = read([1, 2, null, 10, 11], { forced: 'xmr' });
    expect(reading.points.map(({ movingRange }) => movingRange)).toEqual([null, 1, null, null, 1]);
    expect(reading.phases[0]?.movingRange.centre).toBe(1);
  });

  const above = Array<number>(4).fill(52.5);

  it('of one point leave a run going, of two end it', () => {
    const one = read([...QUIET, ...above, null, ...above], { baseline: { from: 0, to: 33 } });
    const two = read([...QUIET, ...above, null, null, ...above], { baseline: { from: 0, to: 33 } });
    expect(flagged(one, 'run-of-8')).toEqual([42]);
    expect(flagged(two, 'run-of-8')).toEqual([]);
  });
});

describe('points on the centre line', () => {
  it('neither break a run nor count in it', () => {
    const around = [9, 11, 9, 11, 9, 11, 9, 11];
    const run = [10.5, 10.5, 10.5, 10.5, 10, 10.5, 10.5, 10.5, 10.5];
    const reading = read([...around, ...run], { baseline: { from: 0, to: 7 } });
    expect(reading.phases[0]?.centre).toBe(10);
    // One more of the run above: the last of `around` is above the centre too.
    expect(flagged(reading, 'run-of-8')).toEqual([15, 16]);
  });
});

describe('three of four', () => {
  const locked = { baseline: { from: 0, to: 33 } };
  const limits = read(QUIET, locked).phases[0];
  const half = ((limits?.upper ?? 0) + (limits?.centre ?? 0)) / 2;
  const far = half + 0.1;

  it('needs the newest point among the three', () => {
    expect(flagged(read([...QUIET, far, far, 50, far], locked), 'three-of-four')).toEqual([37]);
    expect(flagged(read([...QUIET, far, far, 50, 50], locked), 'three-of-four')).toEqual([]);
  });

  it('counts one side only', () => {
    const low = 2 * (limits?.centre ?? 0) - far;
    expect(flagged(read([...QUIET, far, low, far, 50.1], locked), 'three-of-four')).toEqual([]);
  });
});

describe('a point that completes two rules', () => {
  it('keeps both', () => {
    const high = Array(8).fill(60);
    const reading = read([...QUIET, ...high], { baseline: { from: 0, to: 33 } });
    expect(reading.points[41]?.rules).toEqual(['outside-limits', 'run-of-8', 'three-of-four']);
  });
});

describe('natural bounds', () => {
  it('clip what is drawn, and a value at the bound is no signal', () => {
    const shares = [0.99, 1, 0.97, 1, 0.98, 0.96, 1, 0.99, 1, 0.95, 1, 0.98, 1, 0.97, 1, 0.99];
    const reading = catalogued('error-budget-left', shares);
    expect(reading.phases).toEqual([]);
    const tickets = [2, 0, 1, 3, 0, 2, 1, 0, 4, 1, 0, 2, 1, 0, 3, 1, 0, 0, 0, 0, 0, 0];
    const counts = catalogued('support-tickets', tickets);
    expect(counts.phases[0]?.lower).toBe(0);
    expect(counts.state).toBe('routine');
  });

  it('leave limits unclipped where the metric has none', () => {
    const reading = read([0, 3, 1, 5, 0, 2], { forced: 'xmr' });
    expect(reading.phases[0]?.lower).toBeLessThan(0);
  });
});

describe('metrics of an organization itself', () => {
  it('are given no limits when they are running totals', () => {
    const total = read([0, 0, 4, 8, 8, 12, 13, 20, 22, 24, 30, 31, 40, 41]);
    expect(total.phases).toEqual([]);
    expect(total.state).toBe('routine');
  });

  it('are not drawn below zero when they never were', () => {
    const values = [1, 9.5, 2, 8.25, 1.5, 9, 2, 7.75, 1, 9, 2.5, 8, 1, 9];
    expect(read(values).phases[0]?.lower).toBe(0);
    expect(read(values.map((one) => one - 5)).phases[0]?.lower).toBeLessThan(-5);
  });

  it('tell hours of work in hours, and durations in days', () => {
    expect(read(Array(3).fill(240), {}, 'h').sentence.replaceAll('\u00a0', ' ')).toContain('240 hours');
    const waiting = catalogued('deploy-wait-time', [240, 240, 240], {}, { unit: 'h' });
    expect(waiting.sentence.replaceAll('\u00a0', ' ')).toContain('10 days');
  });
});

describe('scales', () => {
  const hours = [20, 25, 18, 30, 22, 19, 26, 21, 24, 17, 28, 23, 20, 25];

  it('judge durations on a log scale and say so', () => {
    const reading = catalogued('change-lead-time', hours, {}, { unit: 'h' });
    expect(reading.why).toContain('log scale');
    const [phase] = reading.phases;
    const logs = hours.slice(0, 12).map(Math.log);
    const geometric = Math.exp(logs.reduce((sum, one) => sum + one, 0) / logs.length);
    expect(phase?.centre).toBeCloseTo(geometric, 10);
    expect((phase?.upper ?? 0) / geometric).toBeCloseTo(geometric / (phase?.lower ?? 1), 10);
  });

  it('fall back to the plain values where a duration is zero', () => {
    const reading = catalogued('change-lead-time', [...hours, 0], {}, { unit: 'h' });
    expect(reading.why).not.toContain('log scale');
    expect(reading.phases).toHaveLength(1);
  });

  it('treat a week without deployments as unknown in a rate, never as zero', () => {
    const numerators = [1, 2, 0, 1, 0, 1, 2, 1, 0, 1, 1, 0, 2, 1];
    const denominators = [20, 22, 0, 19, 21, 20, 18, 22, 20, 21, 19, 20, 22, 0];
    const values = numerators.map((count, index) =>
      denominators[index] === 0 ? null : count / (denominators[index] ?? 1),
    );
    const reading = catalogued(
      'change-fail-rate',
      values,
      { asOf: '2026-02-25' },
      { numerators, denominators },
    );
    expect(reading.points[2]?.value).toBeNull();
    expect(reading.state).toBe('routine');
  });
});
