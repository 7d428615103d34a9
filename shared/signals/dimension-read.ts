import type { Derivation, Dimension } from '#shared/drive/catalogue.ts';
import type { MetricDefinition } from './definition.ts';
import type { Anomaly, DimensionRead, SeriesReading, SeriesState } from './reading.ts';
import { inSentence } from './sentence.ts';

const WORST_FIRST: readonly SeriesState[] = ['worse', 'changed', 'better', 'routine', 'stale'];

type Start = MetricDefinition & { readonly synonyms: readonly string[] };

/** "Deployment frequency: from deployments, one row each, or a column like “Deployments”". */
function feedOf(metric: Start, derivations: readonly Derivation[]): string {
  const events = derivations.find(({ gives }) => gives.includes(metric.id))?.from.split(' (')[0];
  const column = metric.synonyms[0] === undefined ? null : `a column like “${metric.synonyms[0]}”`;
  const feeds = [events === undefined ? null : `${events}, one row each`, column].filter(
    (feed) => feed !== null,
  );
  return feeds.length === 0 ? metric.name : `${metric.name}: from ${feeds.join(', or ')}`;
}

function sentenceOf(
  dimension: Dimension,
  state: SeriesState,
  readings: readonly SeriesReading[],
  first: Anomaly | undefined,
): string {
  if (readings.length === 0)
    return first === undefined ? `${dimension.name} is not measured yet.` : `${first.headline}.`;
  const n = readings.length;
  const routine = readings.filter((reading) => reading.state === 'routine').length;
  const series = `${n} series`;
  if (state === 'stale') return `None of ${series} has a value for the newest complete period.`;
  if (routine === n && first?.check !== undefined) return `${first.headline}.`;
  if (routine === n) return n === 1 ? 'One series, routine.' : `All ${series} are routine.`;
  if (n === 1 && first !== undefined) return `${first.headline}.`;
  const stale = readings.filter((reading) => reading.state === 'stale').length;
  const late = stale === 0 ? '' : `, ${stale} stale`;
  const rest = `${routine === 0 ? 'none' : routine} of ${series} routine${late}`;
  return first === undefined
    ? `${rest.charAt(0).toUpperCase()}${rest.slice(1)}.`
    : `${first.headline}; ${rest}.`;
}

/** How one dimension stands: the worst of its series; stale and missing stand beside it and never hide a worse. */
export function readDimension(
  dimension: Dimension,
  all: readonly SeriesReading[],
  ranked: { readonly anomalies: readonly Anomaly[]; readonly wins: readonly Anomaly[] },
  catalogue: { readonly start: readonly Start[]; readonly derivations: readonly Derivation[] },
): DimensionRead {
  const readings = all.filter((reading) => reading.dimension === dimension.id && reading.state !== 'missing');
  const measured = new Set(readings.map(({ metric }) => metric));
  // An open cross-check needs the room, whatever its series say by themselves.
  const checked = ranked.anomalies.some(
    ({ check, dimension: of }) => check !== undefined && of === dimension.id,
  );
  const state = checked
    ? 'worse'
    : (WORST_FIRST.find((one) => readings.some((reading) => reading.state === one)) ?? 'missing');
  const count = (wanted: SeriesState): number =>
    readings.filter((reading) => reading.state === wanted).length;
  const first = [...ranked.anomalies, ...ranked.wins].find((anomaly) => anomaly.dimension === dimension.id);
  return {
    dimension: dimension.id,
    state,
    sentence: sentenceOf(dimension, state, readings, first),
    series: readings.length,
    worse: count('worse'),
    better: count('better'),
    changed: count('changed'),
    stale: readings
      .filter((reading) => reading.state === 'stale')
      .map(({ entityName, metricName }) => `${entityName}, ${inSentence(metricName)}`),
    missing: catalogue.start
      .filter((metric) => metric.dimension === dimension.id && !measured.has(metric.id))
      .map((metric) => feedOf(metric, catalogue.derivations)),
  };
}
