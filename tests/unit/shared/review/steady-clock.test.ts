import { describe, expect, it } from 'vitest';
import { advanceSteadyClock, startSteadyClock } from '#shared/review/steady-clock.ts';
import { ms } from '#tests/support/written-log.ts';

const START = ms('10:00:00');
const HOUR = 3_600_000;

/** One step after a start at 10:00, by how far each clock moved. */
const step = (wall: number, monotonic: number) => {
  const { clock, standstill } = advanceSteadyClock(
    startSteadyClock(START, 500),
    START + wall,
    500 + monotonic,
  );
  return {
    moved: clock.nowMs - START,
    stood: standstill === null ? null : standstill.toMs - standstill.fromMs,
  };
};

describe('the steady clock', () => {
  it.each([
    ['runs as both clocks run', 250, 250, 250, null],
    ['takes no notice of a clock that is corrected a little', 1250, 250, 250, null],
    ['goes on when the wall clock is set back', -HOUR, 250, 250, null],
    ['sees that the machine slept while its own clock stood', 4 * 60_000, 250, 4 * 60_000, 4 * 60_000],
    ['sees that the machine slept while its own clock ran', 4 * 60_000, 4 * 60_000, 4 * 60_000, 4 * 60_000],
    ['asks about a wall clock that is set forward', HOUR, 250, HOUR, HOUR],
    ['takes a slow second for a slow second', 10_000, 10_000, 10_000, null],
    ['never goes back itself', -250, -250, 0, null],
  ])('%s', (_what, wall, monotonic, moved, stood) => {
    expect(step(wall, monotonic)).toEqual({ moved, stood });
  });

  it('asks about an hour that was set back and forward again, as it may have been sleep', () => {
    const back = advanceSteadyClock(startSteadyClock(START, 0), START - HOUR, 250).clock;
    const forward = advanceSteadyClock(back, START + 500, 500);
    expect(forward.standstill).toEqual({
      fromMs: START + 250,
      toMs: START + 250 + HOUR + 500,
      kind: 'jumped',
    });
  });

  it('tells a machine that slept from a process that stood still', () => {
    const kindAfter = (wall: number, monotonic: number) =>
      advanceSteadyClock(startSteadyClock(START, 0), START + wall, monotonic).standstill?.kind;
    expect(kindAfter(HOUR, 250)).toBe('jumped');
    expect(kindAfter(HOUR, HOUR)).toBe('stood');
  });

  it('takes the right time from a clock that began in 1970, and calls it set, not sleep', () => {
    const { clock, standstill } = advanceSteadyClock(startSteadyClock(180_000, 0), START, 250);
    expect(clock.nowMs).toBe(START);
    expect(standstill).toEqual({ fromMs: 180_000, toMs: START, kind: 'set' });
  });

  it('adds nothing to a time that was right already when a clock of 1970 is set', () => {
    const known = { ...startSteadyClock(180_000, 0), nowMs: START };
    const { clock, standstill } = advanceSteadyClock(known, START + 60_000, 250);
    expect(clock.nowMs).toBe(START + 60_000);
    expect(standstill?.kind).toBe('set');
    expect(advanceSteadyClock(known, START - 60_000, 250).clock.nowMs).toBe(START + 250);
  });

  it('calls no leap of more than a week sleep', () => {
    const leap = 8 * 24 * HOUR;
    const { clock, standstill } = advanceSteadyClock(startSteadyClock(START, 0), START + leap, 250);
    expect(clock.nowMs).toBe(START + leap);
    expect(standstill?.kind).toBe('set');
  });
});
