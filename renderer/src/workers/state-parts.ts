import type { Anomaly, CurrentState, SeriesReading } from '#shared/signals/reading.ts';

/** So many points cross in one message: what a window unpacks between two frames. */
const POINTS_PER_PART = 1000;

type Bare = Omit<Anomaly, 'reading'> & {
  /** Place among the state's readings, or a reading that is not among them. */
  readonly reading: number | SeriesReading;
};

/** A state without its readings, which cross before it, a few at a time. */
export type StateRest = Omit<CurrentState, 'readings' | 'anomalies' | 'wins'> & {
  readonly anomalies: readonly Bare[];
  readonly wins: readonly Bare[];
};

/** Readings in portions, each small enough that unpacking it is not felt. */
function portions(readings: readonly SeriesReading[]): readonly (readonly SeriesReading[])[] {
  const parts: SeriesReading[][] = [];
  let room = 0;
  for (const reading of readings) {
    if (room <= 0) {
      parts.push([]);
      room = POINTS_PER_PART;
    }
    parts.at(-1)?.push(reading);
    room -= Math.max(1, reading.points.length);
  }
  return parts;
}

/** Takes a state apart for the way between worker and window. */
export function takeApart(state: CurrentState): {
  readonly parts: readonly (readonly SeriesReading[])[];
  readonly rest: StateRest;
} {
  const { readings, anomalies, wins, ...rest } = state;
  const places = new Map(readings.map((reading, at) => [reading, at]));
  const bare = (anomaly: Anomaly): Bare => ({
    ...anomaly,
    reading: places.get(anomaly.reading) ?? anomaly.reading,
  });
  return {
    parts: portions(readings),
    rest: { ...rest, anomalies: anomalies.map(bare), wins: wins.map(bare) },
  };
}

/** The state again. */
export function putTogether(readings: readonly SeriesReading[], rest: StateRest): CurrentState {
  const whole = (anomaly: Bare): readonly Anomaly[] => {
    const reading = typeof anomaly.reading === 'number' ? readings[anomaly.reading] : anomaly.reading;
    return reading === undefined ? [] : [{ ...anomaly, reading }];
  };
  return { ...rest, readings, anomalies: rest.anomalies.flatMap(whole), wins: rest.wins.flatMap(whole) };
}
