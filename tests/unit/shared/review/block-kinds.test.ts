import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaTemplates } from '#shared/drive/agenda-templates.ts';
import { agendaOf, totalMinutes } from '#shared/review/agenda.ts';
import {
  asAgenda,
  placeOf,
  readBlock,
  withBlockAfter,
  withBlockChanged,
  withBlockMoved,
  withBlockSplit,
} from '#shared/review/agenda-edits.ts';
import { blocksToAdd, knownBlockNamed, knownBlocks } from '#shared/review/block-kinds.ts';
import type { AgendaBlock, BlockContent } from '#shared/review/review.ts';
import { AGENDA } from '#tests/support/written-log.ts';

const template = agendaTemplates.filter(({ id }) => id === 'organization-60').flatMap((one) => agendaOf(one));
const kinds = (blocks: readonly { readonly kind: string }[]) => blocks.map(({ kind }) => kind);
const LIST: BlockContent = { kind: 'checklist', items: [{ id: 'c1', text: 'Pager tested' }] };

describe('the blocks that the product knows', () => {
  it('are one for each kind, with attendance and the parking lot', () => {
    expect(new Set(kinds(knownBlocks)).size).toBe(knownBlocks.length);
    expect(kinds(knownBlocks)).toEqual(
      expect.arrayContaining(['attendance', 'parking', 'wins', 'changes', 'rating', 'constraint']),
    );
    for (const block of knownBlocks) expect(block.done).not.toBe('');
  });

  it('are offered while the agenda does not have them', () => {
    expect(kinds(blocksToAdd(template))).toEqual(expect.arrayContaining(['attendance', 'parking']));
    expect(kinds(blocksToAdd(template))).not.toContain('wins');
    expect(kinds(blocksToAdd(template.filter(({ kind }) => kind !== 'wins')))).toContain('wins');
  });

  it('are known by their names, however they are written', () => {
    expect(knownBlockNamed(' parking  LOT ')?.kind).toBe('parking');
    expect(knownBlockNamed('ROTI')?.kind).toBe('rating');
    expect(knownBlockNamed('Parking lot of the vendor')).toBeNull();
  });
});

describe('a line for one block more', () => {
  it('is a known block with its own minutes, or with those that were typed', () => {
    expect(readBlock('attendance', template)).toEqual({
      kind: 'block',
      block: { name: 'Who is here', minutes: 1, kind: 'attendance' },
    });
    expect(readBlock('Parking lot 8 min', template)).toMatchObject({
      block: { minutes: 8, kind: 'parking' },
    });
  });

  it('is not a second one of what stands there already, unless it may come twice', () => {
    expect(readBlock('wins 3', template)).toEqual({ kind: 'refused', why: 'Wins is on the agenda already.' });
    expect(readBlock('Reliability 5', template)).toEqual({
      kind: 'block',
      block: { name: 'Reliability', minutes: 5 },
    });
  });

  it('needs a minute at least, and says so', () => {
    expect(readBlock('Deep dive on cards 0', template)).toMatchObject({
      why: 'A block of 0 minutes is not held: give it one minute at least.',
    });
    expect(readBlock('  ', template)).toMatchObject({ kind: 'refused' });
  });

  it('takes names of other scripts whole', () => {
    const name = 'דיון מעמיק על תשלומים ועל כל מה שקרה בשבוע האחרון במערכת הסליקה של הארגון';
    expect(readBlock(`${name} 5`, template)).toEqual({ kind: 'block', block: { name, minutes: 5 } });
  });
});

describe('an edited agenda', () => {
  it('puts who is here first and the rating last, everything else before what ends the meeting', () => {
    const put = (kind: string | null) => {
      const block = { id: 'new', name: 'New', minutes: 1, ...(kind === null ? {} : { kind }) };
      return withBlockAfter(template, placeOf(template, kind), block).findIndex(({ id }) => id === 'new');
    };
    expect(put('attendance')).toBe(0);
    expect(put('rating')).toBe(template.length);
    expect(kinds(template.slice(put('parking')))).toEqual(['constraint', 'readback', 'rating']);
  });

  it('keeps what a block shows through every edit, and gives it up when it is taken away', () => {
    const block = { id: 'own', name: 'Ready', minutes: 6, content: LIST };
    const blocks = withBlockAfter(AGENDA, null, block);
    expect(asAgenda(blocks)[0]?.content).toEqual(LIST);
    expect(withBlockSplit(blocks, 'own', 60_000, 'rest')?.[1]?.content).toEqual(LIST);
    expect(withBlockMoved(blocks, 'own', 1, null)?.[1]?.content).toEqual(LIST);
    const renamed = withBlockChanged(blocks, 'own', { name: 'Set' });
    expect(renamed[0]).toMatchObject({ name: 'Set', purpose: 'Set', content: LIST });
    const bare = withBlockChanged(blocks, 'own', { content: null })[0];
    expect(bare !== undefined && 'content' in bare).toBe(false);
  });

  it('holds together whatever is done to it: no block twice, none lost, no minutes under zero', () => {
    const step = fc.record({
      what: fc.constantFrom('insert', 'split', 'move', 'cut'),
      at: fc.nat(60),
      by: fc.constantFrom<1 | -1>(1, -1),
      minutes: fc.integer({ min: 0, max: 40 }),
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let blocks: readonly AgendaBlock[] = AGENDA;
        let made = 0;
        for (const { what, at, by, minutes, name } of steps) {
          const id = blocks[at % Math.max(1, blocks.length)]?.id ?? null;
          const before = totalMinutes(blocks);
          made += 1;
          if (what === 'insert') {
            blocks = withBlockAfter(blocks, id, { id: `n${made}`, name, minutes });
            expect(totalMinutes(blocks)).toBe(before + minutes);
          }
          if (what === 'split') {
            blocks = withBlockSplit(blocks, id ?? '', minutes * 60_000, `n${made}`) ?? blocks;
            expect(totalMinutes(blocks)).toBe(before);
          }
          if (what === 'move') blocks = withBlockMoved(blocks, id ?? '', by, null) ?? blocks;
          if (what === 'cut') blocks = blocks.filter((block) => block.id !== id);
        }
        expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
        expect(blocks.every((block) => block.minutes >= 0)).toBe(true);
      }),
    );
  });
});
