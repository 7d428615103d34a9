import type { SeriesState } from '#shared/signals/reading.ts';
import type { MarkShape } from './Mark.tsx';

/** The mark of a whole dimension's state, so that the state is told by a shape too. */
export const STATE_SHAPES: Readonly<Record<SeriesState, MarkShape>> = {
  routine: 'dot',
  better: 'square',
  worse: 'diamond',
  changed: 'triangle',
  stale: 'gap',
  missing: 'open',
};
