import type { ChartEvent, ChartText, Mark, Rule } from '#shared/charts/chart-layout.ts';
import type { ChartMeasures } from '#shared/charts/chart-size.ts';
import { fitText, textWidth } from '#shared/charts/chart-text.ts';
import { boxOfText, overlap } from '#shared/charts/fired-labels.ts';
import { dayName, periodHolding } from '#shared/charts/period-axis.ts';
import type { Frame } from '#shared/charts/phase-bands.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

/** Pixels that the texts of events take above the axis. */
export function eventRoom(events: readonly ChartEvent[], measures: ChartMeasures): number {
  return events.length === 0 ? 0 : measures.font * 1.25 * measures.annotationLines + measures.font;
}

/** Height of the rule of an event that explains nothing by itself, in sizes of the font. */
const MINOR = 1.6;

type Group = { readonly index: number; readonly events: readonly ChartEvent[] };

/** Events by the period that holds them, newest first; those without a number stand alone. */
function groupsOf(reading: SeriesReading, events: readonly ChartEvent[]): readonly Group[] {
  const groups: { readonly index: number; readonly events: ChartEvent[] }[] = [];
  for (const event of events.toSorted((a, b) => (a.day < b.day ? 1 : -1))) {
    const index = periodHolding(reading.points, event.day);
    if (index === -1) continue;
    const same = groups.find((one) => one.index === index && one.events[0]?.number !== undefined);
    if (same !== undefined && event.number !== undefined) same.events.push(event);
    else groups.push({ index, events: [event] });
  }
  return groups;
}

/** A thin rule from the axis to the point of its period, its text on the left where there is room, else on the right. */
export function placeEvents(
  reading: SeriesReading,
  events: readonly ChartEvent[],
  frame: Frame & { readonly marks: readonly Mark[] },
  measures: ChartMeasures,
): { readonly rules: readonly Rule[]; readonly texts: readonly ChartText[] } {
  const rules: Rule[] = [];
  const texts: ChartText[] = [];
  const groups = groupsOf(reading, events);
  const places = groups.map((group) => frame.x(group.index));
  for (const group of groups) {
    const x = frame.x(group.index);
    const mark = frame.marks.find((one) => one.index === group.index);
    const minor = mark === undefined || group.events.every((event) => event.minor === true);
    const point = mark === undefined ? frame.plot.top : mark.y + (mark.outline ?? mark.half) + 4;
    const top = minor ? Math.max(point, frame.plot.bottom - measures.font * MINOR) : point;
    rules.push({ x, y: frame.plot.bottom, to: { x, y: Math.min(top, frame.plot.bottom - 12) }, width: 1 });
    texts.push(...freeText(group.events, x, { frame, measures, texts, places }));
  }
  return { rules, texts };
}

type Surroundings = {
  readonly frame: Frame;
  readonly measures: ChartMeasures;
  readonly texts: readonly ChartText[];
  /** Where the rules of all events stand. */
  readonly places: readonly number[];
};

/** The first wording that covers no other event: title and detail, the title alone, or the numbers; else none. */
function freeText(events: readonly ChartEvent[], x: number, around: Surroundings): readonly ChartText[] {
  const { frame, measures, texts, places } = around;
  const [event] = events;
  if (event === undefined) return [];
  const numbers = events.flatMap(({ number }) => (number === undefined ? [] : [String(number)])).toReversed();
  const whole = { title: `${dayName(event.day)}, ${event.title}`, detail: event.detail ?? '' };
  const wordings =
    numbers.length === 0
      ? [...(measures.annotationLines === 2 ? [whole] : []), { ...whole, detail: '' }]
      : [
          ...(events.length === 1 ? [{ title: `${numbers[0]}  ${event.title}`, detail: '' }] : []),
          { title: numbers.join(', '), detail: '' },
        ];
  const needed = textWidth(wordings[0]?.title ?? '', measures.font * 1.04);
  const leftRoom = x - 8 - frame.plot.left;
  const rightRoom = frame.plot.right - x - 8;
  const leftFits = leftRoom >= needed || leftRoom >= rightRoom;
  const sides = leftFits ? (['end', 'start'] as const) : (['start', 'end'] as const);
  for (const wording of wordings) {
    for (const anchor of sides) {
      const room = anchor === 'end' ? leftRoom : rightRoom;
      const cut = numbers.length > 0 && textWidth(wording.title, measures.font * 1.04) > room;
      const made = cut ? [] : eventText({ ...wording, x, anchor, room }, frame.plot.bottom, measures);
      const free = made.every((one) => {
        const box = boxOfText(one);
        // Words that another rule parts from their own would be read as that one's.
        const [left, right] = [Math.min(x, box.left), Math.max(x, box.right)];
        const crossed =
          numbers.length > 0 && places.some((place) => place > left && place < right && place !== x);
        return !crossed && !texts.some((other) => overlap(box, boxOfText(other)));
      });
      if (free && made.length > 0) return made;
    }
  }
  return [];
}

type EventWording = {
  readonly title: string;
  readonly detail: string;
  readonly x: number;
  readonly anchor: 'start' | 'end';
  readonly room: number;
};

function eventText(wording: EventWording, bottom: number, measures: ChartMeasures): readonly ChartText[] {
  const { font } = measures;
  const { anchor } = wording;
  const place = { x: wording.x + (anchor === 'end' ? -8 : 8), anchor, size: font, halo: true };
  const title = fitText(wording.title, font * 1.04, wording.room);
  const detail = fitText(wording.detail, font, wording.room);
  if (title === '') return [];
  const last = bottom - font * 1.08;
  const above = measures.annotationLines === 2 ? last - font * 1.25 : bottom - font * 0.6;
  const first: ChartText = { ...place, y: above, lead: title, text: '', tone: 'ink' };
  return detail === '' ? [first] : [first, { ...place, y: last, lead: '', text: detail, tone: 'label' }];
}
