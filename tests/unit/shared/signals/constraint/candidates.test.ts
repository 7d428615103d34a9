import { describe, expect, it } from 'vitest';
import { metricById } from '#shared/drive/catalogue.ts';
import { constraintSince, seriesOfConstraint } from '#shared/review/constraint-since.ts';
import { type Pointed, rankCandidates } from '#shared/signals/constraint/candidates.ts';
import { constraintPointers, type PointerSources } from '#shared/signals/constraint/pointers.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { weekly } from '#tests/support/checks.ts';
import { anInitiative } from '#tests/support/records.ts';

function pointed(name: string, ...records: readonly (readonly [record: string, weight: number])[]): Pointed {
  return {
    kind: 'team',
    name,
    pointers: records.map(([record, weight]) => ({ record, weight, text: record })),
  };
}

describe('candidates for the constraint', () => {
  it('are at most three, the weightiest first, and none under three points', () => {
    const found = rankCandidates([
      pointed('two', ['a', 2]),
      pointed('three', ['b', 3]),
      pointed('five', ['c', 3], ['d', 2]),
      pointed('four', ['e', 3], ['f', 1]),
      pointed('six', ['g', 3], ['h', 3]),
    ]);
    expect(found.map(({ name, score }) => [name, score])).toEqual([
      ['six', 6],
      ['five', 5],
      ['four', 4],
    ]);
  });

  it('count each record once, for the candidate that weighs most', () => {
    const found = rankCandidates([
      pointed('decision', ['I-1', 3], ['I-3', 1]),
      pointed('team', ['I-1', 3]),
      pointed('other', ['I-1', 3], ['pages', 2], ['lead', 1]),
    ]);
    // 6 for the other, which leaves the decision one point and the team none.
    expect(found).toEqual([{ kind: 'team', name: 'other', score: 6, evidence: ['I-1', 'pages', 'lead'] }]);
  });

  it('count a record once where it points twice', () => {
    expect(rankCandidates([pointed('team', ['I-1', 3], ['I-1', 1])])[0]?.score).toBe(3);
  });
});

const NOTHING: PointerSources = { initiatives: [], entities: [], anomalies: [], readings: [] };

describe('what open records point at', () => {
  it('is a decision that two initiatives wait for, blocked or not', () => {
    const waitsFor = ['Decision on the registry'];
    const initiatives = [
      anInitiative({ status: 'blocked', reason: 'no decision', waitsFor }),
      anInitiative({ id: 'I-3', name: 'Second factor', waitsFor }),
    ];
    expect(rankCandidates(constraintPointers({ ...NOTHING, initiatives }))).toEqual([
      {
        kind: 'decision',
        name: 'Decision on the registry',
        score: 4,
        evidence: [
          'I-1 Event bus, Tier 1, is blocked: no decision',
          'I-3 Second factor, Tier 1, waits for it',
        ],
      },
    ]);
  });

  it('is an initiative that two others wait for', () => {
    const initiatives = [
      anInitiative(),
      anInitiative({ id: 'I-2', name: 'a', status: 'blocked', waitsFor: ['Event bus'] }),
      anInitiative({ id: 'I-3', name: 'b', status: 'blocked', waitsFor: ['event bus'] }),
    ];
    expect(rankCandidates(constraintPointers({ ...NOTHING, initiatives }))).toMatchObject([
      { kind: 'initiative', name: 'Event bus', score: 6 },
    ]);
  });

  it('is nothing while one waits alone, or what waited is done', () => {
    const waitsFor = ['Decision on the registry'];
    const alone = [
      anInitiative({ status: 'blocked', waitsFor }),
      anInitiative({ id: 'I-3', status: 'done', waitsFor }),
    ];
    expect(constraintPointers({ ...NOTHING, initiatives: alone })).toEqual([]);
  });

  it('is a team that is to unblock others', () => {
    const blocked = { status: 'blocked', unblockTeam: 'security', unblockOwner: 'Noor' } as const;
    const initiatives = [anInitiative(blocked), anInitiative({ ...blocked, id: 'I-2', tier: 2 })];
    const entities = [{ id: 'security', kind: 'team' as const, displayName: 'Security' }];
    expect(rankCandidates(constraintPointers({ ...NOTHING, initiatives, entities }))).toMatchObject([
      { kind: 'team', name: 'Security', score: 5 },
    ]);
  });
});

describe('whether the last constraint’s own series moved', () => {
  const wobble = [0, 1, -1, 2, -2, 1, 0, -1];
  /** Forty weeks from 17 November 2025, the newest ten at another level. */
  const pages = (recent: number) => {
    const values = Array.from(
      { length: 40 },
      (_, week) => (week < 30 ? 20 : recent) + (wobble[week % 8] as number),
    );
    const series = weekly('on-call-pages', 'platform', values);
    const options = { asOf: '2026-08-26', entityName: 'Platform' };
    return evaluateSeries(series, metricById('on-call-pages') ?? null, options);
  };
  const named = (atMs: number) => ({ name: 'Pager load of Platform', evidence: [], atMs });
  const inJune = named(Date.UTC(2026, 5, 10));

  it('says that it moved where it is better since', () => {
    expect(constraintSince(inJune, [pages(8)])).toMatch(
      /^Its own series moved \(Platform, pages per on-call week: /,
    );
  });

  it('says that it did not, with both values', () => {
    expect(constraintSince(inJune, [pages(20)])).toMatch(
      /^Its own series did not move beyond its noise \(Platform/,
    );
  });

  it('knows its series by its name or its evidence, and says nothing where none is its own', () => {
    const readings = [pages(20)];
    expect(seriesOfConstraint({ name: 'A decision', evidence: ['platform waits'] }, readings)?.entity).toBe(
      'platform',
    );
    expect(constraintSince({ ...inJune, name: 'The schema registry' }, readings)).toBeNull();
  });
});
