import { MEAN_FROM, spreadWords } from '#shared/review/rating.ts';
import type { Readout, ReadoutPromise, ReadoutRisk } from './readout.ts';
import { counted, listed, sentence, shortDay } from './wording.ts';

const ORDINALS = ['', '', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];

/** What stands under the constraint's name: for how long, what waits for it, the evidence, what became of the last one. */
export function constraintSentence(constraint: NonNullable<Readout['constraint']>): string {
  const { reviews, subordinated, evidence, lastBecame, moved } = constraint;
  const words = { yes: 'It moved.', no: 'It has not moved.', 'moved-elsewhere': 'It has moved elsewhere.' };
  return [
    ...(reviews > 1 ? [`${ORDINALS[reviews] ?? `${reviews}th`} review in a row.`] : []),
    ...(subordinated === null ? [] : [sentence(subordinated)]),
    ...(evidence.length === 0 ? [] : [sentence(`Evidence: ${listed(evidence)}`)]),
    ...(lastBecame === null ? [] : [sentence(`Since last time: ${lastBecame}`)]),
    ...(moved === null ? [] : [words[moved]]),
  ].join(' ');
}

/** A promise that slipped twice, with what was decided about it. */
export function slipSentence(promise: ReadoutPromise, locale: string): string {
  const { id, text, owner, decision, newDue } = promise;
  const until = newDue === null ? '' : `, now due ${shortDay(newDue, locale)}`;
  return `${id} ${text} (${owner ?? 'no owner'}): ${decision ?? 'no decision yet'}${until}.`;
}

const RISK_WORDS: Readonly<Record<ReadoutRisk['change'], string>> = {
  new: 'new',
  expired: 'acceptance has run out',
  'review-due': 'due for review',
};

export function riskText({ id, text, change, band, likelihood, impact, owner }: ReadoutRisk): string {
  const rated = band === null ? 'not rated' : `${band}, ${likelihood}\u00a0×\u00a0${impact}`;
  return `${id} ${text}: ${RISK_WORDS[change]}, ${rated}, ${owner ?? 'no owner'}.`;
}

export function changeText(change: Readout['next']['changes'][number], locale: string): string {
  const until = change.until === null ? '' : ` to ${shortDay(change.until, locale)}`;
  const moves = change.entities.length === 0 ? '' : ` May move ${listed(change.entities)}.`;
  return `${shortDay(change.from, locale)}${until}: ${sentence(change.text)}${moves}`;
}

/** As many names as a line carries; more are counted. */
const NAMES = 12;

function attendanceSentences(attendance: NonNullable<Readout['meeting']['attendance']>): readonly string[] {
  const { here, sentWord, guests = [], remote = [], late = [], first = [] } = attendance;
  const who = here.length === 0 || here.length > NAMES ? '' : `: ${listed(here)}`;
  const away = sentWord.length === 0 ? '' : `; ${sentWord.length} sent word`;
  const named = (names: readonly string[], words: string) =>
    names.length === 0 ? [] : [sentence(`${words} ${listed(names)}`)];
  return [
    sentence(`${counted(here.length, 'person was', 'people were')} there${away}${who}`),
    ...named(remote, 'Remote:'),
    ...named(late, 'Came later:'),
    ...named(guests, 'Guests:'),
    ...named(first, 'For the first time:'),
  ];
}

/** The rating with its spread; of few votes no mean is said, so that nobody can be told by it. */
function ratingSentences(rating: NonNullable<Readout['meeting']['rating']>): readonly string[] {
  const { mean, voters, counts, reasons = [] } = rating;
  const by = counted(voters, 'person', 'people');
  const spread = counts === undefined ? '' : ` (${spreadWords(counts)})`;
  const rated =
    voters < MEAN_FROM && counts !== undefined
      ? `Rated by ${by}; a mean is said from ${MEAN_FROM} on.`
      : `Rated ${mean.toFixed(1)} of 5 by ${by}${spread}.`;
  return [
    rated,
    ...(reasons.length === 0
      ? []
      : [sentence(`Said about it: ${listed(reasons.map((reason) => `“${reason}”`))}`)]),
  ];
}

/** What the meeting was, in short sentences: minutes, what was reached, rating, waivers, what the data lacks. */
export function meetingSentences(readout: Readout): readonly string[] {
  const { plannedMinutes, usedMinutes, usedSeconds, shown, decided, notReached, rating, waivers, andons } =
    readout.meeting;
  const { attendance, own, draws = [], roles = [] } = readout.meeting;
  const missing = readout.dimensions.flatMap((dimension) => dimension.missing);
  const unreached = notReached.length === 0 ? '' : `, ${notReached.length} not reached`;
  const pulled = andons.length === 1 ? 'once' : `${andons.length} times`;
  return [
    usedSeconds !== undefined && usedSeconds < 60
      ? `${counted(usedSeconds, 'second')} used of ${counted(plannedMinutes, 'minute')} planned.`
      : `${counted(usedMinutes, 'minute')} used of ${plannedMinutes} planned.`,
    `${counted(shown, 'anomaly', 'anomalies')} shown, ${decided} decided${unreached}.`,
    ...(own === undefined || own.findings === 0
      ? []
      : [`${own.owned} of ${counted(own.findings, 'finding')} with owner and date.`]),
    ...(rating === null ? [] : ratingSentences(rating)),
    ...(andons.length === 0 ? [] : [`The andon was pulled ${pulled}.`]),
    ...waivers.map(({ rule, reason }) => sentence(`Waived that ${rule}: ${reason}`)),
    ...roles,
    ...(attendance === undefined ? [] : attendanceSentences(attendance)),
    ...draws.map((draw) => sentence(`Drawn by lot: ${draw}`)),
    ...(missing.length === 0
      ? []
      : [`${counted(missing.length, 'start metric')} ${missing.length === 1 ? 'is' : 'are'} not measured.`]),
  ];
}
