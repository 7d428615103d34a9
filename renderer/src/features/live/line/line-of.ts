import { type Day, msToDay } from '#shared/day.ts';
import { type CapturePerson, ownerToken } from '#shared/review/capture/owners.ts';
import type { Proposed } from '#shared/review/proposed.ts';
import type { ReviewItem } from '#shared/review/review.ts';

type Signs = {
  readonly owner: string | null;
  readonly due: string | null;
  readonly priority: string | null;
  readonly dimension?: string | null;
  readonly tier?: number | null;
  readonly likelihood?: number | null;
  readonly impact?: number | null;
  readonly tags?: readonly string[];
};

function ownerSign(owner: string, people: readonly CapturePerson[]): string {
  const person = people.find(({ id }) => id === owner);
  return person === undefined ? `@"${owner}"` : ownerToken(person);
}

function signed(text: string, signs: Signs, people: readonly CapturePerson[]): string {
  const { owner, due, priority, dimension, tier, likelihood, impact, tags = [] } = signs;
  return [
    text,
    ...(owner === null ? [] : [ownerSign(owner, people)]),
    ...(dimension == null ? [] : [`#${dimension}`]),
    ...(tier == null ? [] : [`#t${tier}`]),
    ...tags.map((tag) => (/\s/.test(tag) ? `#"${tag}"` : `#${tag}`)),
    ...(priority === null ? [] : [`!${priority}`]),
    ...(likelihood == null || impact == null ? [] : [`${likelihood}x${impact}`]),
    ...(due === null ? [] : [`by ${due}`]),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A typed line with what was proposed and left to stand, so that it reads the same when it is corrected later. */
export function lineWith(text: string, proposed: Proposed, people: readonly CapturePerson[]): string {
  return signed(text, proposed, people);
}

/** The text with its team or service marked again where it stands. */
function markedText({ text, entity }: ReviewItem): string {
  if (entity === null || !text.includes(entity)) return text;
  return text.replace(entity, () => (/\s/.test(entity) ? `#"${entity}"` : `#${entity}`));
}

/**
 * The line that gives an entry back to the field: as it was typed today, else in the signs of the line, since `tomorrow`
 * is another day by then. What was filled in elsewhere is not lost when the line is taken down again.
 */
export function lineOf(item: ReviewItem, people: readonly CapturePerson[], today: Day): string {
  const isOfToday = msToDay(item.made.atMs) === today;
  if (item.line !== '' && item.history.length < 2 && isOfToday) return item.line;
  const isRisk = item.kind === 'risk';
  return signed(
    markedText(item),
    {
      ...item,
      due: isRisk ? item.reviewOn : item.due,
      // An entry of a finding is in its dimension anyway.
      dimension: item.anomaly === null ? item.dimension : null,
    },
    people,
  );
}
