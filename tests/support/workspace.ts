import { onTestFinished } from 'vitest';
import type { Machine } from '#renderer/src/bridge/bridge.ts';
import { openWorkspace, type Surroundings, type Workspace } from '#renderer/src/data/workspace.ts';

/** A window's storage and clocks; the clocks move when the test says so. */
export function surroundingsForTest(wallMs = Date.parse('2026-11-18T10:00:00Z')) {
  const kept = new Map<string, string>();
  const beats = new Set<() => void>();
  const clocks = { wallMs, monotonicMs: 0 };
  const surroundings: Surroundings = {
    wall: () => clocks.wallMs,
    monotonic: () => clocks.monotonicMs,
    beat: (_, onBeat) => {
      beats.add(onBeat);
      return () => beats.delete(onBeat);
    },
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) },
  };
  return {
    surroundings,
    clocks,
    /** Lets so much time pass on both clocks, or so much on each, and then one beat. */
    pass: (wall: number, monotonic = wall) => {
      clocks.wallMs += wall;
      clocks.monotonicMs += monotonic;
      for (const beat of beats) beat();
    },
  };
}

let opened = 0;

/** A name that no other test of this run uses. */
export function workspaceName(): string {
  opened += 1;
  return `test-${opened}`;
}

/** Surroundings whose clocks are those of the machine. */
export function surroundingsNow(): Surroundings {
  const kept = new Map<string, string>();
  return {
    wall: () => Date.now(),
    monotonic: () => performance.now(),
    beat: (everyMs, onBeat) => {
      const timer = setInterval(onBeat, everyMs);
      return () => clearInterval(timer);
    },
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) },
  };
}

/** Opens a workspace in a window of its own, closed at the end of the test. */
export async function openForTest(
  machine: Machine,
  name: string,
  surroundings: Surroundings = surroundingsNow(),
): Promise<Workspace> {
  const workspace = await openWorkspace(machine, name, surroundings);
  onTestFinished(workspace.close);
  return workspace;
}
