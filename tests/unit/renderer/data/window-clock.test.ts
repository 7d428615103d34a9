import { describe, expect, it } from 'vitest';
import { startWindowClock } from '#renderer/src/data/window-clock.ts';

const START = Date.parse('2026-11-18T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A machine whose clocks move when told, and windows that start on it one after the other. */
function aMachine() {
  const clocks = { wall: START, monotonic: 0 };
  let anchor: string | null = null;
  let beat = (): void => undefined;
  const open = () =>
    startWindowClock({
      wall: () => clocks.wall,
      monotonic: () => clocks.monotonic,
      beat: (_, onBeat) => {
        beat = onBeat;
        return () => undefined;
      },
      anchor: {
        read: () => anchor,
        write: (text) => {
          anchor = text;
        },
      },
    });
  const pass = (wall: number, monotonic = wall) => {
    clocks.wall += wall;
    clocks.monotonic += monotonic;
  };
  /** Both clocks run on, with a beat every quarter of a second. */
  const run = (forMs: number) => {
    for (let ran = 0; ran < forMs; ran += 250) {
      pass(250);
      beat();
    }
  };
  return { open, pass, run };
}

describe('the clock of a window', () => {
  it('runs as time passes', () => {
    const { open, run } = aMachine();
    const clock = open();
    run(5 * MINUTE);
    expect(clock.now()).toBe(START + 5 * MINUTE);
    expect(clock.standstills()).toEqual([]);
  });

  it('runs on when the wall clock is set back, and knows what the wall clock shows', () => {
    const { open, run, pass } = aMachine();
    const clock = open();
    run(MINUTE);
    pass(-HOUR, 0);
    run(MINUTE);
    expect(clock.now()).toBe(START + 2 * MINUTE);
    expect(clock.toWall(clock.now())).toBe(START + 2 * MINUTE - HOUR);
    expect(clock.standstills()).toEqual([]);
  });

  it('goes on from where it was in a window that opens soon after, whatever the wall clock says by then', () => {
    const { open, run, pass } = aMachine();
    open();
    pass(-HOUR, 0);
    run(MINUTE);
    pass(3000);
    const again = open();
    expect(again.now()).toBe(START + MINUTE + 3000);
    expect(again.standstills()).toEqual([]);
  });

  it('trusts the wall clock again another day', () => {
    const { open, run, pass } = aMachine();
    open();
    pass(-HOUR, 0);
    run(MINUTE);
    pass(24 * HOUR);
    expect(open().now()).toBe(START + MINUTE + 23 * HOUR);
  });

  it.each([
    ['slept, its monotonic clock standing', 10 * MINUTE, 0],
    ['slept, its monotonic clock running', 10 * MINUTE, 10 * MINUTE],
    ['had its wall clock set forward', HOUR, 250],
  ])('tells once of a machine that %s', async (_, wall, monotonic) => {
    const { open, run, pass } = aMachine();
    const clock = open();
    run(MINUTE);
    let told = 0;
    clock.subscribe(() => {
      told += 1;
    });
    pass(wall, monotonic);
    run(1000);
    await Promise.resolve();
    expect(told).toBe(1);
    expect(clock.standstills()).toHaveLength(1);
    const [stood] = clock.standstills();
    expect((stood?.toMs ?? 0) - (stood?.fromMs ?? 0)).toBe(wall + 250);
  });

  it('tells a window that opens of the time in which there was none', () => {
    const { open, run, pass } = aMachine();
    open();
    run(MINUTE);
    pass(10 * MINUTE);
    const [away] = open().standstills();
    expect((away?.toMs ?? 0) - (away?.fromMs ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE);
    expect((away?.toMs ?? 0) - (away?.fromMs ?? 0)).toBeLessThan(10 * MINUTE + 3000);
  });

  it('is carried on to a time that an event has, never back', () => {
    const { open, run } = aMachine();
    const clock = open();
    clock.carryOn(START + 3 * MINUTE);
    run(MINUTE);
    expect(clock.now()).toBe(START + 4 * MINUTE);
    clock.carryOn(START);
    expect(clock.now()).toBe(START + 4 * MINUTE);
    expect(clock.standstills()).toEqual([]);
  });
});
