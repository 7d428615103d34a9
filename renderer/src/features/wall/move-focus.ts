/** Where the focus goes among the charts: a step in reading order, a row up or down, or to an end. */
export type Move = 'next' | 'previous' | 'down' | 'up' | 'first' | 'last';

type Box = Pick<DOMRect, 'left' | 'top' | 'height'>;

/** Tops of one row differ by rounding only. */
const SAME_ROW = 4;

/** The chart of the nearest row above or below that stands closest to the same column, or -1 at the edge. */
export function rowNeighbour(boxes: readonly Box[], at: number, direction: 1 | -1): number {
  const own = boxes[at];
  if (own === undefined) return -1;
  let best = -1;
  for (let index = at + direction; index >= 0 && index < boxes.length; index += direction) {
    const box = boxes[index];
    if (box === undefined || Math.abs(box.top - own.top) < SAME_ROW) continue;
    const found = boxes[best];
    if (found !== undefined && Math.abs(box.top - found.top) >= SAME_ROW) break;
    if (found === undefined || Math.abs(box.left - own.left) < Math.abs(found.left - own.left)) best = index;
  }
  return best;
}

function target(charts: readonly HTMLElement[], at: number, move: Move): number {
  switch (move) {
    case 'next':
      return at + 1;
    case 'previous':
      return at - 1;
    case 'first':
      return 0;
    case 'last':
      return charts.length - 1;
    case 'down':
    case 'up':
      return rowNeighbour(
        charts.map((chart) => chart.getBoundingClientRect()),
        at,
        move === 'down' ? 1 : -1,
      );
  }
}

/** Moves the focus among the charts of the Wall; the first move goes to the chart that Tab would reach. */
export function moveFocus(wall: HTMLElement | null, move: Move): void {
  const charts = [...(wall?.querySelectorAll<HTMLElement>('[data-series]') ?? [])];
  const at = charts.indexOf(document.activeElement as HTMLElement);
  const entry = charts.find((chart) => chart.tabIndex === 0) ?? charts[0];
  const next = at === -1 ? entry : charts[target(charts, at, move)];
  next?.focus();
}
