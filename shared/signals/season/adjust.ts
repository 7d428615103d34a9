import { findSeason, type Periods, type Season } from './find-season.ts';

/** A series with its season taken out, and one sentence that says so; the values as they were where there is none. */
export type Adjusted = {
  readonly values: Float64Array;
  readonly season: Season | null;
  readonly note: string | null;
};

function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** What the season is and what is made of it, in one sentence. `isTakenOut` is false where it is only pointed at. */
export function seasonSentence({ kind, explains }: Season, isTakenOut: boolean): string {
  const what = kind === 'weekday' ? 'The day of the week' : 'The time of year';
  const told = `${what} explains ${percent(explains)} of the ups and downs`;
  if (!isTakenOut) return `${told}; it is left in what is judged.`;
  return kind === 'weekday'
    ? `${told}, so each day is judged against its own weekday.`
    : `${told}, so values are judged with that taken out.`;
}

/** Takes the season out of a series that has one. Trend and changes of level stay; missing values stay missing. */
export function adjustForSeason(values: Float64Array, periods: Periods): Adjusted {
  const season = findSeason(values, periods);
  if (season === null) return { values, season, note: null };
  const adjusted = values.map((value, at) => value - (season.effect[at] ?? 0));
  return { values: adjusted, season, note: seasonSentence(season, true) };
}
