import type { Day } from '#shared/day.ts';
import {
  type Derivation,
  type Dimension,
  derivations,
  dimensions,
  type Metric,
  metrics,
} from '#shared/drive/catalogue.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { subjectOf } from './anomaly-id.ts';
import { rankCandidates } from './constraint/candidates.ts';
import { constraintPointers } from './constraint/pointers.ts';
import type { CheckSources } from './cross-checks/check-input.ts';
import { withCrossChecks } from './cross-checks/with-checks.ts';
import type { MetricDefinition, Threshold } from './definition.ts';
import { readDimension } from './dimension-read.ts';
import { DEFAULT_PRESET, type Preset } from './engine/presets.ts';
import { type Assessment, assessSeries, type OpenFinding } from './evaluate.ts';
import type { EvaluateOptions } from './evaluate-options.ts';
import { type EntityFacts, type PastVerdict, rankFinding } from './rank.ts';
import type { Anomaly, CurrentState, SeriesReading } from './reading.ts';
import { byFortnight, type Found, movedWith, oneOfEach } from './together.ts';

export type Catalogue = {
  readonly metrics: readonly Metric[];
  readonly dimensions: readonly Dimension[];
  readonly derivations: readonly Derivation[];
};

/** What the app ships with. */
export const builtInCatalogue: Catalogue = { metrics, dimensions, derivations };

export type CurrentStateOptions = {
  readonly asOf: Day;
  readonly catalogue?: Catalogue;
  readonly entities?: readonly EntityFacts[];
  readonly rebaselines?: readonly { readonly series: string; readonly from: Day; readonly cause: string }[];
  /** Baselines that people locked or fixed, one for a phase of a series. */
  readonly baselines?: readonly { readonly series: string; readonly from: Day; readonly to: Day }[];
  /** Periods kept out of limits and rules; null is every metric or every entity. */
  readonly setAside?: readonly {
    readonly metric: string | null;
    readonly entity: string | null;
    readonly from: Day;
    readonly to: Day;
  }[];
  /** Targets set by people; a target of null switches that of the catalogue off. */
  readonly targets?: readonly {
    readonly metric: string;
    readonly entity: string | null;
    readonly target: Threshold | null;
  }[];
  /** How far is far enough for a signal; calm unless given. */
  readonly preset?: Preset;
  /** Verdicts of earlier reviews by anomaly, oldest first. */
  readonly verdicts?: ReadonlyMap<string, readonly PastVerdict[]>;
  /** What the cross-checks read beside the series; without it none are made. */
  readonly beside?: Omit<CheckSources, 'asOf' | 'series' | 'readings' | 'entities'>;
};

const MOST_QUESTIONS = 3;

