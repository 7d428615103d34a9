import { describe, expect, it } from 'vitest';
import { type Ask, draftKeyOf, parseAsk } from '#renderer/src/features/live/asks.ts';
import { checkedDone, slipsAgain } from '#renderer/src/features/live/commitment-keys.ts';
import { readLine } from '#renderer/src/features/live/line/read-line.ts';
import { take } from '#renderer/src/features/live/line/taken.ts';
import type { Live } from '#renderer/src/features/live/live.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { foldReview } from '#shared/review/fold.ts';
import type { CommitmentDue } from '#shared/review/review.ts';
import { aCaptureContext } from '#tests/support/capture.ts';
import { aLiveLog, anAnomaly } from '#tests/support/written-log.ts';

const PROMISE: CommitmentDue = {
  action: 'A-7',
  text: 'Rota live',
  owner: 'maria',
  due: '2026-11-13',
  firstDue: '2026-11-13',
  status: 'open',
  doneOn: null,
  slips: 1,
  decidedSlips: 0,
  review: null,
};

function aLive(promise: Partial<CommitmentDue> = {}): Live {
  const log = aLiveLog({ anomalies: [anAnomaly('d1')], commitments: [{ ...PROMISE, ...promise }] });
  log.review('10:16:00', 'block-entered', { block: 'delivery' });
  log.review('10:17:00', 'anomaly-opened', { anomaly: 'd1' });
  return {
    review: foldReview('r1', log.events),
    registers: foldRegisters(log.events),
    today: '2026-11-18',
    locale: 'en-GB',
    nameOf: (id) => (id === 'maria' ? 'Maria Silva' : id),
  };
}

function taken(ask: Ask, text: string, live = aLive()) {
  const context = aCaptureContext({ pressed: 'action', anomaly: { id: 'd1', dimension: 'delivery' } });
  const plain = ask.kind === 'verdict' && (ask.verdict === 'explained' || ask.verdict === 'noise');
  const parse = readLine(ask, text, plain ? null : context);
  return take(ask, { text, parse, newId: () => 'new' }, live);
}

function contents(ask: Ask, text: string, live = aLive()) {
  const result = taken(ask, text, live);
  return result.kind === 'taken' ? result.events.map(({ type, data }) => ({ type, data })) : result;
}

const check = (decision: Extract<Ask, { kind: 'check' }>['decision'] = null): Ask => ({
  kind: 'check',
  action: 'A-7',
  status: 'open',
  decision,
});
const NOISE_STANDS: Ask = { kind: 'verdict', verdict: 'noise', anomaly: 'd1', stands: true };
const verdict = (given: Extract<Ask, { kind: 'verdict' }>['verdict']): Ask => ({
  kind: 'verdict',
  verdict: given,
  anomaly: 'd1',
});

