import { describe, expect, it } from 'vitest';
import { parseBundle } from '#shared/events/bundle.ts';
import { isOrganizationEvent, isReviewEvent, reviewOf } from '#shared/events/event.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { carryOver } from '#shared/review/carry-over.ts';
import { ledgerOn, outcomeOn, slipsOn } from '#shared/review/commitments.ts';
import { nextReview } from '#shared/review/next-review.ts';
import { reviewHistory } from '#shared/sample/history/review-history.ts';

const TODAY = '2026-11-18';

const bundle = parseBundle(JSON.parse(reviewHistory()));
const events = bundle.ok ? bundle.value.events : [];
const registers = foldRegisters(events);

function actionOf(id: string) {
  const found = registers.actions.find((action) => action.id === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
}

describe('the history of the sample organization', () => {
  it('is a bundle whose every event this build understands', () => {
    expect(bundle.ok).toBe(true);
    expect(events.filter((event) => !isOrganizationEvent(event) && !isReviewEvent(event))).toEqual([]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  it('holds three reviews, each with its minutes, its facilitator and its rating', () => {
    expect(
      registers.reviews.map(({ date, status, facilitator, plannedMinutes, usedMinutes, rating }) => [
        date,
        status,
        facilitator,
        plannedMinutes,
        usedMinutes,
        rating,
      ]),
    ).toEqual([
      ['2026-10-28', 'closed', 'maria', 60, 67, 3.4],
      ['2026-11-04', 'closed', 'tom', 60, 61, 3.9],
      ['2026-11-11', 'closed', 'ana.costa', 60, 58, 4.1],
    ]);
    expect(events.flatMap(({ stream }) => reviewOf(stream) ?? [])).toContain('review-2026-11-11');
  });

  it('hands the next review to Li Wei on the day that the sample lives on', () => {
    expect(registers.pinnedDay).toBe(TODAY);
    expect(nextReview(registers, TODAY)).toMatchObject({ date: TODAY, time: '10:00', facilitator: 'li' });
  });

  it('kept five of ten promises', () => {
    expect(ledgerOn(registers.actions, TODAY)).toEqual({
      kept: 5,
      late: 2,
      overdue: 2,
      dropped: 1,
      rate: 0.5,
      fellDue: 10,
    });
    const outcomes = registers.actions.map((action) => [action.id, outcomeOn(action, TODAY)]);
    expect(Object.fromEntries(outcomes)).toEqual({
      'A-101': 'kept',
      'A-102': 'overdue',
      'A-103': 'kept',
      'A-104': 'dropped',
      'A-105': 'late',
      'A-106': 'kept',
      'A-107': 'overdue',
      'A-108': 'kept',
      'A-109': 'late',
      'A-110': 'due-today',
      'A-111': 'kept',
      'A-112': 'due-today',
      'A-113': 'open',
    });
  });

  it('lets A-102 slip twice and asks the next review for a decision', () => {
    expect(slipsOn(actionOf('A-102'), TODAY)).toBe(2);
    const due = carryOver(registers, TODAY).commitments.find(({ action }) => action === 'A-102');
    expect(due).toMatchObject({ slips: 2, decidedSlips: 1, firstDue: '2026-11-04', due: '2026-11-13' });
  });

  it('names one constraint three times, unchanged since the first', () => {
    expect(registers.reviews.map(({ constraint }) => [constraint?.name, constraint?.unchanged])).toEqual([
      ['Review capacity of Platform', false],
      ['Review capacity of Platform', true],
      ['Review capacity of Platform', true],
    ]);
  });

  it('has the verdicts on record', () => {
    const said = [...registers.verdicts].map(([anomaly, history]) => [
      anomaly.split('|').slice(0, 2).join('|'),
      history.map(({ verdict }) => verdict),
    ]);
    expect(Object.fromEntries(said)).toEqual({
      'change-lead-time|search': ['watch', 'watch', 'explained'],
      'on-call-pages|platform': ['watch'],
      'slo-attainment|search-api': ['not-reached'],
    });
  });

  it('has a blocked Tier 1 that nobody is to unblock, and an accepted risk whose end has passed', () => {
    expect(registers.initiatives.find(({ id }) => id === 'I-1')).toMatchObject({
      tier: 1,
      status: 'blocked',
      accountable: 'ana.petrova',
      blockedSince: '2026-10-07',
      unblockOwner: null,
    });
    expect(registers.initiatives.map(({ status }) => status)).toEqual([
      'blocked',
      'on-track',
      'on-track',
      'done',
      'at-risk',
    ]);
    expect(registers.risks.find(({ id }) => id === 'R-3')).toMatchObject({ acceptedUntil: '2026-10-31' });
    expect(registers.risks).toHaveLength(4);
  });

  it('knows 8 teams, 25 services with their tiers, 12 people and 14 objectives', () => {
    const kinds = (kind: string) =>
      registers.entities.filter((entity) => entity.kind === kind && entity.active);
    expect([kinds('team').length, kinds('service').length, kinds('initiative').length]).toEqual([8, 25, 5]);
    expect(kinds('service').filter(({ tier }) => tier === 1)).toHaveLength(12);
    expect(registers.people).toHaveLength(12);
    expect(registers.targets).toHaveLength(14);
    expect(registers.rebaselines).toMatchObject([{ series: 'on-call-pages|checkout', from: '2026-06-29' }]);
  });
});
