import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportsFolder, hasExports, readCollected } from '#tests/support/exports-collection.ts';
import { pointsOf } from '#tests/support/read-text.ts';

type Reference = {
  readonly file: string;
  readonly expected: {
    readonly records?: readonly { readonly service: string; readonly target_percent: number }[];
    readonly owner?: { readonly normalised: readonly string[] };
    readonly measures?: readonly Readonly<Record<string, number>>[];
    readonly derived?: { readonly by_severity_normalised?: Readonly<Record<string, number>> };
  };
};

function expectedOf(file: string): Reference['expected'] {
  const all = JSON.parse(
    readFileSync(path.join(exportsFolder, 'expected.json'), 'utf8'),
  ) as readonly Reference[];
  const found = all.find((each) => each.file === file);
  if (found === undefined) throw new Error(`${file} is not in the collection`);
  return found.expected;
}

function types(...files: readonly string[]): readonly string[] {
  return files.map((file) => readCollected(file).reading.type);
}

/** A share as it is stored, in the percent that the file wrote. */
function inPercent(share: number): number {
  return Number((share * 100).toPrecision(12));
}

describe.skipIf(!hasExports)('formats of the collection beside the repository', () => {
  it('knows each tool by the content of its file', () => {
    expect(
      types('prometheus-query_range_gap.json', 'cloudwatch-get_metric_statistics_unordered.json'),
    ).toEqual(['prometheus', 'cloudwatch']);
    expect(types('trivy-alpine310.json', 'grype-all_fix_states.json', 'sarif-appendix_k.sarif')).toEqual([
      'trivy',
      'grype',
      'sarif',
    ]);
    expect(types('fourkeys-deployments.jsonl', 'gitlab-dora_deployment_frequency.json')).toEqual([
      'ndjson',
      'gitlab-dora',
    ]);
    expect(types('statuspage-incidents_small.json', 'github-vulnerability_alerts_graphql.json')).toEqual([
      'statuspage',
      'dependabot',
    ]);
  });

  it.each(['openslo-timeslices.yaml', 'sloth-getting_started.yml'])(
    'takes the objectives of %s as shares',
    (file) => {
      const wanted = expectedOf(file).records?.map((each) => [each.service, each.target_percent]);
      expect(
        readCollected(file).reading.targets.map(({ entity, value }) => [entity, inPercent(value)]),
      ).toEqual(wanted);
    },
  );

  it('names owners in one way, and nobody where the catalogue knows none', () => {
    const wanted = expectedOf('backstage-catalog_info.yaml').owner?.normalised;
    const { owners } = readCollected('backstage-catalog_info.yaml').reading;
    expect(owners.map(({ owner }) => owner ?? 'unknown')).toEqual(wanted);
  });

  it('counts findings by severity, moderate with medium', () => {
    const wanted = expectedOf('github-vulnerability_alerts_graphql.json').derived?.by_severity_normalised;
    const { warnings } = readCollected('github-vulnerability_alerts_graphql.json').reading;
    const told = warnings.find(({ code }) => code === 'by-severity')?.message ?? '';
    expect(
      Object.fromEntries([...told.matchAll(/(\d+) (\w+)/g)].map(([, count, word]) => [word, Number(count)])),
    ).toEqual(wanted);
  });

  it('places datapoints that come in no order', () => {
    const file = 'cloudwatch-get_metric_statistics_unordered.json';
    const points = pointsOf(readCollected(file))
      .map((point) => point.split(' ').slice(-2))
      .toSorted();
    const [wanted] = expectedOf(file).measures ?? [];
    expect(inPercent(Number(points[0]?.[1]))).toBe(wanted?.['earliest_value']);
    expect(inPercent(Number(points.at(-1)?.[1]))).toBe(wanted?.['latest_value']);
  });
});
