import type { CaptureFlag, CaptureKind, CaptureParse } from './capture.ts';

/** The order in which flags are named beside a line. */
const ORDER: readonly CaptureFlag[] = [
  'missing-owner',
  'missing-due',
  'ambiguous-owner',
  'unknown-owner',
  'second-owner',
  'check-date',
  'impossible-date',
  'past-date',
  'not-a-working-day',
  'needs-fiscal-year',
  'second-date',
  'unknown-priority',
  'missing-review-date',
  'missing-rating',
  'empty-text',
];

type Judged = {
  readonly kind: CaptureKind;
  readonly text: string;
  readonly parse: Partial<CaptureParse>;
  readonly flags: readonly CaptureFlag[];
};

function missing({ kind, parse, flags }: Judged): CaptureFlag[] {
  if (kind !== 'action' && kind !== 'initiative' && kind !== 'risk') return [];
  const named =
    parse.owner !== undefined || flags.includes('ambiguous-owner') || flags.includes('unknown-owner');
  const dated =
    parse.due !== undefined ||
    parse.reviewOn !== undefined ||
    flags.includes('impossible-date') ||
    flags.includes('needs-fiscal-year');
  return [
    ...(named ? [] : (['missing-owner'] as const)),
    ...(dated ? [] : ([kind === 'risk' ? 'missing-review-date' : 'missing-due'] as const)),
    ...(kind === 'risk' && parse.likelihood === undefined ? (['missing-rating'] as const) : []),
  ];
}

/** All that is missing from an entry or doubtful in it, in one fixed order. What was tried and flagged is not missing. */
export function flagsOf(judged: Judged): readonly CaptureFlag[] {
  const all = new Set([
    ...judged.flags,
    ...missing(judged),
    ...(judged.text === '' ? (['empty-text'] as const) : []),
  ]);
  return ORDER.filter((flag) => all.has(flag));
}
