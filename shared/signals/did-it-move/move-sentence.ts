import { exhaustive } from '#shared/exhaustive.ts';
import { formatFigure, formatPair, formatSpan } from '#shared/figures.ts';
import type { Good } from '#shared/signals/reading.ts';
import type { Move } from './did-it-move.ts';

export type MoveWords = {
  readonly unit: string | null;
  readonly good: Good;
  /** "9 weeks", "3 points": so many periods in words. */
  readonly periods: (count: number) => string;
};

const MINUS = '\u2212';
const NBSP = '\u00a0';

/** A factor as what it adds or takes away: "−30 %", "+8 %"; from three times on as it is. */
function changeOf(factor: number): string {
  if (factor >= 3) return `${formatFigure(factor, null)} times`;
  const percent = Math.round((factor - 1) * 100);
  if (percent === 0) return `0${NBSP}%`;
  return `${percent < 0 ? MINUS : '+'}${Math.abs(percent)}${NBSP}%`;
}

function signed(value: number, words: MoveWords, like: number): string {
  const figure = formatFigure(value, words.unit, { like });
  return value > 0 ? `+${figure}` : figure;
}

type EffectWords = { readonly effect: string; readonly interval: string };

function effectWords({ kind, effect, low, high }: Move, words: MoveWords): EffectWords {
  switch (kind) {
    case 'shift': {
      const like = Math.max(Math.abs(low), Math.abs(high));
      const figure = (value: number): string => signed(value, words, like);
      return { effect: figure(effect), interval: `${figure(low)} to ${figure(high)}` };
    }
    case 'factor':
    case 'rate-ratio': {
      const most = Number.isFinite(high) ? changeOf(high) : 'any number of times';
      return { effect: changeOf(effect), interval: `${changeOf(low)} to ${most}` };
    }
    case 'odds-ratio': {
      const times = formatFigure(effect, null, { like: low });
      return { effect: `the odds ${times} times`, interval: formatSpan(low, high, null) };
    }
    default:
      return exhaustive(kind);
  }
}

/** The most that it can have moved by and not be seen. */
function mostWords({ kind, low, high }: Move, { unit }: MoveWords): string {
  if (kind === 'shift') return formatFigure(Math.max(Math.abs(low), Math.abs(high)), unit);
  const factor = Math.max(high, 1 / low);
  if (kind === 'odds-ratio') return `${formatFigure(factor, null)} times the odds`;
  return factor < 3 ? `${Math.round((factor - 1) * 100)}${NBSP}%` : `${formatFigure(factor, null)} times`;
}

function directionWords({ before, after }: Move, { good }: MoveWords): string {
  if (good === 'neutral') return after > before ? 'up' : 'down';
  return after > before === (good === 'up') ? 'for the better' : 'for the worse';
}

const RESEMBLES = '; neighbouring points resemble each other, so it takes more of them';

/** What came of an event, in one sentence: how far, how sure, or how long it still needs. */
export function moveSentence(move: Move, counts: MoveCounts, words: MoveWords): string {
  const [before, after] = formatPair(move.before, move.after, words.unit);
  const seen = `${words.periods(counts.after)} after it, ${words.periods(counts.before)} before`;
  const { effect, interval } = effectWords(move, words);
  switch (move.verdict) {
    case 'moved':
      return `Moved ${directionWords(move, words)}: ${before} before, ${after} since, a change of ${effect} (95${NBSP}% interval ${interval}; ${seen}).`;
    case 'not-moved':
      return `Did not move more than ${mostWords(move, words)}: ${before} before, ${after} since (95${NBSP}% interval ${interval}; ${seen}).`;
    case 'too-early': {
      const why = move.resembles ? RESEMBLES : '';
      return move.needs === null
        ? `Cannot be told: ${words.periods(counts.before)} before it can never show so small a change${why}.`
        : `Too early to tell: ${before} before, ${after} since; needs about ${words.periods(move.needs)} more${why}.`;
    }
    default:
      return exhaustive(move.verdict);
  }
}

/** Periods with a value on either side of the event. */
export type MoveCounts = { readonly before: number; readonly after: number };

/** The sentence where there are too few periods on a side to compare anything. */
export function tooFewSentence(
  { before, after }: MoveCounts,
  needs: number | null,
  { periods }: MoveWords,
): string {
  if (needs === null) return `Cannot be told: only ${periods(before)} before it.`;
  return `Too early to tell: ${periods(after)} so far; needs about ${periods(needs)} more.`;
}

/** Said where the largest break of the series lies elsewhere than the event; empty where it is next to it. */
export function breakSentence(away: number, { periods }: MoveWords): string {
  if (Math.abs(away) < 2) return '';
  return ` The largest break is ${periods(Math.abs(away))} ${away < 0 ? 'before' : 'after'} it.`;
}
