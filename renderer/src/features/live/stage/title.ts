import { textWidth } from '#shared/charts/chart-text.ts';

/** The width of the stage's drawing between its margins, and how much of a line words fill before they break. */
const LINE = 1168 * 0.96;

/** How long a title is: `long` needs two lines and is set smaller, `longer` three; undefined stands in one. */
export function titleLength(title: string): 'long' | 'longer' | undefined {
  if (textWidth(title, 40) <= LINE) return undefined;
  return textWidth(title, 36) <= 2 * LINE ? 'long' : 'longer';
}
