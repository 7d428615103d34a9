import { describe, expect, it } from 'vitest';
import { preReadHtml } from '#shared/readout/html/pre-read-page.ts';
import { type PreReadSource, preReadOf } from '#shared/readout/pre-read.ts';
import { preReadMarkdown } from '#shared/readout/pre-read-markdown.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { foldReview } from '#shared/review/fold.ts';
import type { Anomaly, CurrentState } from '#shared/signals/reading.ts';
import { aBlock, aLog, anAnomaly } from '#tests/support/written-log.ts';

const EMPTY: CurrentState = {
  asOf: '2026-11-18',
  readings: [],
  anomalies: [],
  wins: [],
  dimensions: [],
  expectedFalse: 0,
} as unknown as CurrentState;

const DELIVERY = {
  dimension: 'delivery',
  state: 'worse',
  sentence: 'Search takes longer to deliver.',
  series: 3,
  worse: 1,
  better: 0,
  changed: 0,
  stale: [],
  missing: [],
} as const;

function source(more: Partial<PreReadSource> = {}): PreReadSource {
  const log = aLog();
  log.review('09:00:00', 'review-planned', {
    date: '2026-11-18',
    time: '10:00',
    slotMinutes: 60,
    template: 'short',
    facilitator: 'maria',
    scribe: null,
  });
  log.review('09:01:00', 'agenda-set', {
    template: 'short',
    slotMinutes: 60,
    blocks: [aBlock('delivery', 40, { name: 'Delivery', dimension: 'delivery' })],
  });
  return {
    review: foldReview('r1', log.events),
    state: EMPTY,
    registers: foldRegisters(log.events),
    anomalies: [],
    readiness: [],
    today: '2026-11-18',
    nameOf: (person) => (person === 'maria' ? 'Maria Silva' : person),
    ...more,
  };
}

function withAnomalies(anomalies: readonly Anomaly[]): PreReadSource {
  return source({ anomalies, state: { ...EMPTY, anomalies, dimensions: [DELIVERY] } });
}

const pages = (from: PreReadSource) => {
  const preRead = preReadOf(from);
  return { html: preReadHtml(preRead, null), markdown: preReadMarkdown(preRead) };
};

describe('the pre-read', () => {
  it('says what is ready, where each dimension stands, what will be asked and how the hour is divided', () => {
    const from = withAnomalies([
      anAnomaly('first', { entityName: 'Search', sentence: 'Search needs 52 h.' }),
    ]);
    const readiness = [
      { rule: 'owners', weight: 'normal', status: 'ok', sentence: 'All owned' },
      { rule: 'facilitator', weight: 'normal', status: 'gap', sentence: 'No scribe is named' },
      { rule: 'coverage', weight: 'normal', status: 'not-judged', sentence: 'No teams' },
    ] as const;
    const { html, markdown } = pages({ ...from, readiness });
    for (const page of [html, markdown]) {
      expect(page).toContain('Search takes longer to deliver.');
      expect(page).toContain('Search needs 52');
      expect(page).toContain('1 of 2 are ready.');
      expect(page).toContain('No scribe is named');
      expect(page).toContain('Nothing falls due.');
      expect(page).not.toContain('No teams');
    }
    expect(markdown).toContain('- Delivery, 40 min');
    expect(html).toContain('Facilitator Maria Silva');
  });

  it('opens anywhere for years: no script, nothing from elsewhere', () => {
    const { html } = pages(withAnomalies([anAnomaly('first')]));
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/<script|<link|<img|\ssrc=|\shref=|url\(\s*["']?http/i);
  });

  it('shows what people typed as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { html } = pages(withAnomalies([anAnomaly('first', { entityName: hostile, sentence: hostile })]));
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x');
  });

  it('says so where there is nothing: no anomaly, no promise, no data', () => {
    const { html, markdown } = pages(source());
    expect(html).toContain('Nothing left its routine.');
    expect(markdown).toContain('0 series were looked at');
    expect(markdown).toContain('Nothing falls due.');
    expect(markdown).toContain('No change is announced.');
  });

  it('draws as many charts as a room can read, and tells the rest of four hundred in a sentence each', () => {
    const many = Array.from({ length: 400 }, (_, at) => anAnomaly(`a${at}`, { sentence: `Sentence ${at}.` }));
    const { html } = pages(withAnomalies(many));
    expect(html.match(/<figure>/g)).toHaveLength(24);
    expect(html).toContain('400 Sentence 399.');
  });
});

describe('blocks of the room’s own in the pre-read', () => {
  const shown = source();
  const [block] = shown.review.blocks;
  const content = {
    kind: 'checklist' as const,
    items: [{ id: 'c1', text: 'Pager *tested*' }],
  };
  const charts = {
    kind: 'charts' as const,
    layout: 'one' as const,
    series: [{ id: 'gone|x', name: 'Cart, errors' }],
  };
  const blocks =
    block === undefined
      ? []
      : [
          { ...block, content },
          { ...block, id: 'c', content: charts },
        ];
  const preRead = preReadOf({ ...shown, review: { ...shown.review, blocks } });

  it('say what they will show, and what is gone', () => {
    expect(preRead.agenda.map(({ shows }) => shows)).toEqual([
      ['Pager *tested*'],
      ['Cart, errors: not on record'],
    ]);
    expect(preReadMarkdown(preRead)).toContain('  - Pager \\*tested\\*');
    expect(preReadHtml(preRead, null)).toContain('Pager *tested*');
  });
});
