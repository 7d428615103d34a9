import { describe, expect, it } from 'vitest';
import { parseBundle, toBundle } from '#shared/events/bundle.ts';
import { foldEdits } from '#shared/events/field-edits.ts';
import { mergeEvents, undoneIds } from '#shared/events/merge.ts';
import { lastRedoable, lastStep, lastUndoable } from '#shared/events/undo.ts';
import { aLog, VERDICT } from '#tests/support/written-log.ts';

function captures(count: number) {
  const log = aLog();
  const made = Array.from({ length: count }, (_, index) =>
    log.review(`10:0${index}:00`, 'captured', {
      item: `i${index}`,
      kind: 'note',
      text: `note ${index}`,
      line: `note ${index}`,
      block: null,
      anomaly: null,
    }),
  );
  const undo = (when: string, event: string) => log.review(when, 'event-undone', { event });
  const redo = (when: string, event: string) => log.review(when, 'event-redone', { event });
  return { log, made, undo, redo };
}

describe('merging logs', () => {
  it('keeps each event once, in the order of time', () => {
    const { log } = captures(3);
    expect(mergeEvents(log.events.toReversed(), log.events)).toEqual(log.events);
  });
});

describe('undo', () => {
  it('leaves out what was undone and takes it back in when it is redone', () => {
    const { log, made, undo, redo } = captures(1);
    const id = made[0]?.id ?? '';
    undo('10:10:00', id);
    expect(undoneIds(log.events)).toEqual(new Set([id]));
    redo('10:11:00', id);
    expect(undoneIds(log.events)).toEqual(new Set());
  });

  it('can itself be undone', () => {
    const { log, made, undo } = captures(1);
    const first = undo('10:10:00', made[0]?.id ?? '');
    undo('10:11:00', first.id);
    expect(undoneIds(log.events)).toEqual(new Set([first.id]));
  });

  it('does not reach into another stream', () => {
    const { log, made } = captures(1);
    log.organization('10:10:00', 'event-undone', { event: made[0]?.id ?? '' });
    expect(undoneIds(log.events)).toEqual(new Set());
  });

  it('goes back one step after the other, and forward again', () => {
    const { log, made, undo, redo } = captures(3);
    expect(lastUndoable(log.events)).toBe(made[2]);
    undo('10:10:00', made[2]?.id ?? '');
    expect(lastUndoable(log.events)).toBe(made[1]);
    undo('10:11:00', made[1]?.id ?? '');
    expect(lastRedoable(log.events)).toBe(made[1]);
    redo('10:12:00', made[1]?.id ?? '');
    expect(lastRedoable(log.events)).toBe(made[2]);
  });

  it('offers nothing to redo once something new was done', () => {
    const { log, made, undo } = captures(2);
    undo('10:10:00', made[1]?.id ?? '');
    log.review('10:11:00', 'rating-given', { rating: 4, voters: 1 });
    expect(lastRedoable(log.events)).toBeNull();
  });

  it('never takes back the start of a review', () => {
    const log = aLog();
    log.review('10:00:00', 'review-resumed', {});
    expect(lastUndoable(log.events)).toBeNull();
  });

  it('takes back everything that one press authored, and what was pressed before it next', () => {
    const { log, made } = captures(1);
    const verdict = log.review('10:10:00', 'verdict-given', { anomaly: 'a1', verdict: 'act', ...VERDICT });
    const action = log.review('10:10:00', 'captured', {
      item: 'i9',
      kind: 'action',
      text: 'Split it',
      line: 'Split it',
      block: null,
      anomaly: 'a1',
    });
    expect(lastStep(log.events)).toEqual([action, verdict]);
    log.review('10:11:00', 'event-undone', { event: action.id });
    log.review('10:11:00', 'event-undone', { event: verdict.id });
    expect(lastStep(log.events)).toEqual([made[0]]);
  });

  it('does not take back what was pressed a moment before', () => {
    const { log } = captures(1);
    log.review('10:10:00', 'block-entered', { block: 'delivery' });
    const opened = log.review('2026-11-18T10:10:00.002Z', 'anomaly-opened', { anomaly: 'a1' });
    expect(lastStep(log.events)).toEqual([opened]);
  });

  it('takes back what was done on one device only, when asked so', () => {
    const { log, made } = captures(1);
    const other = aLog('r1', 'd2').review('11:00:00', 'rating-given', { rating: 4, voters: 1 });
    expect(lastUndoable([...log.events, other], 'd1')).toBe(made[0]);
  });
});

describe('edits of a field', () => {
  const edit = (event: string, text: string, seen: readonly string[] | null, undone = false) => ({
    event,
    at: event,
    actor: event,
    changes: { text },
    seen: seen === null ? null : { text: seen },
    undone,
  });
  const made = { ...edit('e1', 'one', null), changes: { text: 'one' } };

  it('show the last one when each author saw the one before', () => {
    const record = foldEdits(made, [edit('e2', 'two', ['e1']), edit('e3', 'three', ['e2'])]);
    expect(record).toMatchObject({ fields: { text: 'three' }, contested: [], heads: { text: ['e3'] } });
  });

  it('say that two people changed it when neither saw the other, and keep both', () => {
    const record = foldEdits(made, [edit('e2', 'two', ['e1']), edit('e3', 'three', ['e1'])]);
    expect(record).toMatchObject({
      fields: { text: 'three' },
      contested: ['text'],
      heads: { text: ['e2', 'e3'] },
    });
    expect(record.history.map((entry) => entry.changes.text)).toEqual(['one', 'two', 'three']);
  });

  it('are settled by whoever saw both', () => {
    const both = [edit('e2', 'two', ['e1']), edit('e3', 'three', ['e1']), edit('e4', 'four', ['e2', 'e3'])];
    expect(foldEdits(made, both)).toMatchObject({ fields: { text: 'four' }, contested: [] });
  });

  it('stay settled when the edit in between is undone', () => {
    const record = foldEdits(made, [edit('e2', 'two', ['e1'], true), edit('e3', 'three', ['e2'])]);
    expect(record).toMatchObject({ fields: { text: 'three' }, contested: [] });
  });

  it('do not lose to a peer whose clock is ahead, once its value was seen', () => {
    const record = foldEdits(made, [edit('e3', 'mine', ['e9']), edit('e9', 'ahead', ['e1'])]);
    expect(record).toMatchObject({ fields: { text: 'mine' }, contested: [] });
  });
});

describe('a bundle of events', () => {
  it('reads back what it holds', () => {
    const { log } = captures(2);
    const bundle = toBundle(log.events);
    expect(parseBundle(JSON.parse(JSON.stringify(bundle)))).toEqual({ ok: true, value: bundle });
  });

  it('names the event that cannot be read, and takes none', () => {
    const { log } = captures(1);
    const result = parseBundle({ ...toBundle(log.events), events: [log.events[0], { id: 1 }] });
    expect(result).toMatchObject({ ok: false, failure: { code: 'bad-event' } });
    expect(JSON.stringify(result)).toContain('Event 2 of the file');
  });

  it.each([
    ['a file of something else', { rows: [] }, 'not-a-bundle'],
    ['a newer file', { format: 'andon-events', version: 2, events: [] }, 'newer-bundle'],
  ])('refuses %s', (_what, json, code) => {
    expect(parseBundle(json)).toMatchObject({ ok: false, failure: { code } });
  });
});
