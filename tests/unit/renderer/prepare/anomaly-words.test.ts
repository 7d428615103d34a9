import { describe, expect, it } from 'vitest';
import { nothingWords } from '#renderer/src/features/prepare/anomaly-words.ts';
import type { CurrentState } from '#shared/signals/reading.ts';

const stateOf = (...states: readonly string[]) =>
  ({ readings: states.map((state) => ({ state })) }) as unknown as CurrentState;

describe('why nothing is put forward', () => {
  it('is that nothing is measured, that nothing is new, or that nothing moved', () => {
    expect(nothingWords(stateOf())).toMatch(/^No series is measured yet/);
    expect(nothingWords(stateOf('stale', 'missing'))).toBe(
      'Nothing new has arrived for 2 series, so nothing can be said. Take in newer exports.',
    );
    expect(nothingWords(stateOf('routine'))).toBe('Nothing left its routine. 1 series was looked at.');
    expect(nothingWords(stateOf('routine', 'better', 'stale'))).toBe(
      'Nothing left its routine. 2 series were looked at. Nothing new has arrived for 1 series.',
    );
  });
});
