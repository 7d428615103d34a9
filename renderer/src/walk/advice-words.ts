import { dayAndMonth } from '#renderer/src/ui/dates.ts';
import type { MinutesAdvice } from '#shared/review/minutes-advice.ts';

/** On which reviews advice rests: `The middle one of what was used on 28 Oct, 4 Nov and 11 Nov.` */
export function adviceBasis(advice: readonly MinutesAdvice[]): string {
  const days = [...new Set(advice.flatMap((one) => one.from.map(({ date }) => date)))].sort();
  const known = days.filter((day) => day !== null).map(dayAndMonth);
  const listed = known.length < 2 ? known.join('') : `${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;
  return `The median of the reviews of ${listed}.`;
}
