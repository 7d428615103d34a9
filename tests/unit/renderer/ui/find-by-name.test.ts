import { describe, expect, it } from 'vitest';
import { findByName, nameIndex } from '#renderer/src/ui/find-by-name.ts';

const named = (name: string, group = 'Series', words = '') => ({ id: name, name, group, words });
const index = nameIndex([
  named('Payments, Change lead time', 'Series', 'Delivery'),
  named('Search, Deployment frequency', 'Series', 'Delivery'),
  named('Zoë Müller @zoe', 'People'),
  named('A-114 Lead the migration', 'Actions', 'Maria Silva'),
  named('Lead times of all teams'),
  named('Søren Østergård Straße', 'People'),
  named('Перевод платежей, время', 'Series'),
  named('決済サービス, リードタイム', 'Series'),
  named('خدمة الدفع', 'Series'),
  named('Ｗｉｄｅ ﬁle', 'Series'),
  named('Home', 'Screens'),
  named('Home loans, error rate'),
  named('At home'),
]);
const names = (typed: string, most = 10) => findByName(index, typed, { most }).shown.map(({ name }) => name);

describe('finding by name', () => {
  it('takes the words in any order, wherever they stand', () => {
    expect(names('time payments')).toEqual(['Payments, Change lead time']);
    expect(names('ment cha')).toEqual(['Payments, Change lead time']);
  });

  it('puts what begins as it is typed before what only has it', () => {
    expect(names('lead')).toEqual([
      'Lead times of all teams',
      'Payments, Change lead time',
      'A-114 Lead the migration',
    ]);
  });

  it('puts what is exactly so first, then what begins so, then what has it as a word', () => {
    expect(names('home')).toEqual(['Home', 'Home loans, error rate', 'At home']);
  });

  it('does not mind accents, case, ligatures and widths', () => {
    expect(names('muller ZOE')).toEqual(['Zoë Müller @zoe']);
    expect(names('soren ostergard strasse')).toEqual(['Søren Østergård Straße']);
    expect(names('wide file')).toEqual(['Ｗｉｄｅ ﬁle']);
  });

  it('finds names in other scripts by any part of them', () => {
    expect(names('ВРЕМЯ платеж')).toEqual(['Перевод платежей, время']);
    expect(names('リード')).toEqual(['決済サービス, リードタイム']);
    expect(names('الدفع')).toEqual(['خدمة الدفع']);
  });

  it('finds by group and further words, after what has it in the name', () => {
    expect(names('actions')).toEqual(['A-114 Lead the migration']);
    expect(names('maria migration')).toEqual(['A-114 Lead the migration']);
    expect(names('@zoe')).toEqual(['Zoë Müller @zoe']);
  });

  it('says how many there are, shows at most so many, and nothing for what is not there', () => {
    expect(findByName(index, '', { most: 2 })).toMatchObject({ count: 13, shown: { length: 2 } });
    expect(findByName(index, 'delivery', { most: 1 })).toMatchObject({ count: 2, shown: { length: 1 } });
    expect(findByName(index, 'nothing like it', { most: 5 })).toEqual({ count: 0, shown: [] });
  });

  it('of two that fit as well takes the one chosen last', () => {
    const recent = ['A-114 Lead the migration'];
    const shown = findByName(index, 'lead', { most: 3, recent }).shown.map(({ name }) => name);
    expect(shown).toEqual([
      'Lead times of all teams',
      'A-114 Lead the migration',
      'Payments, Change lead time',
    ]);
  });

  it('lets a group of thousands leave room for the others', () => {
    const many = nameIndex([
      ...Array.from({ length: 5000 }, (_, at) => named(`Payments ${at}`)),
      named('A-7 Cap the payments', 'Actions'),
    ]);
    const { count, shown } = findByName(many, 'payments', { most: 20, mostOfGroup: 8 });
    expect(count).toBe(5001);
    expect(shown).toHaveLength(20);
    expect(shown.map(({ group }) => group)).toContain('Actions');
  });
});
