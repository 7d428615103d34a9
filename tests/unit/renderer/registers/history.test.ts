import { describe, expect, it } from 'vitest';
import { type FieldWords, historyLines } from '#renderer/src/features/registers/history.ts';
import type { RecordEdit } from '#shared/registers/registers.ts';

type Fields = { readonly owner: string | null; readonly due: string | null; readonly reason: string | null };

const words: FieldWords<Fields> = {
  owner: { name: 'Owner', say: (owner) => owner ?? 'nobody' },
  due: { name: 'Moved', say: (due) => due ?? 'no date' },
  reason: { name: 'Reason', say: (reason) => reason ?? '' },
};

function anEdit(event: string, changes: Partial<Fields>): RecordEdit<Fields> {
  return { event, atMs: Number(event.slice(1)), actor: 'maria', changes };
}

function linesOf(...history: readonly RecordEdit<Fields>[]) {
  return historyLines<Fields>({ history, words, day: (ms) => `day ${ms}`, nameOf: (one) => `${one}’s name` });
}

describe('the history of an entry', () => {
  const made = anEdit('e1', { owner: null, due: '20 Nov', reason: null });

  it('says who did what, newest first, from what to what', () => {
    const lines = linesOf(made, anEdit('e2', { owner: 'ben' }), anEdit('e3', { due: '4 Dec', owner: null }));
    expect(lines.map(({ title }) => title)).toEqual([
      'Moved from 20 Nov to 4 Dec; Owner from ben to nobody',
      'Owner from nobody to ben',
      'Taken down',
    ]);
    expect(lines[0]).toMatchObject({ when: 'day 3', who: 'maria’s name' });
  });

  it('puts a reason beneath what it explains', () => {
    const [line] = linesOf(made, anEdit('e2', { due: '4 Dec', reason: 'test data came late' }));
    expect(line).toMatchObject({ title: 'Moved from 20 Nov to 4 Dec', details: ['test data came late'] });
  });

  it('does not tell what stayed the same', () => {
    const [line] = linesOf(made, anEdit('e2', { owner: 'ben', due: '20 Nov' }));
    expect(line?.title).toBe('Owner from nobody to ben');
  });
});
