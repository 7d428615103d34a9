import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { checked, notChecked, type Outcome, quiet } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { counted, listed, percent } from './wording.ts';

const ID = 'commitments-slipping';
const KEPT_MIN = checkThreshold(ID, 'keptMin');
const LEAST_DUE = checkThreshold(ID, 'minDue');
const REVIEWS = 3;

/** Fewer promises kept over three reviews than not, and those that slipped a second time. Never grouped by person. */
export function commitmentsSlipping(input: CheckInput): Outcome {
  if (input.onRecord === null) return notChecked('no ledger of commitments was read');
  const { reviews, kept, due, slipped } = input.onRecord.promises;
  if (reviews < REVIEWS) return notChecked(`it needs ${REVIEWS} reviews; there are ${reviews}`);
  if (due < LEAST_DUE || !(kept / due < KEPT_MIN)) return quiet;
  const decide =
    slipped.length === 0
      ? ''
      : `; ${listed(slipped.map(({ id }) => id))} slipped a second time and ${slipped.length === 1 ? 'needs' : 'need'} a decision now`;
  return checked([
    {
      entities: slipped.length === 0 ? ['organization'] : slipped.map(({ id }) => id),
      onset: input.asOf,
      headline: `${kept} of ${due} commitments of three reviews were kept`,
      text: `${kept} of ${due} commitments of the last three reviews were kept${decide}.`,
      rule: `Kept by their first date: ${kept} of the ${due} that fell due over the newest ${REVIEWS} reviews, ${percent(kept / due)}. It fires under ${percent(KEPT_MIN)}, with ${LEAST_DUE} or more due.`,
      evidence: slipped.map(({ id, text, slips }) => ({
        label: id,
        value: text,
        period: `slipped ${counted(slips, 'time')}`,
        link: { kind: 'action', id },
      })),
      series: null,
      covers: ['commitments-kept|organization'],
      size: 1 - kept / due,
    },
  ]);
}
