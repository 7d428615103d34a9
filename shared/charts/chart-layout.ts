import type { Direction } from '#shared/signals/reading.ts';

export type Tone = Direction | 'routine';
export type Shape = 'circle' | 'diamond' | 'square' | 'triangle' | 'triangle-down';

/** A place in the drawing, in CSS pixels from the upper left corner. */
export type Place = { readonly x: number; readonly y: number };

export type Mark = Place & {
  /** Which of the reading's points it is. */
  readonly index: number;
  readonly shape: Shape;
  readonly tone: Tone;
  /** Half the width of the shape. */
  readonly half: number;
  readonly mature: boolean;
  /** Half the width of the outline around the newest period, null elsewhere. */
  readonly outline: number | null;
};

export type ChartText = Place & {
  /** Set strong, before `text`. */
  readonly lead: string;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone: 'label' | 'ink' | Direction;
  /** A rim in the colour of the ground, where text may lie over lines. */
  readonly halo: boolean;
};

/** One phase: its band between the limits and its mean. A limit is null where the metric cannot go beyond it. */
export type BandLayout = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly mean: number;
  /** Limits of twelve points or more; those of fewer still move and are dashed. */
  readonly firm: boolean;
  readonly upperLimit: number | null;
  readonly lowerLimit: number | null;
};

export type Rule = Place & { readonly to: Place; readonly width: number };

/** A process-behaviour chart, placed: all that is drawn and every word, with nothing left to compute. */
export type ChartLayout = {
  readonly width: number;
  readonly height: number;
  /** The sentence under the chart, for those who do not see it. */
  readonly label: string;
  readonly title: string;
  readonly stale: boolean;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly bands: readonly BandLayout[];
  /** Limits of another day, as outlines over those of today. */
  readonly earlier: readonly BandLayout[];
  readonly target: number | null;
  readonly lines: readonly (readonly Place[])[];
  readonly marks: readonly Mark[];
  /** Ticks of the axes, starts of phases, events. */
  readonly ticks: readonly Rule[];
  readonly rules: readonly Rule[];
  readonly texts: readonly ChartText[];
};

/** Something that happened: drawn from the axis up to its period. */
export type ChartEvent = {
  readonly day: string;
  readonly title: string;
  readonly detail?: string;
  /** Stands at the foot of its rule where a list beside the chart counts what happened. */
  readonly number?: number;
  /** What explains nothing by itself (a decision, an incident) has a short rule that stays off the series. */
  readonly minor?: boolean;
};
