import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewEvent } from '#shared/events/commands.ts';
import { hybridMs, receive, tick } from '#shared/events/hybrid-clock.ts';
import { clockAt, spansOf } from '#shared/review/clock-at.ts';
import { foldReview } from '#shared/review/fold.ts';
import { AGENDA, aLiveLog, ms } from '#tests/support/written-log.ts';

const move = fc.record({
  what: fc.constantFrom('enter', 'hold', 'resume', 'andon', 'release', 'suspend', 'continue', 'more', 'less'),
  block: fc.nat(AGENDA.length - 1),
  /** Seconds of wall time since the move before; negative: the clock was set back. */
  wall: fc.integer({ min: -7200, max: 900 }),
});

type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;

/** The events of a meeting in which the wall clock may be set back at any time. */
function meeting(moves: readonly Move[]) {
  const { events } = aLiveLog();
  let wallMs = ms('10:00:00');
  let last = events.at(-1)?.at ?? null;
  for (const [index, { what, block, wall }] of moves.entries()) {
    wallMs += wall * 1000;
    last = tick(last, wallMs, 'd1');
    const author = { at: last, device: 'd1', actor: 'd1', newId: () => `m${index}` };
    const id = AGENDA[block]?.id ?? '';
    const written = {
      enter: () => reviewEvent('r1', 'block-entered', { block: id }, author),
      hold: () => reviewEvent('r1', 'clock-held', { reason: null }, author),
      resume: () => reviewEvent('r1', 'clock-resumed', {}, author),
      andon: () => reviewEvent('r1', 'andon-pulled', { reason: 'other', by: null }, author),
      release: () => reviewEvent('r1', 'andon-released', { decided: 'go on' }, author),
      suspend: () => reviewEvent('r1', 'review-suspended', { reason: null }, author),
      continue: () => reviewEvent('r1', 'review-resumed', {}, author),
      more: () => reviewEvent('r1', 'block-minutes-changed', { block: id, minutes: 2, paidBy: [] }, author),
      less: () => reviewEvent('r1', 'block-minutes-changed', { block: id, minutes: -2, paidBy: [] }, author),
    };
    events.push(written[what]());
  }
  return { events, wallMs };
}

const moves = fc.array(move, { maxLength: 30 });

describe('the clock of a meeting', () => {
  it('never goes back, event after event, even when the wall clock does', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const { events } = meeting(list);
        let used = 0;
        for (let count = 3; count <= events.length; count += 1) {
          const review = foldReview('r1', events.slice(0, count));
          const now = clockAt(review, hybridMs(events[count - 1]?.at ?? '')).meeting.usedMs;
          expect(now).toBeGreaterThanOrEqual(used);
          used = now;
        }
      }),
    );
  });

  it('never goes back as time passes, and never runs faster than time', () => {
    fc.assert(
      fc.property(moves, fc.array(fc.nat(600_000), { maxLength: 10 }), (list, waits) => {
        const { events, wallMs } = meeting(list);
        const review = foldReview('r1', events);
        let nowMs = wallMs;
        let used = clockAt(review, nowMs).meeting.usedMs;
        for (const wait of waits) {
          nowMs += wait;
          const later = clockAt(review, nowMs).meeting.usedMs;
          expect(later - used).toBeGreaterThanOrEqual(0);
          expect(later - used).toBeLessThanOrEqual(wait);
          used = later;
        }
      }),
    );
  });

  it('uses the sum of what its blocks use, and the sum of its running spans', () => {
    fc.assert(
      fc.property(moves, fc.nat(3_600_000), (list, wait) => {
        const { events, wallMs } = meeting(list);
        const review = foldReview('r1', events);
        const clock = clockAt(review, wallMs + wait);
        const running = spansOf(review, wallMs + wait).filter((span) => span.kind === 'running');
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(clock.meeting.usedMs).toBe(sum(clock.blocks.map((block) => block.usedMs)));
        expect(clock.meeting.usedMs).toBe(sum(running.map((span) => span.toMs - span.fromMs)));
      }),
    );
  });

  it('leaves no hole and no overlap between its spans', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const { events, wallMs } = meeting(list);
        const spans = spansOf(foldReview('r1', events), wallMs + 60_000);
        for (const [index, span] of spans.entries()) {
          expect(span.toMs).toBeGreaterThan(span.fromMs);
          if (index > 0) expect(span.fromMs).toBe(spans[index - 1]?.toMs);
        }
      }),
    );
  });
});

describe('the hybrid clock', () => {
  it('always moves on, whatever the wall clocks of two devices say', () => {
    const wall = fc.integer({ min: ms('10:00:00') - 86_400_000, max: ms('10:00:00') + 86_400_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(wall, fc.boolean(), wall), { maxLength: 30 }), (steps) => {
        let last = tick(null, ms('10:00:00'), 'd1');
        for (const [nowMs, heard, peerMs] of steps) {
          const next = heard
            ? receive(last, tick(null, peerMs, 'd2'), nowMs, 'd1').time
            : tick(last, nowMs, 'd1');
          expect(next > last).toBe(true);
          last = next;
        }
      }),
    );
  });
});
