import type { Day } from '#shared/day.ts';
import type { CheckLevel } from '#shared/drive/cross-checks.ts';
import type { VerdictId } from '#shared/review/review.ts';
import type { ConstraintCandidate } from './constraint/candidates.ts';
import type { ChartKind } from './control-charts/control-chart.ts';
import type { CrossCheckResults, Evidence } from './cross-checks/check.ts';
import type { SloStanding } from './slo/standing.ts';

export type Direction = 'worse' | 'better' | 'neither';
export type Good = 'up' | 'down' | 'neutral';
export type RuleId =
  | 'outside-limits'
  | 'run-of-8'
  | 'three-of-four'
  | 'two-of-three'
  | 'four-of-five'
  | 'threshold';
/** A single point far out, or a level that moved. */
export type Alarm = 'spike' | 'shift';
export type SeriesState = 'routine' | 'better' | 'worse' | 'changed' | 'stale' | 'missing';
/** By length of history: 0-3 values only, 4-7 provisional, 8-11 trial, 12 and more established. */
export type SeriesStatus = 'values-only' | 'provisional' | 'trial' | 'established';

/** A stretch of one process: limits are computed from its baseline. Indices are of `points`, `to` included. */
export type Phase = {
  readonly from: Day;
  readonly to: Day;
  readonly n: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly movingRange: { readonly centre: number; readonly upper: number };
  /** Named cause of a rebaseline, null for the first phase. */
  readonly cause: string | null;
  /** How many of the first points the limits rest on, and whether later points can still move them. */
  readonly baseline?: { readonly n: number; readonly locked: boolean };
};

export type ChartPoint = {
  readonly period: Day;
  /** null where missing; the line breaks there. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly movingRange: number | null;
  /** Patterns of the chart that the point completes: a description, no alarm. */
  readonly rules: readonly RuleId[];
  readonly direction: Direction | null;
  /** Standard normal while nothing changes (see `engine/`); null where nothing can be told, absent in reviews of old. */
  readonly q?: number | null;
  /** What the engine says of the newest point when the series ends here. */
  readonly alarm?: Alarm | null;
  /** False while the newest numbers are not final yet (drawn hollow, kept out of every rule). */
  readonly mature: boolean;
};

export type Signal = {
  readonly onset: Day;
  readonly at: Day;
  readonly direction: Direction;
  readonly rules: readonly RuleId[];
  /** |Q| of its furthest point, or how full its sum was on the same measure: 3.5 is just a signal. */
  readonly strength: number;
  /** Absent where a threshold was passed, and in reviews of old. */
  readonly alarm?: Alarm;
  /** What changed, against what, since when: one sentence with units. */
  readonly text: string;
  /** The last point at which it held; absent while it is open. */
  readonly ended?: Day;
};

/** How a series was decided. */
export type EngineReading = {
  /** Single values, counts, shares, waiting times, or ranks of values of unknown shape. */
  readonly kind: 'normal' | 'poisson' | 'binomial' | 'waiting' | 'rank';
  /** Counts that vary by more than counting explains are judged as single values. */
  readonly dispersed: boolean;
  /** How much neighbouring points resemble each other, 0 to 0.9; what one foretells of the next is no news. */
  readonly resemblance: number;
  readonly preset: 'calm' | 'balanced' | 'alert';
  /** Points that the newest one was held against. */
  readonly reference: number;
  /** Whether later points change the reference no more. */
  readonly frozen: boolean;
  /** Twenty points of one routine: the room may lock the reference now. */
  readonly offersLock: boolean;
  /** What was left out: periods set aside for a cause, numbers that are not final, periods without a value. */
  readonly leftOut: { readonly aside: number; readonly young: number; readonly missing: number };
  /** Rare counts without one: quiet periods up to now, and how many would tell an improvement. Null elsewhere. */
  readonly quiet: { readonly now: number; readonly needed: number } | null;
  /** All this in one sentence. */
  readonly words: string;
};

