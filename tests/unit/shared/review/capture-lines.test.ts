import { describe, expect, it } from 'vitest';
import { parseCapture } from '#shared/review/capture/capture.ts';
import { ENTITIES, LINES, PEOPLE } from '#tests/fixtures/capture/lines.ts';

const CONTEXT = {
  today: '2026-11-18',
  workweek: [1, 2, 3, 4, 5],
  fiscalYearStart: '01-01',
  pressed: 'action',
  people: PEOPLE.map(([id, name]) => ({ id, handle: id, name })),
  entities: ENTITIES,
  anomaly: null,
} as const;

describe('a line as people type them', () => {
  const lines = LINES.map(([line, reading, locale = 'en-US']) => ({ line, reading, locale }));
  it.each(lines)('is read as it was meant: $line', ({ line, reading, locale }) => {
    const { spans: _spans, ...parse } = parseCapture(line, { ...CONTEXT, locale });
    expect(parse).toEqual({ kind: 'action', flags: [], ...reading });
  });
});
