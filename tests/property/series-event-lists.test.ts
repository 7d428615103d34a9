import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { msToDay } from '#shared/day.ts';
import { decodePoints, encodePoints } from '#shared/series/columns-codec.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import type { Snapshot } from '#shared/series/parts.ts';
import { rowsBehind } from '#shared/series/rows-behind.ts';
import { type PointTable, seriesId } from '#shared/series/series.ts';
import { createReader } from '#shared/tabular/read.ts';

const HEADERS = {
  id: 'deployment_id,finished_date,environment,result,repo',
  row: 'finished_date,environment,result,repo',
} as const;

type Deployment = { readonly day: number; readonly repo: string; readonly result: string };
type By = keyof typeof HEADERS;

const deployments: fc.Arbitrary<readonly Deployment[]> = fc.array(
  fc.record({
    day: fc.nat({ max: 27 }),
    repo: fc.constantFrom('shop', 'search'),
    result: fc.constantFrom('SUCCESS', 'FAILURE'),
  }),
  { minLength: 4, maxLength: 30 },
);

function line({ day, repo, result }: Deployment, id: number, by: By): string {
  const date = new Date(Date.UTC(2026, 5, 1 + day, 9, day)).toISOString();
  return `${by === 'id' ? `D-${id},` : ''}${date},PRODUCTION,${result},${repo}`;
}

function read(lines: readonly string[], by: By): PointTable {
  const text = `${HEADERS[by]}\n${lines.join('\n')}\n`;
  const file = { name: 'deployments.csv', bytes: text.length };
  const reader = createReader(file, {}, { entities: [], today: '2026-07-31', remembered: [] });
  reader.push(new TextEncoder().encode(text));
  const { reading, points } = reader.end('0'.repeat(64));
  if (points === null) throw new Error(JSON.stringify([reading.sentence, reading.questions]));
  return points;
}

/** Values by series and week, without where they came from. */
function values(snapshots: readonly Snapshot[]): Record<string, string> {
  const all: Record<string, string> = {};
  for (const one of mergeSnapshots(snapshots).series) {
    for (const [at, start] of one.starts.entries()) {
      const counts = `${one.numerators?.[at] ?? 'none'}/${one.denominators?.[at] ?? 'none'}`;
      all[`${seriesId(one)} ${msToDay(start)}`] = `${one.values[at]} ${counts}`;
    }
  }
  return all;
}

describe.each(['id', 'row'] as const)('lists of events that overlap, told apart by %s', (by) => {
  it('count like one list of everything, in which each event is once', () => {
    fc.assert(
      fc.property(deployments, fc.nat(), fc.nat(), (unordered, one, other) => {
        const all = unordered.toSorted((a, b) => a.day - b.day).map((each, id) => line(each, id, by));
        const [from = 0, to = 0] = [one % all.length, other % all.length].sort((a, b) => a - b);
        // Exports of spans hold whole days: equal rows never lie on both sides of where one ends.
        const first = all.slice(0, Math.max(to, 1) + 1);
        const second = all.slice(Math.min(from, to));
        const whole = [...new Set([...first, ...second])].length;
        fc.pre(by === 'id' || whole === all.length);
        const snapshots = [
          { id: 'first', points: read(first, by) },
          { id: 'second', points: read(second, by) },
        ];
        expect(values(snapshots)).toEqual(values([{ id: 'all', points: read(all, by) }]));
      }),
    );
  });

  it('add nothing when the same file comes twice, three equal rows among them', () => {
    const same = { day: 3, repo: 'shop', result: 'SUCCESS' };
    const lines = [same, same, same, { ...same, day: 9 }].map((each, id) => line(each, id, by));
    const once = [{ id: 'once', points: read(lines, by) }];
    const twice = [...once, { id: 'twice', points: read(lines, by) }];
    expect(values(twice)).toEqual(values(once));
    expect(values(once)['deployment-frequency|shop 2026-06-01']).toBe('3 none/none');
  });

  it('come back from their bytes', () => {
    const lines = Array.from({ length: 5 }, (_, id) =>
      line({ day: id * 2, repo: 'shop', result: 'SUCCESS' }, id, by),
    );
    const points = read(lines, by);
    const { header, columns } = encodePoints(points);
    const back = decodePoints(JSON.parse(JSON.stringify(header)), columns);
    expect(points.events).toBeDefined();
    expect(back.ok && back.value).toEqual(points);
  });
});