/** Ranked, worst first; on a tie the older onset, then the name. */
function byScore(left: Found, right: Found): number {
  return (
    right.anomaly.score - left.anomaly.score ||
    compareText(left.anomaly.onset, right.anomaly.onset) ||
    compareText(left.anomaly.id, right.anomaly.id)
  );
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function targetFor(series: Series, options: CurrentStateOptions): Threshold | null | undefined {
  const own = options.targets?.findLast(
    ({ metric, entity }) => metric === series.metric && entity === series.entity,
  );
  const shared = options.targets?.findLast(
    ({ metric, entity }) => metric === series.metric && entity === null,
  );
  return (own ?? shared)?.target;
}

function optionsFor(
  series: Series,
  facts: EntityFacts | undefined,
  options: CurrentStateOptions,
): EvaluateOptions {
  const id = seriesId(series);
  const target = targetFor(series, options);
  return {
    asOf: options.asOf,
    rebaselines: (options.rebaselines ?? [])
      .filter((one) => one.series === id)
      .map(({ from, cause }) => ({ at: from, cause })),
    baselines: (options.baselines ?? []).filter((one) => one.series === id),
    setAside: (options.setAside ?? []).filter(
      ({ metric, entity }) =>
        (metric === null || metric === series.metric) && (entity === null || entity === series.entity),
    ),
    ...(options.preset === undefined ? {} : { preset: options.preset }),
    ...(facts?.displayName == null ? {} : { entityName: facts.displayName }),
    ...(target === undefined ? {} : { target }),
  };
}

function toAnomaly(
  assessment: Assessment,
  finding: OpenFinding,
  known: {
    definition: MetricDefinition | null;
    entity: EntityFacts | undefined;
    past: readonly PastVerdict[];
  },
): Omit<Anomaly, 'movedWith'> {
  const { reading } = assessment;
  const { definition } = known;
  const { signal, kind } = finding;
  const asked = signal.direction === 'better' ? definition?.questions.better : definition?.questions.worse;
  return {
    id: `${reading.id}|${kind}|${signal.onset}`,
    kind,
    dimension: reading.dimension ?? 'other',
    headline: finding.headline,
    sentence: kind === 'threshold' ? signal.text : reading.sentence,
    direction: signal.direction,
    onset: signal.onset,
    metric: reading.metric,
    metricName: reading.metricName,
    entity: reading.entity,
    entityName: reading.entityName,
    outcome: definition?.outcomes[0] ?? null,
    questions: (asked ?? []).slice(0, MOST_QUESTIONS),
    ...rankFinding(reading, finding, known),
    reading,
  };
}

/** Verdicts of every signal that a series ever had, by series: an anomaly's id begins with that of its series. */
function verdictsBySeries(
  verdicts: CurrentStateOptions['verdicts'],
): ReadonlyMap<string, readonly PastVerdict[]> {
  const bySeries = new Map<string, PastVerdict[]>();
  for (const [anomaly, past] of verdicts ?? []) {
    const series = subjectOf(anomaly);
    const sofar = bySeries.get(series) ?? [];
    bySeries.set(
      series,
      [...sofar, ...past].toSorted((a, b) => compareText(a.date ?? '', b.date ?? '')),
    );
  }
  return bySeries;
}

/** Where the organization stands on a day: every series read, what is open ranked, the dimensions summed up. */
export function readCurrentState(series: readonly Series[], options: CurrentStateOptions): CurrentState {
  const catalogue = options.catalogue ?? builtInCatalogue;
  const definitions = new Map<string, Metric>(catalogue.metrics.map((metric) => [metric.id, metric]));
  const entities = new Map(options.entities?.map((entity) => [entity.id, entity]));
  const past = verdictsBySeries(options.verdicts);
  const readings: SeriesReading[] = [];
  const found: Found[] = [];
  let limited = 0;
  for (const one of series) {
    const definition = definitions.get(one.metric) ?? null;
    const entity = entities.get(one.entity);
    const assessment = assessSeries(one, definition, optionsFor(one, entity, options));
    readings.push(assessment.reading);
    if (assessment.reading.phases.length > 0 && assessment.reading.state !== 'stale') limited++;
    const known = { definition, entity, past: past.get(assessment.reading.id) ?? [] };
    for (const finding of assessment.open) {
      found.push({ assessment, definition, finding, anomaly: toAnomaly(assessment, finding, known) });
    }
  }
  const fortnights = byFortnight(found);
  const ranked = oneOfEach(found.toSorted(byScore)).map(
    (one): Anomaly => ({
      ...one.anomaly,
      movedWith: movedWith(one, fortnights),
    }),
  );
  const { anomalies, wins, crossChecks, slos } = withCrossChecks(
    {
      anomalies: ranked.filter(({ direction }) => direction !== 'better'),
      wins: ranked.filter(({ direction }) => direction === 'better'),
      readings,
      series,
    },
    {
      metrics: definitions,
      sources:
        options.beside === undefined
          ? null
          : { asOf: options.asOf, entities: options.entities ?? [], ...options.beside },
      past,
    },
  );
  const start = catalogue.metrics.filter((metric) => metric.tier === 'start');
  return {
    asOf: options.asOf,
    readings,
    anomalies,
    wins,
    dimensions: catalogue.dimensions.map((dimension) =>
      readDimension(dimension, readings, { anomalies, wins }, { start, derivations: catalogue.derivations }),
    ),
    expectedFalse: limited * (options.preset ?? DEFAULT_PRESET).falsePerWeek,
    crossChecks,
    slos,
    candidates:
      options.beside === undefined
        ? []
        : rankCandidates(
            constraintPointers({
              initiatives: options.beside.onRecord?.initiatives ?? [],
              entities: options.entities ?? [],
              anomalies,
              readings,
            }),
          ),
  };
}
