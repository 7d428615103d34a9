export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A display as the system tells of it, in pixels that its scale factor is already taken out of. */
export type SeenDisplay = {
  readonly id: number;
  /** What its maker calls it; empty where the system does not say. */
  readonly label: string;
  readonly internal: boolean;
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
};

/** What is kept of a display to know it again: systems give it another id or another place now and then. */
export type DisplayMark = Pick<SeenDisplay, 'id' | 'label'> & { readonly bounds: Rectangle };

/** Where the stage belongs: the whole of a display, or a window where the console has the only one. */
export type StagePlace =
  | { readonly kind: 'display'; readonly display: SeenDisplay }
  | { readonly kind: 'window'; readonly bounds: Rectangle };

const STAGE = { width: 1280, height: 720 };

export function markOf({ id, label, bounds }: SeenDisplay): DisplayMark {
  const { x, y, width, height } = bounds;
  return { id, label, bounds: { x, y, width, height } };
}

export function sameRectangle(one: Rectangle, other: Rectangle): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}

/** How surely a display is the remembered one. A name says most: ids and places are given out anew. */
function likeness(display: SeenDisplay, mark: DisplayMark): number {
  const named = mark.label !== '' && display.label === mark.label;
  const sized = display.bounds.width === mark.bounds.width && display.bounds.height === mark.bounds.height;
  return (
    (named ? 8 : 0) +
    (display.id === mark.id ? 4 : 0) +
    (sameRectangle(display.bounds, mark.bounds) ? 2 : 0) +
    (sized ? 1 : 0)
  );
}

function area({ bounds }: SeenDisplay): number {
  return bounds.width * bounds.height;
}

/** The display for the stage: never the console's, the remembered one where it is there, else what looks like a projector. */
export function displayForStage(
  displays: readonly SeenDisplay[],
  console: number,
  remembered: DisplayMark | null,
): SeenDisplay | null {
  const others = displays.filter(({ id }) => id !== console);
  const ranked = others.toSorted(
    (left, right) =>
      (remembered === null ? 0 : likeness(right, remembered) - likeness(left, remembered)) ||
      Number(left.internal) - Number(right.internal) ||
      area(right) - area(left),
  );
  return ranked[0] ?? null;
}

/** A rectangle no larger than the area, moved so that all of it lies in there. */
export function fitInto({ width, height, x, y }: Rectangle, area: Rectangle): Rectangle {
  const fitted = { width: Math.min(width, area.width), height: Math.min(height, area.height) };
  const within = (at: number, from: number, room: number, size: number) =>
    Math.round(Math.max(from, Math.min(at, from + room - size)));
  return {
    x: within(x, area.x, area.width, fitted.width),
    y: within(y, area.y, area.height, fitted.height),
    ...fitted,
  };
}

/** A rectangle of a size in the middle of an area, smaller where the area is. */
export function centredIn(area: Rectangle, size: Pick<Rectangle, 'width' | 'height'>): Rectangle {
  const x = area.x + (area.width - size.width) / 2;
  const y = area.y + (area.height - size.height) / 2;
  return fitInto({ ...size, x, y }, area);
}

/** Where the stage belongs among these displays, with the console on one of them. */
export function stagePlace(
  displays: readonly SeenDisplay[],
  console: SeenDisplay,
  remembered: DisplayMark | null,
): StagePlace {
  const display = displayForStage(displays, console.id, remembered);
  if (display !== null) return { kind: 'display', display };
  return { kind: 'window', bounds: centredIn(console.workArea, STAGE) };
}

/** The display after this one, in the order of the system; for a room with several. Null where there is no other. */
export function nextDisplay(
  displays: readonly SeenDisplay[],
  current: number,
  console: number,
): SeenDisplay | null {
  const at = displays.findIndex(({ id }) => id === current);
  const round = [...displays.slice(at + 1), ...displays.slice(0, at + 1)];
  return round.find(({ id }) => id !== console && id !== current) ?? null;
}

/** Whether so much of a rectangle lies on some display that a person can take hold of it. */
export function isInSight(bounds: Rectangle, displays: readonly SeenDisplay[]): boolean {
  return displays.some(({ workArea }) => {
    const across =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const down =
      Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return across >= 120 && down >= 60;
  });
}
