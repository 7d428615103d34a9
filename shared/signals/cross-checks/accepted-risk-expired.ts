import { daysBetween } from '#shared/day.ts';
import { checked, notChecked, type Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { dayWords } from './weekly.ts';
import { counted } from './wording.ts';

/** Risks that were accepted until a day that is past. */
export function acceptedRiskExpired(input: CheckInput): Outcome {
  if (input.onRecord === null) return notChecked('no risk register was read');
  if (input.onRecord.risks === 0) return notChecked('the risk register is empty');
  const expired = input.onRecord.acceptedRisks.flatMap(({ id, text, acceptedBy, acceptedUntil }) =>
    acceptedUntil !== null && acceptedUntil < input.asOf
      ? [{ id, text, acceptedBy, until: acceptedUntil }]
      : [],
  );
  return checked(
    expired.map(({ id, text, acceptedBy, until }) => ({
      entities: [id],
      onset: until,
      headline: `${text}: accepted until ${dayWords(until)}`,
      text: `${text} was accepted until ${dayWords(until)}${acceptedBy === null ? '' : ` by ${acceptedBy}`}; that date is past.`,
      rule: `The response is to accept it, and the acceptance ended ${counted(daysBetween(until, input.asOf), 'day')} ago.`,
      evidence: [
        { label: id, value: text, period: `accepted until ${dayWords(until)}`, link: { kind: 'risk', id } },
      ],
      series: null,
      covers: [],
    })),
  );
}
