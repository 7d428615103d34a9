import { describe, expect, it } from 'vitest';
import { isReviewEvent, parseEvent } from '#shared/events/event.ts';
import { aLog } from '#tests/support/written-log.ts';

const held = aLog().review('10:00:00', 'clock-held', { reason: 'fire alarm' });

describe('reading an event', () => {
  it('reads back what was written', () => {
    expect(parseEvent(JSON.parse(JSON.stringify(held)))).toEqual({ ok: true, value: held });
  });

  it('keeps a type that a newer build wrote, and knows that it is not its own', () => {
    const newer = { ...held, type: 'dream-told', data: { team: 'Search' } };
    expect(parseEvent(newer)).toEqual({ ok: true, value: newer });
    expect(isReviewEvent(newer)).toBe(false);
  });

  it('keeps fields that a newer build added', () => {
    const newer = { ...held, data: { reason: 'fire alarm', floor: 3 } };
    expect(parseEvent(newer)).toEqual({ ok: true, value: newer });
  });

  it('says which field is wrong', () => {
    const result = parseEvent({ ...held, data: { reason: 7 } });
    expect(result).toMatchObject({ ok: false, failure: { code: 'not-understood' } });
    expect(JSON.stringify(result)).toContain('clock-held: reason');
  });

  it.each([
    ['a time that does not sort', { ...held, at: '18.11.2026 10:00' }],
    ['a stream that nobody has', { ...held, stream: 'team:search' }],
    ['a field beside the envelope', { ...held, note: '' }],
    ['text', 'clock-held'],
    ['nothing', null],
  ])('refuses %s', (_what, json) => {
    expect(parseEvent(json)).toMatchObject({ ok: false, failure: { code: 'not-an-event' } });
  });

  it('takes a type of the wrong stream for one that it does not know', () => {
    const stray = { ...held, stream: 'organization' as const };
    expect(parseEvent(stray).ok).toBe(true);
    expect(isReviewEvent(stray)).toBe(false);
  });

  it('finds no schema behind names that every object has', () => {
    expect(parseEvent({ ...held, type: 'constructor', data: {} }).ok).toBe(true);
  });
});
