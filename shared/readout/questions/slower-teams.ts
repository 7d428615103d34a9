import type { Day } from '#shared/day.ts';
import { formatPair } from '#shared/figures.ts';
import { counted, dayAndMonth, listed, longDay, MOST_NAMED } from '#shared/readout/wording.ts';
import type { SeriesReading, Signal } from '#shared/signals/reading.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import {
  type ComputedAnswer,
  current,
  finalPoints,
  median,
  newestDay,
  type QuestionInput,
} from './question-input.ts';

const LEAD_TIME = 'change-lead-time';
const DEPLOYMENTS = 'deployment-frequency';
const STAGES: readonly string[] = ['coding-time', 'review-pickup-time', 'review-time', 'deploy-wait-time'];

type Slower = { readonly reading: SeriesReading; readonly signal: Signal };

function openWorse(reading: SeriesReading): Signal | undefined {
  return reading.signals.findLast((signal) => signal.direction === 'worse' && signal.ended === undefined);
}

function ofTeams(input: QuestionInput, metric: string): readonly SeriesReading[] {
  return current(input, metric).filter((reading) => reading.entity !== 'organization');
}

/** `a median of 37 h since 14 September, against 22 h before`: the level since the onset against the one that was routine. */
function change({ reading, signal }: Slower, locale: string): string {
  const points = finalPoints(reading);
  const since = median(points.filter(({ period }) => period >= signal.onset).map(({ value }) => value));
  const first = reading.points.find((point) => point.period === signal.onset);
  const before = first?.centre ?? reading.phases.at(-1)?.centre ?? null;
  if (since === null || before === null) return signal.text;
  const [now, then] = formatPair(since, before, reading.unit, { locale });
  return `a median of ${now} since ${dayAndMonth(signal.onset, locale)}, against ${then} before`;
}

/** The stage that grew most beside a slower lead time, when stages are measured and one left its routine. */
function stage(input: QuestionInput, entity: string): string | null {
  const grown = input.readings
    .filter((reading) => STAGES.includes(reading.metric) && reading.entity === entity)
    .flatMap((reading) => {
      const signal = openWorse(reading);
      const since = finalPoints(reading).filter(
        ({ period }) => signal !== undefined && period >= signal.onset,
      );
      const now = median(since.map(({ value }) => value));
      const before = since[0]?.centre ?? null;
      return now === null || before === null ? [] : [{ name: reading.metricName, grew: now - before }];
    })
    .toSorted((a, b) => b.grew - a.grew);
  return grown[0] === undefined ? null : `${inSentence(grown[0].name)} grew most`;
}

function overlaps(from: Day, until: Day | null, onset: Day): boolean {
  return from <= addWeek(onset) && (until ?? from) >= onset;
}

/** A cause registered within the week of the onset counts as overlapping it. */
function addWeek(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);
}

function why(input: QuestionInput, { reading, signal }: Slower): string {
  const annotation = input.registers.annotations.find(
    ({ series, from, until }) =>
      (series.length === 0 || series.includes(reading.id)) && overlaps(from, until, signal.onset),
  );
  if (annotation !== undefined) return annotation.text;
  const registered = input.registers.upcomingChanges.find(
    ({ entities, from, until }) =>
      (entities.includes(reading.entity) || entities.includes(reading.entityName)) &&
      overlaps(from, until, signal.onset),
  );
  if (registered !== undefined) return registered.text;
  const decided = input.review.anomalies.find((anomaly) => anomaly.reading.id === reading.id);
  return decided?.verdict?.reason ?? 'not explained yet';
}

function describe(input: QuestionInput, slower: Slower): string {
  const { reading, signal } = slower;
  const provisional = reading.status === 'provisional' ? ['provisional, the history is short'] : [];
  if (reading.metric === DEPLOYMENTS) {
    return `${reading.entityName} (${[`deployments ${change({ reading, signal }, input.locale)}`, ...provisional, why(input, slower)].join('; ')})`;
  }
  const grown = stage(input, reading.entity);
  const parts = [
    change(slower, input.locale),
    ...(grown === null ? [] : [grown]),
    ...provisional,
    why(input, slower),
  ];
  return `${reading.entityName} (${parts.join('; ')})`;
}

function missingSentence(withLead: readonly string[], all: readonly string[]): string {
  const without = all.filter((name) => !withLead.includes(name));
  if (without.length === 0) return '';
  return ` Lead time is missing for ${listed(without)}.`;
}

/** Question 1: each team against its own past, named in the order of the alphabet, never beside another's value. */
export function answerSlowerTeams(input: QuestionInput): ComputedAnswer {
  const lead = ofTeams(input, LEAD_TIME);
  const deployments = ofTeams(input, DEPLOYMENTS);
  const all = [...lead, ...deployments];
  if (all.length === 0) {
    const since = newestDay(input, [LEAD_TIME, DEPLOYMENTS]);
    const text =
      since === null ? 'no delivery data' : `no delivery data since ${longDay(since, input.locale)}`;
    return { id: 'q1', kind: 'not-answered', text: `Not answered: ${text}.`, evidence: [] };
  }
  const judged = all.filter((reading) => reading.status !== 'values-only');
  const teams = [...new Set(judged.map((reading) => reading.entityName))].sort((a, b) => a.localeCompare(b));
  const young = [...new Set(all.map((reading) => reading.entityName))].filter(
    (name) => !teams.includes(name),
  );
  const slower = teams.flatMap((team): Slower[] => {
    const own = judged.filter((reading) => reading.entityName === team);
    const found = own.flatMap((reading): Slower[] => {
      const signal = openWorse(reading);
      return signal === undefined ? [] : [{ reading, signal }];
    });
    return found.slice(0, 1);
  });
  const missing = missingSentence(
    lead.map(({ entityName }) => entityName),
    teams,
  );
  const short = young.length === 0 ? '' : ` Too little history: ${listed(young)}.`;
  return {
    id: 'q1',
    kind: 'computed',
    text: `${phrase(input, slower, teams.length)}${missing}${short}`,
    evidence: slower.map(({ reading }) => reading.id),
  };
}

function phrase(input: QuestionInput, slower: readonly Slower[], teams: number): string {
  if (slower.length === 0) {
    return `No team ships slower than its own past beyond routine variation (${counted(teams, 'team')} looked at).`;
  }
  const verb = slower.length === 1 ? 'ships' : 'ship';
  const others = slower.length < teams ? ' The others are within their routine.' : '';
  const named = slower
    .slice(0, MOST_NAMED)
    .map((entry) => describe(input, entry))
    .join(', ');
  const more =
    slower.length > MOST_NAMED ? ` and ${slower.length - MOST_NAMED} more, each in the evidence` : '';
  return `${slower.length} of ${counted(teams, 'team')} ${verb} slower than ${slower.length === 1 ? 'its' : 'their'} own past: ${named}${more}.${others}`;
}
