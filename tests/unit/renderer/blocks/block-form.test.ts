import { describe, expect, it } from 'vitest';
import {
  choicesFor,
  filledBlock,
  formOf,
  knownIn,
  lackOf,
  parseForm,
} from '#renderer/src/blocks/block-form.ts';
import { aBlock } from '#tests/support/written-log.ts';

const newId = () => 'new';
const LIST = aBlock('own', 4, {
  kind: 'custom',
  name: 'Ready',
  content: { kind: 'checklist', items: [{ id: 'c1', text: 'Pager tested' }] },
});

describe('the form of a block', () => {
  it('gives back the block that it was filled from', () => {
    const form = formOf(LIST);
    expect(lackOf(form, null)).toBeNull();
    expect(filledBlock(form, null, LIST, newId)).toEqual({
      name: 'Ready',
      minutes: 4,
      content: LIST.content,
    });
  });

  it('keeps what was typed for one content while another is chosen', () => {
    const form = { ...formOf(null), name: 'Rules', text: 'One voice', lines: 'a\nb' };
    expect(filledBlock({ ...form, what: 'text' }, null, null, newId).content).toEqual({
      kind: 'text',
      text: 'One voice',
    });
    expect(filledBlock({ ...form, what: 'checklist' }, null, null, newId).content).toMatchObject({
      items: [{ text: 'a' }, { text: 'b' }],
    });
    expect(filledBlock({ ...form, what: 'nothing' }, null, null, newId).content).toBeNull();
  });

  it('is a known block while that is not on the agenda', () => {
    const ids = choicesFor([LIST], true).map(({ id }) => id);
    expect(ids).toContain('known:parking');
    expect(choicesFor([aBlock('parking', 5)], true).map(({ id }) => id)).not.toContain('known:parking');
    expect(choicesFor([LIST], false).every(({ id }) => !id.startsWith('known:'))).toBe(true);
    const form = { ...formOf(null), what: 'known:parking', minutes: '7' };
    const known = knownIn(form, [LIST]);
    expect(lackOf(form, known)).toBeNull();
    expect(filledBlock(form, known, null, newId)).toMatchObject({
      name: 'Parking lot',
      kind: 'parking',
      minutes: 7,
    });
  });

  it('says what it lacks', () => {
    const form = { ...formOf(null), name: 'x' };
    expect(lackOf({ ...form, name: ' ' }, null)).toBe('Give the block a name.');
    expect(lackOf(form, null)).toBe('Write what the room is to see.');
    expect(lackOf({ ...form, what: 'charts' }, null)).toBe('Choose a series or more.');
    expect(lackOf({ ...form, minutes: '2.5' }, null)).toBe('Minutes are a whole number from 0 to 240.');
    expect(lackOf({ ...form, minutes: '' }, null)).toBe('Minutes are a whole number from 0 to 240.');
  });

  it('survives as a draft, and a broken draft is none', () => {
    const form = { ...formOf(null), name: 'Rules' };
    expect(parseForm(JSON.stringify(form))).toEqual(form);
    expect(parseForm('')).toBeNull();
    expect(parseForm('{"name":"x"}')).toBeNull();
  });
});
