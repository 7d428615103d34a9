/** Letters from which on a title is set smaller, so that two lines hold it; and again, so that three do. */
const LONG = 58;
const LONGER = 104;

/** How long a title is, for its size on the stage; undefined for a usual one. */
export function titleLength(title: string): 'long' | 'longer' | undefined {
  if (title.length > LONGER) return 'longer';
  return title.length > LONG ? 'long' : undefined;
}
