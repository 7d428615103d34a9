import { describe, expect, it } from 'vitest';
import { anomalyAhead, stepAhead, stepNow, stepsOf } from '#renderer/src/walk/steps.ts';
import { asAgenda, withBlockMoved, withBlockSplit } from '#shared/review/agenda-edits.ts';
import { foldReview } from '#shared/review/fold.ts';
import { aLiveLog, anAnomaly } from '#tests/support/written-log.ts';

const ANOMALIES = [anAnomaly('d1'), anAnomaly('d2'), anAnomaly('r1', { dimension: 'reliability' })];

function aReview(walk: (log: ReturnType<typeof aLiveLog>) => void = () => undefined) {
  const log = aLiveLog({ anomalies: ANOMALIES });
  walk(log);
  return foldReview('r1', log.events);
}

const names = (review: ReturnType<typeof aReview>) =>
  stepsOf(review).map((step) => step.anomaly?.id ?? step.block.id);

describe('the walk', () => {
  it('opens every block and then goes through its anomalies', () => {
    expect(names(aReview())).toEqual([
      'wins',
      'commitments',
      'delivery',
      'd1',
      'd2',
      'reliability',
      'r1',
      'constraint',
    ]);
  });

  it('leaves out what was set aside before, and keeps on the stage what is set aside while it is shown', () => {
    const before = aReview((log) =>
      log.review('10:01:00', 'anomaly-set-aside', { anomaly: 'd1', reason: 'known' }),
    );
    expect(names(before)).not.toContain('d1');
    const shown = aReview((log) => {
      log.review('10:01:00', 'block-entered', { block: 'delivery' });
      log.review('10:02:00', 'anomaly-opened', { anomaly: 'd1' });
      log.review('10:03:00', 'anomaly-set-aside', { anomaly: 'd1', reason: 'known' });
    });
    expect(stepNow(shown)?.anomaly?.id).toBe('d1');
    expect(stepAhead(shown, 1)?.anomaly?.id).toBe('d2');
  });

  it('goes from the last anomaly of a block to the next block, and back to the opening of its own', () => {
    const review = aReview((log) => {
      log.review('10:01:00', 'block-entered', { block: 'delivery' });
      log.review('10:02:00', 'anomaly-opened', { anomaly: 'd1' });
    });
    expect(stepAhead(review, 2)).toMatchObject({ block: { id: 'reliability' }, anomaly: null });
    expect(stepAhead(review, -1)).toMatchObject({ block: { id: 'delivery' }, anomaly: null });
  });

  it('finds the next anomaly over the bounds of blocks, and none past the last', () => {
    const at = (block: string, anomaly: string) =>
      aReview((log) => {
        log.review('10:01:00', 'block-entered', { block });
        log.review('10:02:00', 'anomaly-opened', { anomaly });
      });
    expect(anomalyAhead(at('delivery', 'd2'), 1)?.anomaly?.id).toBe('r1');
    expect(anomalyAhead(at('reliability', 'r1'), -1)?.anomaly?.id).toBe('d2');
    expect(anomalyAhead(at('reliability', 'r1'), 1)).toBeNull();
  });

  it('ends at both ends', () => {
    expect(stepAhead(aReview(), -1)).toBeNull();
    const last = aReview((log) => log.review('10:40:00', 'block-entered', { block: 'constraint' }));
    expect(stepAhead(last, 1)).toBeNull();
  });

  it('leaves out a block that gets no minutes, and stays in it while it is at hand', () => {
    const dropped = { block: 'reliability', minutes: -10, paidBy: [] };
    const before = aReview((log) => log.review('10:01:00', 'block-minutes-changed', dropped));
    expect(names(before)).toEqual(['wins', 'commitments', 'delivery', 'd1', 'd2', 'constraint']);
    const within = aReview((log) => {
      log.review('10:01:00', 'block-entered', { block: 'reliability' });
      log.review('10:02:00', 'block-minutes-changed', dropped);
    });
    expect(names(within)).toContain('r1');
  });

  it('walks in the second half of a block what the first half did not reach', () => {
    const review = aReview((log) => {
      log.review('10:01:00', 'block-entered', { block: 'delivery' });
      log.review('10:02:00', 'anomaly-opened', { anomaly: 'd1' });
      const now = foldReview('r1', log.events);
      const cut = withBlockSplit(now.blocks, 'delivery', 4 * 60_000, 'later') ?? [];
      const moved = withBlockMoved(cut, 'later', 1, 'delivery') ?? [];
      log.review('10:05:00', 'agenda-set', { template: 'own', slotMinutes: 50, blocks: asAgenda(moved) });
      log.review('10:06:00', 'block-entered', { block: 'reliability' });
    });
    expect(names(review)).toEqual([
      'wins',
      'commitments',
      'delivery',
      'd1',
      'reliability',
      'r1',
      'later',
      'd2',
      'constraint',
    ]);
  });
});
