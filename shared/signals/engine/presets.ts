export const PRESET_IDS = ['calm', 'balanced', 'alert'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** How far is far enough, in units of Q, which is standard normal while nothing changes. */
export type Preset = {
  readonly id: PresetId;
  readonly name: string;
  /** A single point further out than this is a spike. */
  readonly spike: number;
  /** The sums with allowance 0.5 are a shift beyond this: changes of about one standard deviation that last. */
  readonly small: number;
  /** The sums with allowance 1.25 are a shift beyond this: changes of two and more. */
  readonly large: number;
  /** The same for values judged by their rank: a rank alone is never a spike. */
  readonly rankedSmall: number;
  readonly rankedLarge: number;
  /** Share of stable series with a false signal within a year of weekly looks; measured, see README. */
  readonly falseInAYear: number;
  /** Mean weeks until a lasting change of two standard deviations is found, with half a year of history; measured. */
  readonly weeksToFind: number;
  /** False signals of one stable series in a week; measured. */
  readonly falsePerWeek: number;
};

export const PRESETS: Readonly<Record<PresetId, Preset>> = {
  calm: {
    id: 'calm',
    name: 'Calm',
    spike: 3.5,
    small: 5.5,
    large: 2.4,
    rankedSmall: 4.8,
    rankedLarge: 2.1,
    falseInAYear: 0.14,
    weeksToFind: 4.3,
    falsePerWeek: 1 / 350,
  },
  balanced: {
    id: 'balanced',
    name: 'Balanced',
    spike: 3.3,
    small: 4.9,
    large: 2.2,
    rankedSmall: 4.4,
    rankedLarge: 1.9,
    falseInAYear: 0.21,
    weeksToFind: 3.8,
    falsePerWeek: 1 / 205,
  },
  alert: {
    id: 'alert',
    name: 'Alert',
    spike: 3.1,
    small: 4.2,
    large: 1.9,
    rankedSmall: 3.8,
    rankedLarge: 1.7,
    falseInAYear: 0.34,
    weeksToFind: 3.3,
    falsePerWeek: 1 / 118,
  },
};

export const DEFAULT_PRESET: Preset = PRESETS.calm;
