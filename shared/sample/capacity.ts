import { isoWeek } from '#shared/day.ts';
import { lines, record } from '#shared/sample/comma-separated.ts';
import { TEAMS } from '#shared/sample/fernhill.ts';
import { mondayOf, sampleValue, sampleValues, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';
import { type Random, seededRandom } from '#shared/seeded-random.ts';

/** Kinds of work with their share of the recorded hours, how much it wavers in a team, and in all teams together. */
const KINDS = [
  { series: 'new-work', label: 'New work', share: 0.52, sigma: 0.04, common: 0.05 },
  { series: 'maintenance', label: 'Maintenance', share: 0.17, sigma: 0.1, common: 0.04 },
  { series: 'toil', label: 'Toil', share: 0.24, sigma: 0.06, common: 0.11 },
  { series: 'compliance', label: 'Mandates', share: 0.07, sigma: 0.12, common: 0.04 },
] as const;
const WEEKLY_HOURS = 320;
/** Drawn again until nothing in 52 weeks looks like a change. */
const DRAW = 232;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What a week did to each kind of work in all teams: holidays, an audit, a week of incidents. */
function commonWeeks(): readonly (readonly number[])[] {
  const random = seededRandom(`capacity ${DRAW}`);
  return WEEK_INDEXES.map(() => KINDS.map(({ common }) => random.logNormal(1, common)));
}

/** Hours by kind of work of one team in one week: the prescribed ones, or drawn around the usual shares. */
function hoursOf(team: string, week: number, random: Random, common: readonly number[]): readonly number[] {
  if (sampleValues(`capacity.toil.${team}`) !== null) {
    return KINDS.map(({ series }) => sampleValue(`capacity.${series}.${team}`, week));
  }
  const weights = KINDS.map(({ share, sigma }, kind) => random.logNormal(share, sigma) * (common[kind] ?? 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round((weight / all) * WEEKLY_HOURS));
}

function monthRow(): readonly string[] {
  const monthOf = (week: number) => new Date(mondayOf(week)).getUTCMonth();
  return WEEK_INDEXES.map((week) =>
    week > 0 && monthOf(week) === monthOf(week - 1)
      ? ''
      : `${MONTHS[monthOf(week)]} ${new Date(mondayOf(week)).getUTCFullYear()}`,
  );
}

function weekName(week: number): string {
  const { year, week: number } = isoWeek(mondayOf(week));
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Hours by team and kind of work with ISO weeks across, as a sheet that people keep by hand. */
export function capacitySheet(): string {
  const common = commonWeeks();
  const rows = TEAMS.flatMap(({ id }) => {
    const random = seededRandom(`capacity ${id} ${DRAW}`);
    const weeks = WEEK_INDEXES.map((week) => hoursOf(id, week, random, common[week] ?? []));
    return KINDS.map(({ label }, kind) => ({
      label,
      team: id,
      hours: weeks.map((hours) => hours[kind] ?? 0),
    }));
  });
  const totals = WEEK_INDEXES.map((week) => rows.reduce((sum, { hours }) => sum + (hours[week] ?? 0), 0));
  const blank = ['', '', '', ...WEEK_INDEXES.map(() => ''), ''];
  const noted = (label: string, team: string) =>
    label === 'Toil' && team === 'fulfilment' ? 'returns handled by hand since the carrier change' : '';
  return lines(
    [
      record(['Where engineering time went, hours a week', ...blank.slice(1)]),
      record(blank),
      record(['', '', '', ...monthRow(), '']),
      record(['Metric', 'Team', 'Unit', ...WEEK_INDEXES.map(weekName), 'Notes']),
      ...rows.map(({ label, team, hours }) => record([label, team, 'h', ...hours, noted(label, team)])),
      record(['Total', '', '', ...totals, '']),
      record(blank),
      record(['Recorded by the teams each Friday', ...blank.slice(1)]),
    ],
    '\r\n',
  );
}
