import catalogueJson from './data/catalogue.json' with { type: 'json' };
import type { CatalogueFile } from './schemas/catalogue.ts';

export type Metric = CatalogueFile['metrics'][number];
export type Dimension = CatalogueFile['dimensions'][number];
export type DimensionId = Dimension['id'];
export type Outcome = CatalogueFile['outcomes'][number];
export type Derivation = CatalogueFile['derivations'][number];

// The build validates the file against the schema of its type (validate.ts), so it is not parsed again here.
const catalogue = catalogueJson as unknown as CatalogueFile;

export const metrics: readonly Metric[] = catalogue.metrics;
export const outcomes: readonly Outcome[] = catalogue.outcomes;
export const derivations: readonly Derivation[] = catalogue.derivations;

/** The five dimensions in the order of the walk. */
export const dimensions: readonly Dimension[] = catalogue.dimensions.toSorted((a, b) => a.order - b.order);

/** Metrics that are active as soon as data maps to them; the others appear when data does. */
export const startMetrics: readonly Metric[] = metrics.filter((metric) => metric.tier === 'start');

const metricsById: ReadonlyMap<string, Metric> = new Map(metrics.map((metric) => [metric.id, metric]));

export function metricById(id: string): Metric | undefined {
  return metricsById.get(id);
}

export function dimensionById(id: string): Dimension | undefined {
  return dimensions.find((dimension) => dimension.id === id);
}

export function outcomeById(id: string): Outcome | undefined {
  return outcomes.find((outcome) => outcome.id === id);
}

/** A header as it is compared: case, accents of width, underscores and punctuation do not tell headers apart. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

function indexSynonyms(): ReadonlyMap<string, readonly Metric[]> {
  const index = new Map<string, Metric[]>();
  for (const metric of metrics) {
    const keys = new Set([metric.id, metric.name, ...metric.synonyms].map(headerKey));
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), metric]);
  }
  return index;
}

const synonymIndex = indexSynonyms();

/**
 * Metrics that a header may stand for, in the order of the catalogue. A proposal, never a decision: with several, or
 * with a shared header, the file's other headers and the unit decide.
 */
export function metricsByHeader(header: string): readonly Metric[] {
  return synonymIndex.get(headerKey(header)) ?? [];
}

const sharedRules: ReadonlyMap<string, string> = new Map(
  catalogue.sharedSynonyms.flatMap(({ headers, rule }) =>
    headers.map((header): [string, string] => [headerKey(header), rule]),
  ),
);

/** Why a header alone selects no metric (`Status`, `Count`, `Hours`), or null when it may. */
export function sharedHeaderRule(header: string): string | null {
  return sharedRules.get(headerKey(header)) ?? null;
}
