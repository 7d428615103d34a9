import {
  headerKey,
  type Metric,
  metricById,
  metrics,
  metricsByHeader,
  sharedHeaderRule,
} from '#shared/drive/catalogue.ts';
import type { Aggregation } from '#shared/series/series.ts';
import { nameWithoutUnit, type Unit, unitOfHeader } from '#shared/tabular/units.ts';

/** What a measure becomes: a metric of the catalogue, or one of the file's own. */
export type MetricChoice = {
  /** Catalogue id or `own:NAME`. */
  readonly id: string;
  readonly name: string;
  readonly metric: Metric | null;
  readonly aggregation: Aggregation;
  /** Unit in which a metric of the file's own is stored already, where a person said so. */
  readonly keptIn?: string;
};

const WRAPPED = /^custom field \((.+)\)$/i;
const LABELS = /^\{?.*__name__="([^"]{1,200})"/;
const AVERAGES =
  /\b(?:p\d{2}|avg|average|mean|median|rate|ratio|share|price|score|latency|percentile|per|level|uptime|availability|utili[sz]ation|quote|cvss|epss|rating|grade|index|gpa|e?nps|maturity|cpu|temperature)\b/;

/** Whether the metric counts things: neither a length of time, nor money, nor a part of a whole. */
function isCounted(metric: Metric): boolean {
  return metric.kind !== 'money' && metric.kind !== 'duration' && metric.unit !== '%';
}

/** Whether a unit and a metric measure the same kind of thing; a unit that nobody gave contradicts nothing. */
function agrees(metric: Metric, unit: Unit | null): boolean {
  if (unit === null) return true;
  if (unit.family === 'other' || unit.family === 'count' || unit.family === 'bytes') return isCounted(metric);
  if (unit.family === 'time') return metric.kind === 'duration';
  if (unit.family === 'money') return metric.kind === 'money' || metric.unit === 'money';
  if (unit.family === 'percent' || unit.family === 'share') return metric.unit === '%';
  return false;
}

const UNIT_WORDS = new Set(
  'ms seconds secs sec minutes mins min hours hrs h days d percent pct usd eur'.split(' '),
);

/** A header's words without the units among them, as a key. */
function wordsKey(header: string): string {
  const words = headerKey(header).split(' ');
  return words.filter((word) => !UNIT_WORDS.has(word)).join(' ');
}

const byWords: ReadonlyMap<string, readonly Metric[]> = indexByWords();

function indexByWords(): ReadonlyMap<string, readonly Metric[]> {
  const index = new Map<string, Metric[]>();
  for (const metric of metrics) {
    const keys = new Set([metric.name, ...metric.synonyms].map(wordsKey));
    for (const key of keys) if (key !== '') index.set(key, [...(index.get(key) ?? []), metric]);
  }
  return index;
}

function candidates(header: string): readonly Metric[] {
  const bare = WRAPPED.exec(header)?.[1] ?? header;
  if (sharedHeaderRule(bare) !== null) return [];
  const exact = metricsByHeader(bare);
  if (exact.length > 0) return exact;
  const short = nameWithoutUnit(bare);
  if (sharedHeaderRule(short) !== null) return [];
  const named = metricsByHeader(short);
  return named.length > 0 ? named : (byWords.get(wordsKey(short)) ?? []);
}

const SHARES =
  /%|\b(?:rate|share|ratio|percent|pct|percentage|availability|uptime|attainment|coverage|completion|complete|satisfaction|csat|sla|slo|sli|quote|anteil|success|churn|adoption|verfügbarkeit|failure|cfr|rework|budget|変更失敗率)\b|率$/iu;

/** Whether whole numbers without a unit may be percents: `Errors` 12 is a count, `Error rate` 12 a share. */
function mayBeShare(metric: Metric, header: string, unit: Unit | null, fractions: boolean): boolean {
  return metric.unit !== '%' || unit !== null || fractions || SHARES.test(header.replaceAll('_', ' '));
}

/**
 * Metric of the catalogue that a header proposes; null when it proposes none, or several. `fractions` says whether
 * numbers below it have any.
 */
export function proposedMetric(header: string, unit: Unit | null, fractions: boolean): Metric | null {
  const found = candidates(header).filter(
    (metric) => agrees(metric, unit) && mayBeShare(metric, header, unit, fractions),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** How equal keys of a metric that the catalogue lacks become one: averages stay averages, amounts add up. */
function ownAggregation(name: string, unit: Unit | null): Aggregation {
  if (unit?.family === 'percent' || unit?.family === 'share') return 'mean';
  if (unit?.label.startsWith('per ') === true) return 'mean';
  return AVERAGES.test(headerKey(name)) ? 'mean' : 'sum';
}

function catalogued(metric: Metric): MetricChoice {
  return { id: metric.id, name: metric.name, metric, aggregation: metric.overTime };
}

/** A metric of the file's own, under its name without the unit. */
export function ownMetric(header: string, unit: Unit | null): MetricChoice {
  const label = LABELS.exec(header)?.[1];
  const name = label ?? (nameWithoutUnit(header) || header || 'value');
  return { id: `own:${name}`, name, metric: null, aggregation: ownAggregation(header, unit) };
}

/** A metric of the file's own under exactly the name that a person gave it. */
function namedByHand(name: string, unit: Unit | null): MetricChoice {
  return { id: `own:${name}`, name, metric: null, aggregation: ownAggregation(name, unit) };
}

/** Metric for a name in the file; `given` is what a person decided, as a catalogue id or `own:NAME`. */
export function metricFor(
  name: string,
  unit: Unit | null,
  given: string | undefined,
  fractions = false,
): MetricChoice {
  if (given !== undefined) {
    const metric = metricById(given);
    if (metric !== undefined) return catalogued(metric);
    return namedByHand(given.startsWith('own:') ? given.slice(4) : given, unit);
  }
  const proposed = proposedMetric(name, unit ?? unitOfHeader(name), fractions);
  return proposed === null ? ownMetric(name, unit) : catalogued(proposed);
}

const LABEL_ENTITY = /(?:^|[{,]\s?)(?:service|app|job_name|instance|pod|host|name|job)="([^"]{1,200})"/;

/** Entity that a label set names (`{__name__="up", instance="a:9090"}`), or null. */
export function entityOfLabels(header: string): string | null {
  if (!header.includes('="')) return null;
  const body = header.replace(/__name__="[^"]{0,200}",?\s?/, '');
  return LABEL_ENTITY.exec(body)?.[1] ?? null;
}
