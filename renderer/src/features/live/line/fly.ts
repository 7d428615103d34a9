const FLIGHT_MS = 200;

/** Set on what a line lands on: the newest entry of a list, the words that say what was taken down. */
export const LANDING = 'data-taken-lands';

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce), (forced-colors: active)').matches;
}

function landing(): DOMRect | null {
  const places = [...document.querySelectorAll(`[${LANDING}]`)].map((place) => place.getBoundingClientRect());
  return places.find(({ width, bottom }) => width > 0 && bottom > 0 && bottom <= innerHeight) ?? null;
}

/**
 * Lets the words of a line fly to where they went, over the page and without touching it: nothing waits for it, and the
 * next line can be typed meanwhile.
 */
export function flyAway(field: HTMLElement | null, words: string): void {
  if (field === null || words === '' || !('animate' in field) || isStill()) return;
  const from = field.getBoundingClientRect();
  const { font, color } = getComputedStyle(field);
  requestAnimationFrame(() => {
    const to = landing();
    if (to === null) return;
    const flying = document.createElement('span');
    flying.setAttribute('aria-hidden', 'true');
    flying.dir = 'auto';
    flying.textContent = words.slice(0, 120);
    Object.assign(flying.style, {
      position: 'fixed',
      left: `${from.left}px`,
      top: `${from.top}px`,
      maxWidth: `${from.width}px`,
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      pointerEvents: 'none',
      transformOrigin: 'left top',
      willChange: 'transform, opacity',
      zIndex: '100',
      font,
      color,
    });
    document.body.append(flying);
    const there = `translate(${to.left - from.left}px, ${to.top - from.top}px) scale(0.8)`;
    const flight = flying.animate(
      [
        { transform: 'none', opacity: 0.9 },
        { transform: there, opacity: 0 },
      ],
      { duration: FLIGHT_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
    );
    flight.addEventListener('finish', () => flying.remove());
    flight.addEventListener('cancel', () => flying.remove());
  });
}
