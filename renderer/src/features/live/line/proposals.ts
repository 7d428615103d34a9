import type { Ask } from '#renderer/src/features/live/asks.ts';
import type { Live } from '#renderer/src/features/live/live.ts';
import type { CaptureFlag, CaptureParse } from '#shared/review/capture/capture.ts';
import { dueFor, NOTHING_PROPOSED, type Proposed, proposedFor } from '#shared/review/proposed.ts';

const OPENS_WORK: ReadonlySet<string> = new Set(['act', 'data-problem', 'wrong-measure']);

/** What is known before anything is typed: who owns what a finding is about, a date; for a slipped promise its next date. */
export function proposedTo(ask: Ask, { review, registers, today }: Live): Proposed {
  if (ask.kind === 'verdict' && OPENS_WORK.has(ask.verdict)) {
    const anomaly = review.anomalies.find(({ id }) => id === ask.anomaly);
    return anomaly === undefined ? NOTHING_PROPOSED : proposedFor(anomaly, today, registers);
  }
  if (ask.kind === 'check' && ask.decision !== null && ask.status === 'open') {
    const promise = review.commitments.find(({ action }) => action === ask.action);
    const owner = ask.decision === 'owner' ? null : (promise?.owner ?? null);
    return { owner, due: dueFor(null, today, registers), priority: null };
  }
  return NOTHING_PROPOSED;
}

const OWNER_FLAGS: readonly CaptureFlag[] = ['ambiguous-owner', 'unknown-owner'];
const DATE_FLAGS: readonly CaptureFlag[] = ['impossible-date', 'needs-fiscal-year'];

/** What of a proposal the line leaves open: what is typed, understood or not, always goes first. */
export function stillProposed(parse: CaptureParse, proposed: Proposed): Proposed {
  const flagged = (flags: readonly CaptureFlag[]) => parse.flags.some((flag) => flags.includes(flag));
  const named = parse.owner !== undefined || parse.ownerText !== undefined || flagged(OWNER_FLAGS);
  const dated = parse.due !== undefined || parse.dueText !== undefined || flagged(DATE_FLAGS);
  return {
    owner: named ? null : proposed.owner,
    due: dated ? null : proposed.due,
    priority: parse.priority === undefined ? proposed.priority : null,
  };
}

/** A line as it is taken down: what was typed, and what was proposed and left to stand. */
export function withProposed(parse: CaptureParse, { owner, due, priority }: Proposed): CaptureParse {
  const missing = new Set<CaptureFlag>([
    ...(owner === null ? [] : (['missing-owner'] as const)),
    ...(due === null ? [] : (['missing-due'] as const)),
  ]);
  return {
    ...parse,
    ...(owner === null ? {} : { owner }),
    ...(due === null ? {} : { due }),
    ...(priority === null ? {} : { priority }),
    flags: parse.flags.filter((flag) => !missing.has(flag)),
  };
}
