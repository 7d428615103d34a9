/** Frames that a screen may take to come up, at about sixty a second. */
const PATIENCE = 90;

/** Brings a heading of the screen that is coming up into view and puts the focus on it. */
export function revealHeading(name: string, patience: number = PATIENCE): void {
  const heading = [...document.querySelectorAll<HTMLElement>('main h2')].find(
    (one) => one.textContent?.trim() === name,
  );
  if (heading === undefined) {
    if (patience > 0) requestAnimationFrame(() => revealHeading(name, patience - 1));
    return;
  }
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'center' });
}
