import type { Day } from '#shared/day.ts';
import type { Threshold } from './definition.ts';
import type { Preset } from './engine/presets.ts';
import type { LimitFactor } from './limits.ts';
import type { IndexSpan } from './phases.ts';
import type { RuleSet } from './rules.ts';

export type Rebaseline = { readonly at: Day; readonly cause: string };

export type EvaluateOptions = {
  /** The day of the review; null where points have no dates. Newer points are hollow, older data is stale. */
  readonly asOf: Day | null;
  /** Points have no dates: their starts are positions in the file. */
  readonly undated?: boolean;
  /** Name of the entity as people know it; the entity's own id unless given. */
  readonly entityName?: string;
  /** New phases, each at a named cause. */
  readonly rebaselines?: readonly Rebaseline[];
  /** Periods that an event explains (year-end holidays): drawn, and kept out of limits and rules. */
  readonly setAside?: readonly { readonly from: Day; readonly to: Day }[];
  /** Stands in for the target of the catalogue (the objective of an SLO); null switches it off. */
  readonly target?: Threshold | null;
  /** Draws the textbook chart: plain values, the whole phase as its own baseline. */
  readonly forced?: 'xmr';
  /** First and last period of a baseline that was set by hand, as positions. */
  readonly baseline?: IndexSpan;
  /** First and last period of baselines that people locked or fixed, one for a phase, by their days. */
  readonly baselines?: readonly { readonly from: Day; readonly to: Day }[];
  /** Positions at which phases start, besides the rebaselines. */
  readonly phases?: readonly number[];
  /** How far is far enough for a signal; calm unless given. */
  readonly preset?: Preset;
  /** Which patterns are described on the chart; they decide nothing. */
  readonly rules?: RuleSet;
  readonly factor?: LimitFactor;
};
