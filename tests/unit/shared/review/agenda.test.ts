import { describe, expect, it } from 'vitest';
import { agendaTemplates } from '#shared/drive/agenda-templates.ts';
import {
  agendaOf,
  anomalyFit,
  extendBlock,
  minutesOverSlot,
  overtimeMinutes,
  payers,
  shortenBlock,
  withMinutes,
} from '#shared/review/agenda.ts';
import { AGENDA, aBlock } from '#tests/support/written-log.ts';

describe('the agenda', () => {
  it.each(agendaTemplates.map((template) => [template.id, template] as const))(
    '%s adds up to its slot',
    (_id, template) => {
      expect(minutesOverSlot(agendaOf(template), template.slotMinutes)).toBe(0);
    },
  );

  it('says by how much it is over the slot when a block gets more', () => {
    expect(minutesOverSlot(withMinutes(AGENDA, 'wins', 8), 50)).toBe(3);
    expect(minutesOverSlot(withMinutes(AGENDA, 'wins', -2), 50)).toBe(-5);
  });

  it('carries one anomaly in four minutes', () => {
    const anomalies = ['delivery', 'delivery', 'reliability', 'vigilance'].map((dimension) => ({
      dimension,
    }));
    expect(anomalyFit(AGENDA, anomalies)).toEqual([
      { dimension: 'delivery', chosen: 2, fits: 5 },
      { dimension: 'reliability', chosen: 1, fits: 2 },
    ]);
  });
});

describe('who pays for overtime', () => {
  it('proposes the next unprotected block, several in proportion, or the end', () => {
    expect(payers(AGENDA, 'wins', 3)).toEqual([
      { kind: 'block', block: 'delivery', name: 'delivery', minutes: 3, from: 20, to: 17 },
      {
        kind: 'spread',
        minutes: 3,
        shares: [
          { block: 'delivery', name: 'delivery', minutes: 2 },
          { block: 'reliability', name: 'reliability', minutes: 1 },
        ],
      },
      { kind: 'end', minutes: 3 },
    ]);
  });

  it('leaves every block at least a minute', () => {
    const short = [aBlock('now', 5), aBlock('a', 2), aBlock('b', 3)];
    const spread = payers(short, 'now', 9).find((payer) => payer.kind === 'spread');
    expect(spread).toMatchObject({ minutes: 3, shares: [{ minutes: 1 }, { minutes: 2 }] });
  });

  it('never proposes a protected block', () => {
    const rest = [aBlock('now', 5), aBlock('constraint', 9, { protected: true })];
    expect(payers(rest, 'now', 2)).toEqual([{ kind: 'end', minutes: 2 }]);
  });

  it('offers only the end in the last block', () => {
    expect(payers(AGENDA, 'constraint', 1)).toEqual([{ kind: 'end', minutes: 1 }]);
  });

  it('is asked for whole minutes', () => {
    expect([60_000, 0, -1, -60_000, -130_000].map(overtimeMinutes)).toEqual([0, 0, 1, 1, 3]);
  });

  it('writes down who paid', () => {
    const [one, several, end] = payers(AGENDA, 'wins', 3);
    if (one === undefined || several === undefined || end === undefined) throw new Error('three proposals');
    expect(extendBlock('wins', 3, one).paidBy).toEqual([{ block: 'delivery', minutes: 3 }]);
    expect(extendBlock('wins', 3, several).paidBy).toEqual([
      { block: 'delivery', minutes: 2 },
      { block: 'reliability', minutes: 1 },
    ]);
    expect(extendBlock('wins', 3, end).paidBy).toEqual([]);
  });

  it('gives minutes that are left to the next dimension', () => {
    expect(shortenBlock(AGENDA, 'wins', 2)).toEqual({
      block: 'wins',
      minutes: -2,
      paidBy: [{ block: 'delivery', minutes: -2 }],
    });
    expect(shortenBlock(AGENDA, 'reliability', 20)).toEqual({
      block: 'reliability',
      minutes: -10,
      paidBy: [],
    });
  });
});
