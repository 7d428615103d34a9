import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '#tests/support/read-text.ts';

const WORDS = [
  'data',
  'result',
  'resultType',
  'metric',
  'values',
  'value',
  'series',
  'pointlist',
  'Datapoints',
  'Label',
  'runs',
  'results',
  'tool',
  'driver',
  'rules',
  'Results',
  'Vulnerabilities',
  'ArtifactName',
  'matches',
  'vulnerability',
  'severity',
  'artifact',
  'vulnerabilities',
  'projectName',
  'vulnerabilityAlerts',
  'nodes',
  'security_advisory',
  'incidents',
  'impact',
  'incident_updates',
  'Reports',
  'BudgetStatus',
  'Name',
  'frames',
  'columns',
  'rows',
  'date',
  '__proto__',
  'constructor',
  'length',
];
const leaf = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1e308,
    1774224000,
    '',
    'matrix',
    'vector',
    'critical',
    '2026-04-01',
    'NaN',
  ),
  fc.string({ maxLength: 8 }),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...WORDS), tie('tree'), { maxKeys: 5, noNullPrototype: false }),
  ),
}));

describe('documents that look like formats and are none', () => {
  it('are answered, whatever stands where', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.array(tree, { maxLength: 4 }), fc.dictionary(fc.constantFrom(...WORDS), tree)),
        (value) => {
          const { reading } = readText('x.json', value);
          expect(['read', 'needs-answer', 'refused']).toContain(reading.status);
          expect(reading.sentence.length).toBeGreaterThan(10);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are answered as YAML too', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('slos', 'spec', 'metadata', 'kind', 'labels', 'objective'), tree),
        (value) => {
          const text = `version: prometheus/v1\nrest: ${JSON.stringify(value)}\n`;
          expect(readText('x.yaml', text).reading.sentence.length).toBeGreaterThan(10);
        },
      ),
      { numRuns: 200 },
    );
  });
});
