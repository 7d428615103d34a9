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

/** A thin rule from the axis to the point of its period, its text on the left where there is room, else on the right. */
export function placeEvents(
  reading: SeriesReading,
  events: readonly ChartEvent[],
  frame: Frame & { readonly marks: readonly Mark[] },
  measures: ChartMeasures,
): { readonly rules: readonly Rule[]; readonly texts: readonly ChartText[] } {
  const rules: Rule[] = [];
  const texts: ChartText[] = [];
  const newestFirst = [...events].sort((a, b) => (a.day < b.day ? 1 : -1));
  for (const event of newestFirst) {
    const index = periodHolding(reading.points, event.day);
    if (index === -1) continue;
    const x = frame.x(index);
    const mark = frame.marks.find((one) => one.index === index);
    const top = mark === undefined ? frame.plot.top : mark.y + (mark.outline ?? mark.half) + 4;
    rules.push({ x, y: frame.plot.bottom, to: { x, y: Math.min(top, frame.plot.bottom - 12) }, width: 1 });
    texts.push(...freeText(event, x, { frame, measures, texts }));
  }
  return { rules, texts };
}

type Surroundings = {
  readonly frame: Frame;
  readonly measures: ChartMeasures;
  readonly texts: readonly ChartText[];
};

/** The first wording that covers no other event: both lines, or the title alone, on either side; else none. */
function freeText(event: ChartEvent, x: number, around: Surroundings): readonly ChartText[] {
  const { frame, measures, texts } = around;
  const title = `${dayName(event.day)}, ${event.title}`;
  const needed = textWidth(title, measures.font * 1.04);
  const leftRoom = x - 8 - frame.plot.left;
  const rightRoom = frame.plot.right - x - 8;
  const leftFits = leftRoom >= needed || leftRoom >= rightRoom;
  const sides = leftFits ? (['end', 'start'] as const) : (['start', 'end'] as const);
  const details = measures.annotationLines === 2 && event.detail !== undefined ? [event.detail, ''] : [''];
  for (const detail of details) {
    for (const anchor of sides) {
      const room = anchor === 'end' ? leftRoom : rightRoom;
      const made = eventText({ title, detail, x, anchor, room }, frame.plot.bottom, measures);
      const free = made.every((one) => !texts.some((other) => overlap(boxOfText(one), boxOfText(other))));
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