describe('a list of events of no known kind', () => {
  const tickets = (ids: readonly number[]) => {
    const lines = ids.map(
      (id) => `OPS-${id},${msToDay(Date.UTC(2026, 5, 1 + id * 2))},${id % 2 ? 'ops' : 'web'}`,
    );
    const text = `Issue key,Created,Team\n${lines.join('\n')}\n`;
    const settings = { shape: 'events' as const };
    const context = { entities: [], today: '2026-07-31', remembered: [] };
    const reader = createReader({ name: 'tickets.csv', bytes: text.length }, settings, context);
    reader.push(new TextEncoder().encode(text));
    const { points } = reader.end('0'.repeat(64));
    if (points === null) throw new Error('Something is still to be answered.');
    return points;
  };

  it('is counted by its ids as well', () => {
    const snapshots = [
      { id: 'first', points: tickets([0, 1, 2, 3, 4]) },
      { id: 'second', points: tickets([3, 4, 5, 6, 7, 8]) },
    ];
    const all = values([{ id: 'all', points: tickets([0, 1, 2, 3, 4, 5, 6, 7, 8]) }]);
    expect(snapshots[0]?.points.events?.rule.kind).toBe('counted');
    expect(values(snapshots)).toEqual(all);
    expect(Object.keys(all)).toHaveLength(6);
  });
});

describe('a list of events with ids', () => {
  const at = (id: number, result: string, repo = 'shop', day = 2) => line({ day, repo, result }, id, 'id');

  it('corrects what an earlier list said of the same event', () => {
    const snapshots = [
      { id: 'first', points: read([at(1, 'SUCCESS'), at(2, 'SUCCESS'), at(3, 'SUCCESS', 'shop', 9)], 'id') },
      {
        id: 'second',
        points: read([at(2, 'FAILURE'), at(3, 'SUCCESS', 'shop', 9), at(4, 'SUCCESS', 'shop', 9)], 'id'),
      },
    ];
    const found = values(snapshots);
    expect(found['change-fail-rate|shop 2026-06-01']).toBe('0.5 1/2');
    expect(found['deployment-frequency|shop 2026-06-08']).toBe('2 none/none');
  });

  it('names every row that a count rests on, of whichever file it comes', () => {
    const snapshots = [
      { id: 'first', points: read([at(1, 'SUCCESS'), at(2, 'SUCCESS'), at(3, 'SUCCESS', 'search')], 'id') },
      { id: 'second', points: read([at(2, 'FAILURE'), at(4, 'SUCCESS'), at(5, 'SUCCESS', 'shop', 9)], 'id') },
    ];
    const behind = (metric: string) => {
      const rows = rowsBehind(snapshots, { metric, entity: 'shop' })?.get(Date.UTC(2026, 5, 1)) ?? [];
      return rows.map(({ snapshot, line: place }) => `${snapshot} ${place}`).sort();
    };
    // Deployment 2 is what the second file says of it; the first row of both files is line 2.
    expect(behind('deployment-frequency')).toEqual(['first 2', 'second 2', 'second 3']);
    expect(behind('change-fail-rate')).toEqual(['first 2', 'second 2', 'second 3']);
    expect(rowsBehind(snapshots, { metric: 'own:Other', entity: 'shop' })).toBeNull();
  });

  it('leaves weeks that no file speaks of unknown', () => {
    const snapshots = [
      { id: 'first', points: read([at(1, 'SUCCESS'), at(2, 'SUCCESS')], 'id') },
      { id: 'second', points: read([at(3, 'SUCCESS', 'shop', 22), at(4, 'SUCCESS', 'shop', 23)], 'id') },
    ];
    const weeks = Object.keys(values(snapshots)).filter((key) => key.startsWith('deployment-frequency|shop'));
    expect(weeks).toEqual(['deployment-frequency|shop 2026-06-01', 'deployment-frequency|shop 2026-06-22']);
  });
});
