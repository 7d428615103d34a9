import { describe, expect, it } from 'vitest';
import { DEFAULT_PRESET, PRESETS } from '#shared/signals/engine/presets.ts';
import {
  bursty,
  falseAlarms,
  meanDelay,
  normal,
  type Process,
  poisson,
  resembling,
  share,
  skewed,
} from '#tests/support/panel.ts';
import { seeded } from '#tests/support/seeded.ts';

describe('false signals on series in which nothing changes', () => {
  it.each([6, 8, 12, 26, 52])(
    'are as few as the preset says with a history of %i weeks',
    (history) => {
      const { anyInAYear, perWeek } = falseAlarms(normal, seeded(100 + history), { series: 1000, history });
      expect(anyInAYear).toBeLessThanOrEqual(0.165);
      expect(anyInAYear).toBeGreaterThan(0.1);
      expect(perWeek / DEFAULT_PRESET.falsePerWeek).toBeGreaterThan(0.75);
      expect(perWeek / DEFAULT_PRESET.falsePerWeek).toBeLessThan(1.3);
    },
    60_000,
  );

  it.each(Object.values(PRESETS))(
    'are those that are printed beside the preset $id',
    (preset) => {
      const { anyInAYear } = falseAlarms(normal, seeded(7), { series: 2000, preset });
      expect(Math.abs(anyInAYear - preset.falseInAYear)).toBeLessThan(0.025);
    },
    60_000,
  );

  it.each<[string, Process, number]>([
    ['incidents, 0.1 a week', poisson(0.1), 0.15],
    ['incidents, 0.3 a week', poisson(0.3), 0.15],
    ['incidents, 1 a week', poisson(1), 0.15],
    ['incidents, 3 a week', poisson(3), 0.15],
    ['incidents, 10 a week', poisson(10), 0.15],
    ['one of twenty deployments failing', share(20, 0.05), 0.15],
    ['one of twenty of something that no metric describes', { ...share(20, 0.05), metric: null }, 0.15],
    ['five of fifty deployments failing', share(50, 0.1), 0.15],
    ['one of seven of eight deployments failing', share(8, 0.15), 0.15],
    ['lead times, log-normal', skewed(1), 0.2],
    ['skewed values of an unknown metric', skewed(1, null), 0.2],
    ['weeks that resemble each other', resembling(0.5), 0.3],
    ['bursts of incidents, which a plain Poisson chart flags in 99 of 100', bursty(5), 0.25],
  ])(
    'stay under the bar for %s',
    (_name, process, most) => {
      expect(falseAlarms(process, seeded(2026), { series: 500 }).anyInAYear).toBeLessThanOrEqual(most);
    },
    60_000,
  );
});

describe('shifts that last', () => {
  it.each([
    [1, 19],
    [1.5, 7.8],
    [2, 4.4],
    [3, 2.6],
  ])(
    'of %s standard deviations are found within %s weeks on average',
    (shift, most) => {
      expect(meanDelay(shift, seeded(11), { series: 800 })).toBeLessThanOrEqual(most);
    },
    60_000,
  );

  it('are found sooner at a more alert preset', () => {
    const delays = [PRESETS.calm, PRESETS.balanced, PRESETS.alert].map((preset) =>
      meanDelay(1.5, seeded(5), { series: 300, preset }),
    );
    expect(delays).toEqual(delays.toSorted((a, b) => b - a));
    expect(delays[2]).toBeLessThan(6);
  }, 60_000);
});
