import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayToMs, startOfWeek, WEEK_MS } from '#shared/day.ts';
import { deriveSeries } from '#shared/series/derivations/derive-series.ts';
import { eventTable } from '#tests/support/event-table.ts';

const FIRST = dayToMs('2026-01-05') ?? Number.NaN;
const MINUTE_MS = 60_000;
const WEEKS = 10;

const deployment = fc.record({
  team: fc.constantFrom('A', 'B', 'C'),
  at: fc.integer({ min: 0, max: WEEKS * 7 * 24 * 60 - 1 }).map((minute) => FIRST + minute * MINUTE_MS),
  environment: fc.constantFrom('Production', 'Staging'),
  state: fc.constantFrom('Success', 'Failed'),
});

type Deployment = typeof deployment extends fc.Arbitrary<infer Row> ? Row : never;

function derive(deployments: readonly Deployment[]) {
  const rows = deployments.map(({ team, at, environment, state }) =>
    [team, new Date(at).toISOString(), environment, state].join(','),
  );
  return deriveSeries(eventTable(['Team,Completed,Environment,State', ...rows].join('\n')))?.series ?? [];
}

/** Everything but the lines, which are those of the file. */
function content(deployments: readonly Deployment[]) {
  return derive(deployments)
    .map(({ header, starts, values, numerators, denominators }) => ({
      key: `${header.metric}|${header.entity}`,
      starts,
      values,
      numerators,
      denominators,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

const some = fc.array(deployment, { minLength: 1, maxLength: 60 });

describe('deriving from deployments', () => {
  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(some, (deployments) => {
        expect(content(deployments.toReversed())).toEqual(content(deployments));
      }),
    );
  });

  it('does not see what is not production', () => {
    fc.assert(
      fc.property(some, (deployments) => {
        const production = deployments.filter(({ environment }) => environment === 'Production');
        expect(content(deployments)).toEqual(content(production));
      }),
    );
  });

  it('counts each production deployment once, in its own ISO week, and each failure of it once', () => {
    fc.assert(
      fc.property(some, (deployments) => {
        const production = deployments.filter(({ environment }) => environment === 'Production');
        for (const { header, starts, values, numerators, denominators } of derive(deployments)) {
          const own = production.filter(({ team }) => team === header.entity);
          const failed = own.filter(({ state }) => state === 'Failed');
          if (header.metric === 'deployment-frequency') {
            expect(values).toEqual(
              starts.map((start) => own.filter(({ at }) => startOfWeek(at) === start).length),
            );
            expect(sum(values)).toBe(own.length);
          } else {
            expect([sum(numerators ?? []), sum(denominators ?? [])]).toEqual([failed.length, own.length]);
          }
        }
      }),
    );
  });

  it('gives Mondays without a gap, and a missing fail rate exactly where nothing was deployed', () => {
    fc.assert(
      fc.property(some, (deployments) => {
        for (const { header, starts, values, denominators } of derive(deployments)) {
          expect(starts).toEqual(starts.map((_, week) => startOfWeek(starts[0] ?? 0) + week * WEEK_MS));
          if (header.metric !== 'change-fail-rate') continue;
          expect(values.map(Number.isNaN)).toEqual((denominators ?? []).map((count) => count === 0));
        }
      }),
    );
  });
});
