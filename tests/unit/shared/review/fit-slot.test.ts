import { describe, expect, it } from 'vitest';
import { agendaTemplateById, agendaTemplates } from '#shared/drive/agenda-templates.ts';
import { agendaOf } from '#shared/review/agenda.ts';
import { fitToSlot, minutesChanged } from '#shared/review/fit-slot.ts';
import { aBlock } from '#tests/support/written-log.ts';

const NOTHING = { anomalies: {}, commitments: 0 };

const PLAN = [
  aBlock('wins', 5, { kind: 'wins' }),
  aBlock('delivery', 10, { dimension: 'delivery' }),
  aBlock('vigilance', 10, { dimension: 'vigilance' }),
  aBlock('constraint', 5, { protected: true }),
];

const minutes = (fit: ReturnType<typeof fitToSlot>) =>
  Object.fromEntries(fit.blocks.map((block) => [block.id, block.minutes]));

describe('blocks fitted to the slot', () => {
  it('share by what there is to talk about, and what never gives keeps its minutes', () => {
    const anomalies = { delivery: 5, vigilance: 0 };
    // 25 minutes for wishes of 5, 20 (five anomalies of four minutes) and 2 (nothing put forward): 4.6, 18.5 and 1.9.
    expect(minutes(fitToSlot(PLAN, 30, { anomalies, commitments: 0 }))).toEqual({
      wins: 5,
      delivery: 18,
      vigilance: 2,
      constraint: 5,
    });
  });

  it('share by the proportions of the plan where nothing asks for more', () => {
    const anomalies = { delivery: 1, vigilance: 1 };
    expect(minutes(fitToSlot(PLAN, 55, { anomalies, commitments: 0 }))).toEqual({
      wins: 10,
      delivery: 20,
      vigilance: 20,
      constraint: 5,
    });
  });

  it('keep to the plan where nothing is put forward at all', () => {
    expect(fitToSlot(PLAN, 30, NOTHING).blocks).toEqual(PLAN);
    expect(minutes(fitToSlot(PLAN, 55, NOTHING))).toEqual({
      wins: 10,
      delivery: 20,
      vigilance: 20,
      constraint: 5,
    });
  });

  it('leave the other blocks their part, however many anomalies one dimension has', () => {
    const anomalies = { delivery: 400, vigilance: 1 };
    // 30 minutes for wishes of 5, 20 (twice the plan) and 10: 4.3, 17.1 and 8.6.
    expect(minutes(fitToSlot(PLAN, 35, { anomalies, commitments: 0 }))).toEqual({
      wins: 4,
      delivery: 17,
      vigilance: 9,
      constraint: 5,
    });
  });

  it('give the commitments a minute each where there are more than their minutes', () => {
    const plan = [
      aBlock('commitments', 4, { kind: 'commitments', protected: true }),
      aBlock('wins', 4, { kind: 'wins' }),
    ];
    expect(minutes(fitToSlot(plan, 15, { anomalies: {}, commitments: 3 }))).toEqual({
      commitments: 4,
      wins: 11,
    });
    expect(minutes(fitToSlot(plan, 15, { anomalies: {}, commitments: 12 }))).toEqual({
      commitments: 11,
      wins: 4,
    });
  });

  it('say what to leave out where the slot is too short: what has nothing to talk about first', () => {
    const anomalies = { delivery: 3, vigilance: 0 };
    const fit = fitToSlot(PLAN, 8, { anomalies, commitments: 0 });
    expect(fit.leftOut.map((block) => block.id)).toEqual(['vigilance']);
    expect(minutes(fit)).toEqual({ wins: 1, delivery: 2, constraint: 5 });
    expect(fitToSlot(PLAN, 6, { anomalies, commitments: 0 }).leftOut.map((block) => block.id)).toEqual([
      'vigilance',
      'wins',
      'delivery',
    ]);
  });

  it('say by how much what never gives is too long', () => {
    expect(fitToSlot(PLAN, 3, NOTHING)).toMatchObject({ short: 2, blocks: PLAN });
  });

  it('come back to the plan when the slot does', () => {
    const plan = agendaOf(agendaTemplateById('organization-60') ?? (agendaTemplates[0] as never));
    const planned = Object.fromEntries(plan.map((block) => [block.id, block.minutes]));
    const load = {
      anomalies: { delivery: 2, reliability: 2, initiatives: 1, vigilance: 1, efficiency: 1 },
      commitments: 5,
    };
    const short = fitToSlot(plan, 40, load, planned);
    expect(fitToSlot(short.blocks, 60, load, planned).blocks).toEqual(plan);
  });

  it.each(agendaTemplates.map((template) => [template.id, template] as const))(
    'fit %s into its own slot with nothing left out, however much there is to talk about',
    (_, template) => {
      const anomalies = { delivery: 80, reliability: 80, initiatives: 80, vigilance: 80, efficiency: 80 };
      const fit = fitToSlot(agendaOf(template), template.slotMinutes, { anomalies, commitments: 40 });
      expect(fit.leftOut).toEqual([]);
      expect(fit.short).toBe(0);
    },
  );

  it('name what changes, before and after', () => {
    const fit = fitToSlot(PLAN, 30, { anomalies: { delivery: 5 }, commitments: 0 });
    expect(minutesChanged(PLAN, fit.blocks)).toEqual([
      { id: 'delivery', name: 'delivery', from: 10, to: 18 },
      { id: 'vigilance', name: 'vigilance', from: 10, to: 2 },
    ]);
    expect(minutesChanged(PLAN, PLAN)).toEqual([]);
  });
});
