import { describe, expect, it, onTestFinished } from 'vitest';
import { openMachineClock } from '#renderer/src/data/machine-clock.ts';
import { fail, ok } from '#shared/result.ts';
import { machineForTest } from '#tests/support/machine.ts';

const HOUR = 3_600_000;

/** A machine whose wall clock and time since its start move when told; the window has read them once. */
async function aMachine() {
  const at = { wallMs: Date.parse('2026-11-18T10:00:00Z'), uptimeMs: 5 * HOUR };
  const { machine, answer } = machineForTest();
  answer('clock:read', () => ok({ ...at }));
  const clock = openMachineClock(machine);
  onTestFinished(clock.close);
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  return { at, clock, answer };
}

describe('the clock of the machine', () => {
  it('tells a wall clock that was set from a machine that slept', async () => {
    const { at, clock } = await aMachine();
    at.wallMs += HOUR;
    expect(await clock.wasSet(HOUR)).toBe(true);
    at.wallMs += HOUR;
    at.uptimeMs += HOUR;
    expect(await clock.wasSet(HOUR)).toBe(false);
  });

  it('does not know where the machine does not answer', async () => {
    const { at, clock, answer } = await aMachine();
    at.wallMs += HOUR;
    answer('clock:read', () => fail({ code: 'not-available', message: 'Not here.' }));
    expect(await clock.wasSet(HOUR)).toBe(false);
  });
});
