import { describe, expect, it } from 'vitest';
import { toHtml } from '#shared/readout/html.ts';
import { toMarkdown } from '#shared/readout/markdown.ts';
import { parseReadout } from '#shared/readout/readout.ts';
import { toReadout } from '#shared/readout/to-readout.ts';
import { differenceWords, usedWords } from '#shared/readout/wording.ts';
import type { Review } from '#shared/review/review.ts';
import { anItem, aReadoutSource } from '#tests/support/readout.ts';
import { aBlock, anAnomaly } from '#tests/support/written-log.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-18T10:00:00Z');
const reading = { ...anAnomaly('x').reading, sentence: 'Search, change lead time: 46 h in week 47.' };
const own = (id: string, name: string, content: Review['blocks'][number]['content']) => ({
  ...aBlock(id, 3, { kind: 'custom', name, ...(content === undefined ? {} : { content }) }),
  planned: 3,
});
const BLOCKS = [
  own('rules', 'House rules', { kind: 'text', text: 'One voice <b>at a time</b>\n- no blame\n1. look' }),
  own('ready', 'Ready for the peak', {
    kind: 'checklist',
    items: [
      { id: 'c1', text: 'Pager tested' },
      { id: 'c2', text: 'Rota posted' },
    ],
  }),
  own('risks', 'Our risks', {
    kind: 'register',
    register: 'risks',
    show: 'open',
    dimension: null,
    order: 'oldest',
    words: 'nothing has this word',
  }),
  own('charts', 'Lead time', {
    kind: 'charts',
    layout: 'together',
    series: [
      { id: reading.id, name: 'Search, change lead time' },
      { id: 'gone|x', name: 'Cart, errors' },
    ],
  }),
];

/** A review of four blocks of the room's own, of which the last was not held. */
function theReadout(changes: Partial<Review> = {}) {
  const marks = ['rules', 'ready', 'risks'].map((block, index) => ({
    kind: 'entered' as const,
    atMs: START + index * 20_000,
    block,
  }));
  const stamp = { event: 'e', atMs: START, actor: 'li' };
  const source = aReadoutSource({
    blocks: BLOCKS,
    marks,
    closedAtMs: START + MINUTE,
    ticked: { c1: stamp },
    charts: [reading],
    ...changes,
  });
  return toReadout(source);
}

describe('what blocks of the room’s own showed', () => {
  const readout = theReadout();

  it('is frozen in the readout, which reads back as it was', () => {
    expect(parseReadout(JSON.parse(JSON.stringify(readout)))).toEqual({ ok: true, value: readout });
    expect(readout.blocks?.map(({ kind, held }) => [kind, held])).toEqual([
      ['text', true],
      ['checklist', true],
      ['register', true],
      ['charts', false],
    ]);
  });

  it('names what was not ticked, what was not held and what is gone', () => {
    const text = toMarkdown(readout);
    expect(text).toContain('- Done: Pager tested\n- **Not done**: Rota posted');
    expect(text).toContain('Open risks with “nothing has this word”, oldest first: nothing.');
    expect(text).toContain(
      '## Lead time\n\nNot held.\n\n- Search, change lead time: 46 h in week 47.\n- Cart, errors: not on record.',
    );
    expect(text).toContain('One voice \\<b\\>at a time\\</b\\>\n\n- no blame\n1. look');
  });

  it('is printed as text, never as markup, with its charts', () => {
    const page = toHtml(readout);
    expect(page).toContain('One voice &lt;b&gt;at a time&lt;/b&gt;');
    expect(page).toContain('<b>Not done:</b> Rota posted');
    expect(page.match(/<svg class="ch" [^>]*role="img"/g)).toHaveLength(7);
  });

  it('says seconds where minutes would say nothing', () => {
    expect(readout.meeting.blocks.map(usedWords)).toEqual(['0:20', '0:20', '0:20', '0:00']);
    expect(readout.meeting.blocks.map(differenceWords)).toEqual(['−2:40', '−2:40', '−2:40', '−3:00']);
    expect(usedWords({ planned: 3, used: 4 })).toBe('4');
    expect(differenceWords({ planned: 3, used: 4 })).toBe('+1');
  });
});

describe('what was parked', () => {
  it('is listed while it is open, and what became of the rest', () => {
    const settled = (outcome: Review['settled'][string]['outcome'], reason: string | null = null) => ({
      event: 'e',
      atMs: START,
      actor: 'li',
      outcome,
      reason,
      became: outcome === 'action' ? 'a1' : null,
    });
    const readout = theReadout({
      items: [
        anItem({ id: 'a1', kind: 'action', number: 'A-130', text: 'Ask the vendor' }),
        ...['p1', 'p2', 'p3', 'p4'].map((id) => anItem({ id, kind: 'parking', text: `Thing ${id}` })),
        anItem({ id: 'w', kind: 'win', text: 'Fewer pages.', entity: 'Search' }),
      ],
      settled: { p1: settled('action'), p2: settled('dropped', 'it is old'), p3: settled('carried') },
    });
    expect(readout.parked).toEqual(['Thing p3', 'Thing p4']);
    expect(readout.settled).toEqual(['A-130: Thing p1', 'Dropped (it is old): Thing p2']);
    expect(readout.wins[0]).toBe('Fewer pages (Search)');
  });
});

describe('a rating', () => {
  it('is said with its spread, and of two votes without a mean', () => {
    const votes = { counts: [0, 1, 0, 2, 0], averaged: 0, reasons: ['Too many charts'] } as const;
    const three = toMarkdown(theReadout({ rating: { mean: 10 / 3, voters: 3 }, votes }));
    expect(three).toContain('Rated 3.3 of 5 by 3 people (1 × 2, 2 × 4).');
    expect(three).toContain('Said about it: “Too many charts”.');
    const few = { counts: [0, 0, 0, 2, 0], averaged: 0, reasons: [] } as const;
    expect(toMarkdown(theReadout({ rating: { mean: 4, voters: 2 }, votes: few }))).toContain(
      'Rated by 2 people; a mean is said from 3 on.',
    );
  });
});
