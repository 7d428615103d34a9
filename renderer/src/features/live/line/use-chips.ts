import type { Ask } from '#renderer/src/features/live/asks.ts';
import { type Live, useLive } from '#renderer/src/features/live/live.ts';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { verdictNeeds } from '#shared/review/verdicts.ts';
import { chipsOf, chipsOfEntries, FLAG_WORDS, type LineChip } from './chips.ts';
import { watchDefault } from './taken.ts';
import type { OpenLine } from './use-line.ts';

const NOT_ASKED: ReadonlySet<Ask['kind']> = new Set(['pull', 'check', 'unblock', 'row', 'change']);

/** What is said beside a line of what was understood, and of what is missing only what this line asks for. */
export function useChips(ask: Ask, line: OpenLine): readonly LineChip[] {
  const live = useLive();
  if (line.entries !== null) return chipsOfEntries(line.entries);
  const chips = chipsOf(line.parse, line.spec.about, live, line.proposed);
  if (ask.kind === 'verdict') return [...verdictChips(ask, line, live), ...chips.filter(asksOf(ask))];
  if (line.spec.reads === null) return chips.filter((chip) => !chip.missing);
  if (ask.kind === 'row') return chips.filter((chip) => !/^no /.test(chip.value));
  return NOT_ASKED.has(ask.kind) ? chips.filter((chip) => !/^no (owner|date)$/.test(chip.value)) : chips;
}

type VerdictAsk = Extract<Ask, { kind: 'verdict' }>;

/** Which chips say something in a verdict: what is understood, and of what is missing what this verdict needs. */
function asksOf({ verdict }: VerdictAsk): (chip: LineChip) => boolean {
  const needs = verdictNeeds(verdict);
  const isPlain = verdict === 'explained' || verdict === 'noise';
  return ({ missing, value }) => {
    if (!missing) return true;
    if (value === FLAG_WORDS['missing-owner']) return needs.includes('owner');
    if (value === FLAG_WORDS['missing-due']) return needs.includes('due');
    return !isPlain;
  };
}

/** When a watched anomaly comes back by itself, and that a verdict which stands on its reason has none yet. */
function verdictChips({ verdict }: VerdictAsk, { parse }: OpenLine, live: Live): readonly LineChip[] {
  const again = verdict === 'watch' && parse.due === undefined ? weekDay(watchDefault(live)) : null;
  const reasonless = verdictNeeds(verdict).includes('reason') && parse.text.trim() === '';
  return [
    ...(again === null ? [] : [{ role: 'look again', value: again, missing: false }]),
    ...(reasonless ? [{ role: null, value: 'no reason yet', missing: true }] : []),
  ];
}
