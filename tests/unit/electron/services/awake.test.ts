import { describe, expect, it } from 'vitest';
import { createAwake } from '#electron/services/awake.ts';

/** A blocker that counts like the system does: each start is a number of its own and has to be stopped by it. */
function aBlocker() {
  const running = new Set<number>();
  let last = 0;
  return {
    running,
    awake: createAwake({
      start: () => {
        last += 1;
        running.add(last);
        return last;
      },
      stop: (id) => {
        if (!running.delete(id)) throw new Error(`Nothing is blocked by ${id}.`);
      },
    }),
  };
}

describe('the display', () => {
  it('is kept awake once, however often and by however many windows it is asked for', () => {
    const { awake, running } = aBlocker();
    awake.hold('console', true);
    awake.hold('console', true);
    awake.hold('stage', true);
    expect(running.size).toBe(1);
    awake.hold('console', false);
    expect(running.size).toBe(1);
    awake.hold('stage', false);
    expect(running.size).toBe(0);
  });

  it('may sleep when the window that held it dies or is closed', () => {
    const { awake, running } = aBlocker();
    awake.hold('console', true);
    awake.leave('console');
    expect(running.size).toBe(0);
    awake.leave('console');
    awake.hold('console', true);
    expect(running.size).toBe(1);
  });

  it('stays awake for the stage when the console dies', () => {
    const { awake, running } = aBlocker();
    awake.hold('console', true);
    awake.hold('stage', true);
    awake.leave('console');
    expect(running.size).toBe(1);
  });
});
