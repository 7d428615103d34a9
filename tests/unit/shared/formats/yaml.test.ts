import { describe, expect, it } from 'vitest';
import { strictestTargets } from '#shared/formats/strictest-targets.ts';
import { readText } from '#tests/support/read-text.ts';

const OPENSLO = `# what we promise
apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout-availability
  labels:
    team: payments
spec:
  service: checkout
  timeWindow:
    - duration: 30d
      isRolling: true
  objectives:
    - displayName: Internal
      target: 0.995
    - displayName: SLA
      targetPercent: 99
---
apiVersion: openslo/v1
kind: Service
metadata: { name: checkout }
`;

describe('objectives', () => {
  it('reads OpenSLO targets as ratios or percents and gives no points', () => {
    const { reading, points } = readText('slo.yaml', OPENSLO);
    expect(reading).toMatchObject({ type: 'openslo', status: 'read', shape: 'targets', rows: { data: 2 } });
    expect(reading.questions).toEqual([]);
    expect(
      reading.targets.map(({ entity, op, value, name, line }) => [entity, op, value, name, line]),
    ).toEqual([
      ['checkout', '>=', 0.995, 'Internal', 14],
      ['checkout', '>=', 0.99, 'SLA', 16],
    ]);
    expect(reading.owners).toMatchObject([{ entity: 'checkout', owner: 'payments' }]);
    expect(points?.values).toHaveLength(0);
  });

  it.each([
    [
      'by its version',
      'version: prometheus/v1\nservice: shop\nslos:\n  - name: availability\n    objective: 99.9\n',
    ],
    [
      'as a resource of a cluster',
      'apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel\nspec:\n  service: shop\n  slos:\n    - name: availability\n      objective: 99.9\n',
    ],
  ])('reads Sloth %s: its objectives are percents', (_, text) => {
    const { reading } = readText('slo.yml', text);
    expect(reading.type).toBe('sloth');
    expect(reading.targets).toMatchObject([{ entity: 'shop', value: 0.999 }]);
  });

  it('lets the strictest of several objectives count', () => {
    const { reading } = readText('slo.yaml', OPENSLO);
    expect(strictestTargets(reading.targets)).toMatchObject([{ entity: 'checkout', value: 0.995 }]);
    expect(strictestTargets(reading.targets.toReversed())).toMatchObject([{ value: 0.995 }]);
  });

  it('is known by its first line where the name says nothing', () => {
    expect(readText('objectives.txt', OPENSLO).reading.type).toBe('openslo');
  });
});

describe('a Backstage catalogue', () => {
  it('names owners in one way and says who has none', () => {
    const entity = (name: string, owner: string) =>
      `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  owner: ${owner}\n`;
    const text = [
      entity('a', 'group:default/payments'),
      entity('b', 'payments'),
      entity('c', 'unknown'),
      '',
    ].join('---\n');
    const { reading } = readText('catalog-info.yaml', text);
    expect(reading).toMatchObject({ type: 'backstage', shape: 'targets', rows: { data: 3 } });
    expect(reading.owners.map(({ entity: name, owner }) => [name, owner])).toEqual([
      ['a', 'payments'],
      ['b', 'payments'],
      ['c', null],
    ]);
    expect(reading.sentence).toContain('without an owner: c');
  });
});

describe('YAML that is nothing of the kind', () => {
  const bomb = `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`).join('\n')}\n`;

  it.each([
    ['other YAML', 'services:\n  web:\n    image: nginx\n', /without objectives/],
    ['a broken one', 'kind: SLO\nspec: [1,\n', /error in line \d/],
    ['one that grows without end', bomb, /nested too deep/],
    ['a very deep one', `kind: ${'['.repeat(100_000)}`, /error in line|nested too deep/],
    ['an empty one', '# nothing\n', /without objectives/],
  ])('%s is refused with one sentence', (_, text, sentence) => {
    const { reading } = readText('x.yaml', text);
    expect(reading.status).toBe('refused');
    expect(reading.sentence).toMatch(sentence);
  });

  it('takes hostile keys for keys and lets the last of equal ones count', () => {
    const text =
      'version: prometheus/v1\nservice: a\nservice: b\n__proto__: {x: 1}\nslos:\n - name: n\n   objective: 99\n';
    expect(readText('x.yaml', text).reading.targets).toMatchObject([{ entity: 'b' }]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('resolves names of values and merged maps', () => {
    const text =
      'version: prometheus/v1\nservice: shop\nbase: &base {objective: 99.5}\nslos:\n - {name: n, <<: *base}\n';
    expect(readText('x.yaml', text).reading.targets).toMatchObject([{ value: 0.995 }]);
  });
});