describe('a line taken down', () => {
  it('becomes an action linked to the anomaly on the stage, and keeps what was typed', () => {
    const capture: Ask = { kind: 'capture', capture: 'action', private: false };
    expect(contents(capture, 'Split the queue @maria fri')).toMatchObject([
      {
        type: 'captured',
        data: {
          text: 'Split the queue',
          owner: 'maria',
          due: '2026-11-20',
          anomaly: 'd1',
          block: 'delivery',
        },
      },
    ]);
    expect(contents(capture, 'Split the queue')).toMatchObject([{ data: { line: 'Split the queue' } }]);
  });

  it('is read back with its owner and its date', () => {
    const result = taken({ kind: 'capture', capture: 'action', private: false }, 'Split it @maria fri');
    expect(result.kind === 'taken' && result.said).toMatch(
      /^Action taken down: Split it\. Maria Silva, by Friday\s20\sNovember$/,
    );
  });

  it('gives the verdict act together with its action', () => {
    expect(contents(verdict('act'), 'Split the queue @maria fri')).toMatchObject([
      { type: 'verdict-given', data: { verdict: 'act', owner: 'maria', due: '2026-11-20' } },
      { type: 'captured', data: { kind: 'action', text: 'Split the queue', anomaly: 'd1' } },
    ]);
  });

  it('takes a date that opens the answer, and the rest as the reason', () => {
    expect(contents(verdict('watch'), 'fri 4 dec, the freeze hides it')).toMatchObject([
      { data: { verdict: 'watch', until: '2026-12-04', reason: 'the freeze hides it' } },
    ]);
    expect(contents(check(), 'fri 27 nov the vendor answers first')).toMatchObject([
      { data: { status: 'open', due: '2026-11-27', reason: 'the vendor answers first' } },
    ]);
  });

  it('watches until the next review but one where nobody says when', () => {
    expect(contents(verdict('watch'), '')).toMatchObject([{ data: { until: '2026-12-02', reason: null } }]);
  });

  it('refuses a drop and a second new date without a reason, and another owner without a name', () => {
    expect(taken({ kind: 'check', action: 'A-7', status: 'dropped', decision: null }, ' ').kind).toBe(
      'refused',
    );
    expect(taken(check('re-commit'), 'fri 27 nov').kind).toBe('refused');
    expect(taken(check('owner'), 'fri 27 nov').kind).toBe('refused');
  });

  it('makes an initiative of a promise and closes the promise with it', () => {
    expect(contents(check('initiative'), 'One rota for all teams by 30 dec')).toMatchObject([
      { type: 'commitment-checked', data: { status: 'dropped', decision: 'initiative' } },
      {
        type: 'captured',
        data: { kind: 'initiative', text: 'One rota for all teams', owner: 'maria', links: ['d1', 'A-7'] },
      },
    ]);
    expect(contents(check('initiative'), '')).toMatchObject([
      { data: { reason: 'Made an initiative: Rota live' } },
      { data: { text: 'Rota live', owner: 'maria' } },
    ]);
  });

  it('refuses a waiver that says nothing', () => {
    expect(taken({ kind: 'waive', rule: 'six' }, 'no time').kind).toBe('refused');
    expect(taken({ kind: 'waive', rule: 'six' }, 'the data comes on Monday').kind).toBe('taken');
  });

  it('leaves an empty line without a trace', () => {
    expect(taken({ kind: 'capture', capture: 'note', private: false }, '  ').kind).toBe('nothing');
  });
});

describe('checking promises', () => {
  it('asks for a decision when leaving a promise open makes its second slip', () => {
    const [once] = aLive({ slips: 1 }).review.commitments;
    const [fresh] = aLive({ slips: 0, due: '2026-11-18', firstDue: '2026-11-18' }).review.commitments;
    if (once === undefined || fresh === undefined) throw new Error('no promise');
    expect(slipsAgain({ ...once, due: '2026-11-18' }, '2026-11-18')).toBe(true);
    expect(slipsAgain(fresh, '2026-11-18')).toBe(false);
  });

  it('never puts the day of a kept promise after its first date', () => {
    const { review } = aLive();
    const [promise] = review.commitments;
    if (promise === undefined) throw new Error('no promise');
    const [kept] = checkedDone(review, promise, 'kept', '2026-11-18');
    const [late] = checkedDone(review, promise, 'late', '2026-11-18');
    expect(kept?.data).toMatchObject({ status: 'kept', doneOn: '2026-11-13' });
    expect(late?.data).toMatchObject({ status: 'late', doneOn: '2026-11-18' });
  });
});

describe('what the line asks', () => {
  it('comes back from its stored text, and unreadable text is nothing', () => {
    const ask = verdict('watch');
    expect(parseAsk(JSON.stringify(ask))).toEqual(ask);
    expect(parseAsk('')).toBeNull();
    expect(parseAsk('{"half')).toBeNull();
  });

  it('keeps one draft for captures of all kinds, and one for each verdict', () => {
    const capture = (kind: 'note' | 'risk') =>
      draftKeyOf('r1', { kind: 'capture', capture: kind, private: false });
    expect(capture('note')).toBe(capture('risk'));
    expect(draftKeyOf('r1', verdict('watch'))).not.toBe(draftKeyOf('r1', verdict('explained')));
  });
});

describe('a verdict that stands since its key', () => {
  it('takes what is typed after the key as its reason, and nothing where nothing is typed', () => {
    expect(contents(NOISE_STANDS, 'because of the holiday')).toMatchObject([
      { type: 'verdict-given', data: { verdict: 'noise', reason: 'because of the holiday' } },
    ]);
    expect(taken(NOISE_STANDS, '').kind).toBe('nothing');
  });
});
