import { describe, expect, it } from 'vitest';
import { withBlockSplit } from '#shared/review/agenda-edits.ts';
import {
  chartAtHand,
  chartsToFreeze,
  checklistFrom,
  contentWords,
  pageAhead,
  untickedIn,
} from '#shared/review/block-content.ts';
import { foldReview } from '#shared/review/fold.ts';
import type { AgendaBlock, BlockContent } from '#shared/review/review.ts';
import { withCharts } from '#shared/review/start.ts';
import { AGENDA, aBlock, aLiveLog, anAnomaly, STARTED } from '#tests/support/written-log.ts';

const counting = () => {
  let next = 0;
  return () => {
    next += 1;
    return `n${next}`;
  };
};
const own = (id: string, content: BlockContent): AgendaBlock => aBlock(id, 5, { kind: 'custom', content });
const LIST = own('own', {
  kind: 'checklist',
  items: [
    { id: 'c1', text: 'Pager tested' },
    { id: 'c2', text: 'Rota posted' },
  ],
});
const reading = (id: string, sentence = '') => ({ ...anAnomaly('x').reading, id, sentence });
const CHARTS = own('charts', {
  kind: 'charts',
  layout: 'together',
  series: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, name: id.toUpperCase() })),
});

/** A live review with one block more at its end, entered. */
function live(block: AgendaBlock) {
  const log = aLiveLog();
  const blocks = [...AGENDA, block];
  log.review('10:01:00', 'agenda-set', { template: 'organization-60', slotMinutes: 60, blocks });
  log.review('10:02:00', 'block-entered', { block: block.id });
  return log;
}

describe('a checklist', () => {
  it('keeps what is ticked when lines are moved, added and reworded', () => {
    const newId = counting();
    const first = checklistFrom('- [ ] Pager tested\n\n* Rota posted\r\nRunbook read', [], newId);
    expect(first.map(({ text }) => text)).toEqual(['Pager tested', 'Rota posted', 'Runbook read']);
    const moved = checklistFrom('Runbook read\nPager tested\nRota posted', first, newId);
    expect(moved.map(({ id }) => id)).toEqual(['n3', 'n1', 'n2']);
    const reworded = checklistFrom('Pager tested twice\nRota posted\nRunbook read', first, newId);
    expect(reworded.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
    const more = checklistFrom('Door open\nPager tested\nRota posted\nRunbook read', first, newId);
    expect(more.map(({ id }) => id)).toEqual(['n4', 'n1', 'n2', 'n3']);
  });

  it('gives two lines with the same words an id each', () => {
    const items = checklistFrom('Ask the room\nAsk the room', [], counting());
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
    expect(checklistFrom('Ask the room\nAsk the room', items, counting())).toEqual(items);
  });

  it('is ticked by events, and what was ticked by mistake is not', () => {
    const log = live(LIST);
    log.review('10:03:00', 'item-ticked', { block: 'own', item: 'c1', ticked: true });
    const tick = log.review('10:03:05', 'item-ticked', { block: 'own', item: 'c2', ticked: true });
    log.review('10:03:10', 'event-undone', { event: tick.id });
    const review = foldReview('r1', log.events);
    expect(Object.keys(review.ticked)).toEqual(['c1']);
    expect(untickedIn(review)).toEqual([{ block: 'own', item: { id: 'c2', text: 'Rota posted' } }]);
    log.review('10:03:20', 'item-ticked', { block: 'own', item: 'c1', ticked: false });
    expect(foldReview('r1', log.events).ticked).toEqual({});
  });

  it('that is cut in two is one list still', () => {
    const log = live(LIST);
    const blocks = withBlockSplit([...AGENDA, LIST], 'own', 60_000, 'rest') ?? [];
    log.review('10:03:00', 'agenda-set', { template: 'own', slotMinutes: 60, blocks: [...blocks] });
    log.review('10:03:30', 'item-ticked', { block: 'own', item: 'c1', ticked: true });
    const review = foldReview('r1', log.events);
    expect(review.blocks.at(-1)?.content).toEqual(LIST.content);
    expect(untickedIn(review).map(({ item }) => item.id)).toEqual(['c2']);
  });
});

describe('charts of a block', () => {
  it('turn page by page, and the next block begins at its first page', () => {
    const log = live(CHARTS);
    let review = foldReview('r1', log.events);
    expect(chartAtHand(review)?.id).toBe('a');
    expect(pageAhead(review, -1)).toBeNull();
    expect(pageAhead(review, 1)).toBe('e');
    log.review('10:03:00', 'part-opened', { block: 'charts', part: 'e' });
    review = foldReview('r1', log.events);
    expect(chartAtHand(review)?.id).toBe('e');
    expect(pageAhead(review, 1)).toBeNull();
    expect(pageAhead(review, -1)).toBe('a');
    log.review('10:04:00', 'block-entered', { block: 'wins' });
    expect(foldReview('r1', log.events).currentPart).toBeNull();
  });

  it('stay on the block they belong to', () => {
    const log = live(CHARTS);
    log.review('10:03:00', 'part-opened', { block: 'elsewhere', part: 'e' });
    expect(foldReview('r1', log.events).currentPart).toBeNull();
  });

  it('are frozen once: what the room saw first stays', () => {
    const started = withCharts(STARTED, [CHARTS], { readings: [reading('a', 'first'), reading('z')] });
    expect(started.charts?.map(({ id }) => id)).toEqual(['a']);
    const log = aLiveLog(started);
    log.review('10:01:00', 'charts-frozen', { charts: [reading('a', 'later'), reading('b')] });
    const { charts } = foldReview('r1', log.events);
    expect(charts.map(({ id, sentence }) => [id, sentence])).toEqual([
      ['a', 'first'],
      ['b', ''],
    ]);
    expect(chartsToFreeze([CHARTS], [reading('a'), reading('c')], charts).map(({ id }) => id)).toEqual(['c']);
  });

  it('name a series that is gone', () => {
    const review = foldReview('r1', live(CHARTS).events);
    expect(chartAtHand(review)).toEqual({ id: 'a', name: 'A', reading: null });
  });
});

describe('what a block shows', () => {
  it('is said in a few words', () => {
    expect(contentWords({ kind: 'text', text: 'Ground rules\n- one voice' })).toBe('Ground rules');
    expect(contentWords(LIST.content as BlockContent)).toBe('2 things to tick');
    expect(
      contentWords({
        kind: 'register',
        register: 'risks',
        show: 'open',
        dimension: 'reliability',
        order: 'oldest',
        words: '',
      }),
    ).toBe('Open risks of Reliability, oldest first');
    expect(contentWords(CHARTS.content as BlockContent)).toBe('6 charts');
  });
});
