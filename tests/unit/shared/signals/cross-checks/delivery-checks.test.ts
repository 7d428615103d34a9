import { describe, expect, it } from 'vitest';
import { pagerHighAndRising } from '#shared/signals/cross-checks/pager-high-and-rising.ts';
import { reworkUpLeadTimeDown } from '#shared/signals/cross-checks/rework-up-lead-time-down.ts';
import { throughputWithIncidents } from '#shared/signals/cross-checks/throughput-with-incidents.ts';
import { toilUpNewWorkDown } from '#shared/signals/cross-checks/toil-up-new-work-down.ts';
import { checkInputOf, firings, repeated, theOne, weekly, weeklyRate } from '#tests/support/checks.ts';

const TOO_SHORT = /weeks/;

/** 26 weeks and 8 after them, a week's counts spread evenly. */
function split(before: number, recent: number): readonly number[] {
  const spread = (total: number, weeks: number) =>
    Array.from(
      { length: weeks },
      (_, week) => Math.floor(((week + 1) * total) / weeks) - Math.floor((week * total) / weeks),
    );
  return [...spread(before, 26), ...spread(recent, 8)];
}

describe('throughput with incidents', () => {
  const deployments = (values: readonly number[]) => weekly('deployment-frequency', 'organization', values);
  const incidents = (values: readonly number[]) => weekly('incidents', 'organization', values);
  const check = (deployed: readonly number[], failed: readonly number[]) =>
    throughputWithIncidents(checkInputOf({ series: [deployments(deployed), incidents(failed)] }));

  it('reads A where each deployment became riskier', () => {
    // 2,600 in 26 weeks and 1,000 in 8: 1.25 (1.16 to 1.35); 104 and 64: 2.0 (1.44 to 2.76); per deployment 1.6 (1.15 to 2.21).
    const found = theOne(check(split(2600, 1000), split(104, 64)));
    expect(found.text).toBe(
      'Deployments 1.25 times the earlier rate, incidents 2.0 times: each deployment now carries 1.60 times the risk (1.15 to 2.2). We produce risk faster than software.',
    );
    expect(found.rule).toContain('1.25 times (1.16 to 1.35)');
    expect(found.rule).toContain('2.0 times (1.44 to 2.8)');
  });

  it('reads B where more is shipped and fails as often', () => {
    // 104 and 48 incidents: 1.5 (1.04 to 2.13); per deployment 1.2 (0.83 to 1.70).
    expect(theOne(check(split(2600, 1000), split(104, 48))).text).toBe(
      'Deployments 1.25 times and incidents 1.50 times their earlier rate: more is shipped, and it fails as often as before.',
    );
  });

  it('is quiet where the incidents may be as many as before', () => {
    // 46 after 104: 1.44 (0.99 to 2.05).
    expect(firings(check(split(2600, 1000), split(104, 46)))).toBe(0);
  });

  it('is quiet where only deployments rise, where only incidents rise, and at four incidents', () => {
    expect(firings(check(split(2600, 1600), split(104, 32)))).toBe(0);
    expect(firings(check(split(2600, 800), split(104, 64)))).toBe(0);
    expect(firings(check(split(2600, 1600), split(1, 4)))).toBe(0);
  });

  it('says what is missing', () => {
    expect(firings(throughputWithIncidents(checkInputOf({ series: [deployments(split(2600, 1000))] })))).toBe(
      'no incidents are imported',
    );
    expect(firings(check(repeated(100, 19), repeated(4, 19)))).toMatch(TOO_SHORT);
  });

  it('says nothing about now where the data ended weeks ago', () => {
    const series = [deployments(split(2600, 1000)), incidents(split(104, 64))];
    expect(firings(throughputWithIncidents(checkInputOf({ series, asOf: '2026-09-02' })))).toBe(
      'deployments and incidents do not reach the newest weeks',
    );
  });
});

