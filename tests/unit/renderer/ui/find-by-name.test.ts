import { describe, expect, it } from 'vitest';
import { findByName, nameIndex } from '#renderer/src/ui/find-by-name.ts';

const named = (name: string, group = 'Series') => ({ name, group });
const index = nameIndex([
  named('Payments, Change lead time'),
  named('Search, Deployment frequency'),
  named('Zoë Müller @zoe', 'What was promised'),
  named('A-114 Lead the migration', 'Actions'),
  named('Lead times of all teams'),
]);
const found = (typed: string, most = 10) => findByName(index, typed, most).map(({ name }) => name);

describe('finding by name', () => {
  it('takes the words in any order, wherever they stand', () => {
    expect(found('time payments')).toEqual(['Payments, Change lead time']);
  });

  it('puts what begins as it is typed before what only has it', () => {
    expect(found('lead')).toEqual([
      'Lead times of all teams',
      'Payments, Change lead time',
      'A-114 Lead the migration',
    ]);
  });

  it('does not mind accents and case', () => {
    expect(found('muller ZOE')).toEqual(['Zoë Müller @zoe']);
  });

  it('finds by group, ends at the most, and says nothing for what is not there', () => {
    expect(found('actions')).toEqual(['A-114 Lead the migration']);
    expect(found('', 2)).toHaveLength(2);
    expect(found('nothing like it')).toEqual([]);
  });
});
