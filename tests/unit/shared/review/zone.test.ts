import { describe, expect, it } from 'vitest';
import { clockAt } from '#shared/review/clock-at.ts';
import { foldReview } from '#shared/review/fold.ts';
import { clocksDiffer, placeOfZone, timeInZone } from '#shared/review/zone.ts';
import { AGENDA, aLog, STARTED } from '#tests/support/written-log.ts';

const LONDON = 'Europe/London';

/** When a review of fifty minutes ends that started at an instant, as clocks in a zone show it. */
function endOf(startedAt: string, zone: string): string {
  const log = aLog();
  log.review(startedAt, 'agenda-set', { template: 'organization-60', slotMinutes: 50, blocks: AGENDA });
  log.review(startedAt, 'review-started', STARTED);
  const clock = clockAt(foldReview('r1', log.events), Date.parse(startedAt) + 60_000);
  expect(clock.block?.usedMs).toBe(60_000);
  return timeInZone(clock.meeting.expectedEndMs ?? 0, zone);
}

describe('what clocks on the wall show', () => {
  it('is in the zone that is asked for, whatever the machine is set to', () => {
    const at = Date.parse('2026-11-18T10:40:00Z');
    expect(timeInZone(at, LONDON)).toBe('10:40');
    expect(timeInZone(at, 'America/New_York')).toBe('05:40');
    expect(timeInZone(at, 'Asia/Kolkata')).toBe('16:10');
    expect(timeInZone(at + 0.7, 'UTC')).toBe('10:40');
  });

  it.each([
    ['clocks go forward in spring', '2026-03-29T00:30:00Z', '02:20'],
    ['clocks go back in autumn', '2026-10-25T00:30:00Z', '01:20'],
    ['nothing changes', '2026-11-18T10:12:00Z', '11:02'],
  ])('is right for the end of a review in which %s', (_, startedAt, ends) => {
    expect(endOf(startedAt, LONDON)).toBe(ends);
  });

  it('differs between zones by the day too', () => {
    const at = Date.parse('2026-11-18T10:40:00Z');
    expect(clocksDiffer(at, LONDON, 'Europe/Berlin')).toBe(true);
    expect(clocksDiffer(at, LONDON, 'UTC')).toBe(false);
    expect(clocksDiffer(at, 'Pacific/Kiritimati', 'Pacific/Honolulu')).toBe(true);
  });

  it('is named after a place as people say it', () => {
    expect(placeOfZone('America/New_York')).toBe('New York');
    expect(placeOfZone('UTC')).toBe('UTC');
  });
});