describe('pager load high and rising', () => {
  const calm = [9, 11, 10, 8, 12, 10, 9, 11, 10, 12, 8, 10];
  const check = (values: readonly number[]) =>
    pagerHighAndRising(checkInputOf({ series: [weekly('on-call-pages', 'platform', values)] }));

  it('fires on a team that is paged more than twice a day, and more every week', () => {
    // The newest four: (18 + 20 + 22 + 25) / 4 = 21.25, over 14 and over the ten of before.
    const found = theOne(check([...calm, 12, 13, 15, 16, 18, 20, 22, 25]));
    expect(found.entities).toEqual(['platform']);
    expect(found.text).toMatch(
      /^Platform: 21 pages per on-call week over four weeks, against 10 in its own past/,
    );
  });

  it('is quiet where it rises and stays under two a day', () => {
    // (13 + 13 + 14 + 15) / 4 = 13.75
    expect(firings(check([...calm, 9, 10, 11, 11, 13, 13, 14, 15]))).toBe(0);
  });

  it('is quiet where it is high as ever', () => {
    expect(
      firings(check([20, 18, 22, 19, 21, 20, 18, 22, 20, 19, 21, 20, 18, 22, 19, 21, 20, 18, 22, 19])),
    ).toBe(0);
  });

  it('says what is missing', () => {
    expect(
      firings(pagerHighAndRising(checkInputOf({ series: [weekly('incidents', 'platform', calm)] }))),
    ).toBe('no pages by team are imported');
    expect(firings(check(calm.slice(1)))).toMatch(TOO_SHORT);
  });
});

describe('faster, and done twice', () => {
  /** 27 weeks of about 30 hours, then 8 of about 19. */
  const lead = (recent: number) =>
    weekly('change-lead-time', 'catalog', [
      ...Array.from({ length: 27 }, (_, week) => 30 + ([1, -1, 2, -2, 0][week % 5] as number)),
      ...Array.from({ length: 8 }, (_, week) => recent + ([0.5, -0.5, 1, -1][week % 4] as number)),
    ]);
  /** 50 deployments a week for 35 weeks; the newest week is not final and stands apart. */
  const rework = (before: number, recent: number) =>
    weeklyRate('deployment-rework-rate', 'catalog', {
      numerators: [...split(before, recent), 50],
      denominators: repeated(50, 35),
    });
  const check = (hours: number, before: number, recent: number) =>
    reworkUpLeadTimeDown(checkInputOf({ series: [lead(hours), rework(before, recent)] }));

  it('fires where lead time is better and rework surely more', () => {
    // 65 of 1,300 and 40 of 400: 2.0 (1.31 to 3.01).
    const found = theOne(check(19, 65, 40));
    expect(found.text).toBe(
      'Catalog: lead time fell to 19 h while rework rose to 10 % of deployments (5 % before). Part of the speed is paid back.',
    );
    expect(found.rule).toContain('2.0 times (1.31 to 3.0)');
  });

  it('is quiet where the rework may be chance', () => {
    // 65 of 1,300 and 31 of 400: 1.55 (0.98 to 2.41).
    expect(firings(check(19, 65, 31))).toBe(0);
  });

  it('is quiet where lead time did not fall', () => {
    expect(firings(check(30, 65, 40))).toBe(0);
  });

  it('says what is missing', () => {
    expect(firings(reworkUpLeadTimeDown(checkInputOf({ series: [lead(19)] })))).toBe(
      'neither rework nor failed deployments are imported',
    );
    const other = { ...rework(65, 40), entity: 'search' };
    expect(firings(reworkUpLeadTimeDown(checkInputOf({ series: [lead(19), other] })))).toBe(
      'no team has both lead time and rework',
    );
  });
});

describe('toil up, new work down', () => {
  const share = (metric: string, hours: readonly number[]) =>
    weeklyRate(metric, 'fulfilment', { numerators: hours, denominators: repeated(320, hours.length) });
  const wobble = [0, 3, -3, 5, -5, 2, -2, 4];
  const level = (before: number, recent: number) =>
    Array.from({ length: 30 }, (_, week) => (week < 24 ? before : recent) + (wobble[week % 8] as number));
  const check = (toil: readonly [number, number], fresh: readonly [number, number]) =>
    toilUpNewWorkDown(
      checkInputOf({
        series: [share('capacity-toil', level(...toil)), share('capacity-new-work', level(...fresh))],
      }),
    );

  it('fires where toil took over what was new work', () => {
    // 80 of 320 hours to 115: 25 to 36 %; 160 to 125: 50 to 39 %.
    const found = theOne(check([80, 115], [160, 125]));
    expect(found.text).toBe(
      'Fulfilment: toil took 36 % of the time over four weeks (25 % before), new work 39 % (50 %).',
    );
    expect(found.rule).toContain('toil rose by 11 points and new work fell by 11 points');
  });

  it('is quiet under five points', () => {
    // 80 to 95 of 320 is 4.7 points.
    expect(firings(check([80, 95], [160, 125]))).toBe(0);
    expect(firings(check([80, 115], [160, 146]))).toBe(0);
  });

  it('says what is missing', () => {
    expect(
      firings(toilUpNewWorkDown(checkInputOf({ series: [share('capacity-toil', level(80, 115))] }))),
    ).toBe('no capacity on toil and on new work is imported');
  });
});
