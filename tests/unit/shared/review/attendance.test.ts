import { describe, expect, it } from 'vitest';
import { firstTimers } from '#shared/review/attendance.ts';
import { readAttendance } from '#shared/review/attendance-line.ts';

const PEOPLE = ['Maria Silva', 'Tom Okafor', 'Ana Costa', 'Ana Petrova', 'Li Wei'].map((name) => ({
  id: name.toLowerCase().replace(' ', '.'),
  handle: name.toLowerCase().replace(' ', '.'),
  name,
}));
const read = (line: string) => {
  const { marks, ...rest } = readAttendance(line, PEOPLE);
  const words = marks.map(({ person, attendance, remote, late }) =>
    [person, attendance, ...(remote ? ['remote'] : []), ...(late ? ['late'] : [])].join(' '),
  );
  return { marks: words, ...rest };
};

describe('who is here, in one line', () => {
  it('is everybody but those who are named', () => {
    expect(read('all but maria, li')).toEqual({
      marks: ['tom.okafor here', 'ana.costa here', 'ana.petrova here'],
      guests: [],
      unknown: [],
    });
    expect(read('everybody').marks).toHaveLength(5);
  });

  it('says how somebody is here, and who only sent word', () => {
    expect(read('remote li, tom; late @ana.costa; away Maria Silva').marks).toEqual([
      'li.wei here remote',
      'tom.okafor here remote',
      'ana.costa here late',
      'maria.silva sent-word',
    ]);
    expect(read('all but maria; remote li').marks).toContain('li.wei here remote');
    expect(read('not here tom').marks).toEqual(['tom.okafor ']);
  });

  it('takes full names, first names and names in a row', () => {
    expect(read('Maria Silva and tom li').marks).toEqual([
      'maria.silva here',
      'tom.okafor here',
      'li.wei here',
    ]);
  });

  it('keeps the names of guests as they are typed', () => {
    expect(read('guest Kim from Acme; guests Jo, Lee').guests).toEqual(['Kim from Acme', 'Jo', 'Lee']);
  });

  it('says which names are nobody’s, or more than one person’s', () => {
    expect(read('zed, ana, maria')).toEqual({
      marks: ['maria.silva here'],
      guests: [],
      unknown: ['zed', 'ana'],
    });
  });
});

describe('first-timers', () => {
  const held = (id: string, attended: readonly string[]) => ({ id, attended, startedAtMs: 1 });
  const now = { id: 'r3', attendance: { maria: 'here', tom: 'here', li: 'sent-word' } } as const;

  it('are those who are here and were in no earlier review', () => {
    expect(firstTimers(now, [held('r1', ['maria']), held('r2', []), held('r3', ['maria', 'tom'])])).toEqual([
      'tom',
    ]);
  });

  it('are nobody where no earlier review took attendance', () => {
    expect(firstTimers(now, [held('r1', []), held('r3', ['maria', 'tom'])])).toEqual([]);
  });
});
