import { describe, expect, it } from 'vitest';
import { editableTexts } from '#shared/readout/edits.ts';
import { parseReadout, toReadoutJson } from '#shared/readout/readout.ts';
import { toReadout } from '#shared/readout/to-readout.ts';
import { longSections } from '#shared/readout/word-limits.ts';
import { CANDIDATE_TAG } from '#shared/review/candidates.ts';
import { anEmptyReadoutSource, anItem, aReadoutSource, aVerdict } from '#tests/support/readout.ts';

describe('the readout', () => {
  it('is plain JSON that reads back as it was', () => {
    const made = toReadout(aReadoutSource());
    expect(parseReadout(JSON.parse(toReadoutJson(made)))).toEqual({ ok: true, value: made });
  });

  it('says where a file is not one', () => {
    const broken = { ...toReadout(aReadoutSource()), wins: 'none' };
    expect(parseReadout(broken)).toEqual({ ok: false, failure: expect.stringContaining('wins') });
    expect(parseReadout({ format: 'andon-readout', version: 2 })).toMatchObject({ ok: false });
  });

  it('is the same when it is made twice', () => {
    expect(toReadout(aReadoutSource())).toEqual(toReadout(aReadoutSource()));
  });

  it('names the review, its people and the day that the numbers speak of', () => {
    expect(toReadout(aReadoutSource()).header).toMatchObject({
      organization: 'Fernhill Market',
      number: 4,
      date: '2026-11-18',
      status: 'final',
      owner: 'Ruth Adeyemi',
      facilitator: 'Li Wei',
      asOf: '2026-11-18',
    });
    expect(toReadout(aReadoutSource({ status: 'live' })).header.status).toBe('draft');
  });

  it('never shows what was only for the facilitator', () => {
    expect(JSON.stringify(toReadout(aReadoutSource()))).not.toContain('Only for the facilitator');
  });

  it('leads with the heaviest finding, what was decided, and what is asked', () => {
    const { title, headline } = toReadout(aReadoutSource());
    expect(title).toEqual({
      text: 'Platform pages per on-call week is 25, above its upper limit of 19.',
      proposed: null,
    });
    expect(headline.text).toContain('We act on 3 findings, made 4 commitments and took 2 decisions.');
    expect(headline.text).toContain('We ask: name who frees Event bus migration');
  });

  it('says once that a question is not answered, however the room said it', () => {
    const given = (missing: string) => {
      const { six } = toReadout(
        aReadoutSource({
          answers: {
            q2: { ...aVerdict(), answer: { kind: 'not-answered', missing }, computed: '' },
          },
        }),
      );
      return six.find(({ id }) => id === 'q2')?.text;
    };
    expect(given('Not answered: no SLO is measured.')).toBe('Not answered: no SLO is measured.');
    expect(given('no SLO is measured')).toBe('Not answered: no SLO is measured.');
  });

  it('keeps what was put forward as the constraint out of the notes', () => {
    const note = anItem({ id: 'n-1', kind: 'note', text: 'Ask the vendor' });
    const candidate = anItem({ id: 'n-2', kind: 'note', text: 'Code review', tags: [CANDIDATE_TAG] });
    expect(toReadout(aReadoutSource({ items: [note, candidate] })).notes).toEqual(['Ask the vendor']);
  });

  it('keeps what was proposed beside an edit', () => {
    const { title, dimensions } = toReadout(
      aReadoutSource({ edits: { title: 'One decision holds us', 'dimension:delivery': 'Slower' } }),
    );
    expect(title).toEqual({
      text: 'One decision holds us',
      proposed: 'Platform pages per on-call week is 25, above its upper limit of 19.',
    });
    expect(dimensions[0]?.sentence).toMatchObject({
      text: 'Slower',
      proposed: expect.stringContaining('19 of 27 series routine'),
    });
  });

  it('lets every text be edited under the name that it is listed by', () => {
    const sections = editableTexts(toReadout(aReadoutSource())).map(({ section }) => section);
    expect(sections).toHaveLength(11);
    const edits = Object.fromEntries(sections.map((section) => [section, `${section} in other words`]));
    for (const { section, text, proposed } of editableTexts(toReadout(aReadoutSource({ edits })))) {
      expect(text).toBe(`${section} in other words`);
      expect(proposed).not.toBeNull();
    }
  });

  it('gives each outcome one number of its weightiest finding, and says when nothing touched it', () => {
    const { outcomes } = toReadout(aReadoutSource());
    expect(outcomes.map(({ id, figure, of, evidence }) => [id, figure, of, evidence])).toEqual([
      ['revenue-protected', '99.27\u00a0%', 'search-api, week\u00a046', 'E5'],
      ['incident-cost', '25\u00a0per on-call week', 'Platform, week\u00a046', 'E2'],
      ['customer-satisfaction', null, null, null],
      ['time-to-market', '52\u00a0h', 'Search, week\u00a046', 'E3'],
    ]);
    expect(outcomes[2]?.sentence.text).toBe('No finding touched this outcome this week.');
  });

  it('counts in how many reviews in a row the constraint was named', () => {
    expect(toReadout(aReadoutSource()).constraint).toMatchObject({ reviews: 2, moved: 'no' });
  });

  it('prints the reason when no constraint was named', () => {
    const waived = [
      { event: 'e', atMs: 0, actor: 'li', rule: 'constraint', reason: 'The room could not agree.' },
    ];
    expect(toReadout(aReadoutSource({ constraint: null, waivers: waived })).withoutConstraint).toBe(
      'None was named: The room could not agree.',
    );
  });

  it('tells kept, late, overdue, still open and dropped apart', () => {
    const { promises } = toReadout(aReadoutSource());
    expect(promises.due.map(({ id, standing }) => `${id} ${standing}`)).toEqual([
      'A-102 overdue',
      'A-105 late',
      'A-107 overdue',
      'A-109 late',
      'A-110 due',
      'A-111 kept',
      'A-112 due',
    ]);
    expect(promises.sentence).toBe(
      'Of 7 promises, 1 was kept, 2 came late, 2 are overdue and 2 are still open.',
    );
  });

  it('lists commitments with what they are for, and leaves a missing owner missing', () => {
    const { commitments } = toReadout(aReadoutSource());
    expect(commitments.map(({ id, owner, serves, evidence }) => [id, owner, serves, evidence])).toEqual([
      ['A-114', 'Li Wei', 'Time to market', 'E3'],
      ['A-115', 'Ana Petrova', 'Cost of incidents', 'E2'],
      ['A-116', 'Li Wei', 'Revenue protected', 'E5'],
      ['A-117', null, 'Vigilance', null],
    ]);
  });

  it('takes the number that the register gave, since a number is never given twice', () => {
    const source = aReadoutSource({
      items: [anItem({ id: 'new', kind: 'decision', number: 'D-8', text: 'Stop the batch' })],
    });
    const decision = { id: 'D-12', origin: 'new', review: 'rv-4' };
    const registers = { ...source.registers, decisions: [decision] } as unknown as typeof source.registers;
    expect(toReadout({ ...source, registers }).decisions[0]?.id).toBe('D-12');
  });

  it('asks for what a line was marked with, and for who frees a blocked Tier 1', () => {
    const items = [
      anItem({
        id: 'a',
        kind: 'action',
        text: 'Two more people for Platform',
        owner: 'ruth',
        due: '2026-11-27',
        tags: ['Ask'],
      }),
    ];
    expect(toReadout(aReadoutSource({ items })).asks).toEqual([
      { text: 'Two more people for Platform', who: 'Ruth Adeyemi', by: '2026-11-27' },
      {
        text: 'name who frees Event bus migration (security has not decided on the schema registry)',
        who: null,
        by: null,
      },
    ]);
  });

  it('shows planned against used minutes of every block, what was not reached, waivers and andons', () => {
    const { meeting } = toReadout(aReadoutSource());
    expect(meeting).toMatchObject({ plannedMinutes: 60, usedMinutes: 63, shown: 6, decided: 5 });
    expect(meeting.blocks[4]).toEqual({ name: 'Delivery', planned: 8, used: 13, usedSeconds: 780 });
    expect(meeting.notReached.map(({ dimension }) => dimension)).toEqual(['efficiency']);
    expect(meeting.waivers[0]?.reason).toBe('Noor names the owner of A-117 by Friday.');
    expect(meeting.andons[0]?.decided).toMatch(/^Platform takes no new services/);
  });

  it('freezes each anomaly as the room saw it, with verdict, reason and what came of it', () => {
    const { evidence } = toReadout(aReadoutSource());
    expect(evidence.map(({ id, verdict, commitments }) => [id, verdict, commitments])).toEqual([
      ['E1', 'watch', []],
      ['E2', 'act', ['A-115']],
      ['E3', 'act', ['A-114']],
      ['E4', null, []],
      ['E5', 'act', ['A-116']],
      ['E6', 'explained', []],
    ]);
    expect(evidence[0]?.anomaly.reading.points).toHaveLength(52);
    expect(evidence[0]).not.toHaveProperty('anomaly.status');
  });

  it('lists risks that are new, run out or due, heaviest first in each', () => {
    expect(toReadout(aReadoutSource()).risks.map(({ id, change }) => `${id} ${change}`)).toEqual([
      'R-5 new',
      'R-3 expired',
      'R-2 review-due',
    ]);
  });

  it('is honest about an organization that has nothing yet', () => {
    const made = toReadout(anEmptyReadoutSource());
    expect(made.headline.text).toBe(
      'No series has data, so nothing can be said of what changed. We took no decision. Nothing is asked of leadership.',
    );
    expect(made.dimensions.map(({ word }) => word)).toEqual(Array(5).fill('not measured'));
    expect(made.six.map(({ kind }) => kind)).toEqual([...Array(5).fill('not-answered'), 'computed']);
    expect(parseReadout(JSON.parse(toReadoutJson(made)))).toMatchObject({ ok: true });
  });

  it('keeps the answer that the room gave, with what was computed then', () => {
    const given = { event: 'e', atMs: 0, actor: 'li' };
    const { six } = toReadout(
      aReadoutSource({
        answers: {
          q1: {
            ...given,
            answer: { kind: 'edited', text: 'Search, since its move.' },
            computed: 'Computed then.',
          },
          q2: {
            ...given,
            answer: { kind: 'not-answered', missing: 'the incident record' },
            computed: 'Computed.',
          },
          q3: { ...given, answer: { kind: 'computed' }, computed: 'As it was then.' },
        },
      }),
    );
    expect(six.slice(0, 3).map(({ kind, text, computed }) => ({ kind, text, computed }))).toEqual([
      { kind: 'edited', text: 'Search, since its move.', computed: 'Computed then.' },
      { kind: 'not-answered', text: 'Not answered: the incident record.', computed: 'Computed.' },
      { kind: 'computed', text: 'As it was then.', computed: 'As it was then.' },
    ]);
  });

  it('never leads with what the room called noise or wrong data', () => {
    const source = aReadoutSource();
    const anomalies = source.review.anomalies.map((anomaly, index) => ({
      ...anomaly,
      verdict: aVerdict({ verdict: index % 2 === 0 ? 'noise' : 'data-problem' }),
    }));
    expect(toReadout(aReadoutSource({ anomalies })).title.text).toBe(
      'Nothing left its routine for the worse.',
    );
  });

  it('keeps the questions that were put to the room beside what was shown', () => {
    const source = aReadoutSource();
    const anomalies = source.review.anomalies.map((anomaly, index) =>
      index === 0 ? { ...anomaly, asked: ['Which stage took the hours?'] } : anomaly,
    );
    const [first, second] = toReadout(aReadoutSource({ anomalies })).evidence;
    expect(first?.asked).toEqual(['Which stage took the hours?']);
    expect(second !== undefined && 'asked' in second).toBe(false);
  });

  it('says what was not reached and what was set aside, where nothing that was talked about leads', () => {
    const source = aReadoutSource();
    const left = (statuses: readonly ('not-reached' | 'set-aside' | 'decided')[]) => {
      const anomalies = source.review.anomalies.slice(0, statuses.length).map((anomaly, index) => {
        const status = statuses[index] ?? 'decided';
        const verdict = status === 'decided' ? aVerdict({ verdict: 'noise' }) : null;
        return { ...anomaly, status, verdict };
      });
      const { title, headline } = toReadout(aReadoutSource({ anomalies }));
      return `${title.text} ${headline.text}`;
    };
    expect(left(['decided', 'not-reached', 'not-reached'])).toMatch(
      /^2 anomalies of 3 not reached\. 3 anomalies were put forward: 1 called noise and 2 not reached\./,
    );
    expect(left(['set-aside'])).toMatch(
      /^1 anomaly of 1 set aside with a reason\. 1 anomaly was put forward: 1 set aside with a reason\./,
    );
  });

  it('warns of sections that are longer than the form asks for', () => {
    const long = 'word '.repeat(90);
    expect(longSections(toReadout(aReadoutSource({ edits: { headline: long } })))).toContainEqual({
      section: 'headline',
      title: 'In three sentences',
      words: 90,
      most: 75,
    });
  });
});