/** One series as the chart, the Wall and the command line show it. Periods are weeks unless `grain` says otherwise. */
export type SeriesReading = {
  readonly id: string;
  readonly metric: string;
  readonly metricName: string;
  readonly entity: string;
  readonly entityName: string;
  readonly dimension: string | null;
  readonly unit: string | null;
  readonly good: Good;
  readonly grain: 'day' | 'week' | 'month';
  /** The chart that the metric's kind asks for; single values on their scale unless it counts something. */
  readonly chart: ChartKind;
  readonly why: string;
  readonly phases: readonly Phase[];
  readonly points: readonly ChartPoint[];
  readonly target: { readonly op: '<' | '<=' | '>' | '>='; readonly value: number } | null;
  readonly signals: readonly Signal[];
  readonly status: SeriesStatus;
  readonly state: SeriesState;
  /** Under every chart: the newest value against its own past. */
  readonly sentence: string;
  /** Drawing never leaves these; null is open. */
  readonly bounds: readonly [number | null, number | null];
  /** Absent where a level is read by its threshold, and in reviews of old. */
  readonly engine?: EngineReading;
};

/** What a cross-check rests on, shown beside its claim. Frozen with the anomaly. */
export type AnomalyCheck = {
  /** Id of the check in cross-checks.json. */
  readonly code: string;
  readonly name: string;
  readonly level: CheckLevel;
  readonly entities: readonly string[];
  /** The rule with the numbers of this case in it. */
  readonly rule: string;
  readonly evidence: readonly Evidence[];
  readonly refutedBy: readonly string[];
  /** The verdict that fits it most naturally. */
  readonly verdict: VerdictId;
  /** What was assumed where something was not known. */
  readonly notes: readonly string[];
};

/** A signal that is put before the room, with everything that the walk shows. Frozen into the review when it starts. */
export type Anomaly = {
  /** Stable while the signal lasts: series, kind and onset. */
  readonly id: string;
  readonly kind: 'signal' | 'threshold';
  readonly dimension: string;
  /** Title on the stage: what changed, at most twelve words. */
  readonly headline: string;
  readonly sentence: string;
  readonly direction: Direction;
  readonly onset: Day;
  readonly metric: string;
  readonly metricName: string;
  readonly entity: string;
  readonly entityName: string;
  readonly outcome: string | null;
  readonly questions: readonly string[];
  readonly score: number;
  /** The terms of the score in one line: "worse, tier 1, 4.2 sd, 6 weeks, watched twice". */
  readonly because: string;
  readonly reading: SeriesReading;
  /** Other series that left their routine within two weeks of the onset, strongest first, at most three. */
  readonly movedWith: readonly { readonly id: string; readonly text: string }[];
  /** Present where the claim comes from reading two things together; its `kind` is then `threshold`. */
  readonly check?: AnomalyCheck;
};

export type DimensionRead = {
  readonly dimension: string;
  readonly state: SeriesState;
  readonly sentence: string;
  readonly series: number;
  readonly worse: number;
  readonly better: number;
  readonly changed: number;
  readonly stale: readonly string[];
  /** Start metrics without data, and what would feed them. */
  readonly missing: readonly string[];
};

/** Where the organization stands at `asOf`: everything Home, Prepare and `andon check` need. */
export type CurrentState = {
  readonly asOf: Day;
  readonly readings: readonly SeriesReading[];
  /** Ranked, worst first; improvements are in `wins`. */
  readonly anomalies: readonly Anomaly[];
  readonly wins: readonly Anomaly[];
  readonly dimensions: readonly DimensionRead[];
  /** How many of the signals are expected to be false, and at what rate per week. */
  readonly expectedFalse: number;
  /** Everything that the cross-checks found, notices included, and what could not be checked. */
  readonly crossChecks: CrossCheckResults;
  /** What may limit the whole, as a suggestion to the room: at most three, with the evidence. */
  readonly candidates: readonly ConstraintCandidate[];
  /** Attainment, budget and burn of every SLO with an objective and counts up to now. */
  readonly slos: readonly SloStanding[];
};
