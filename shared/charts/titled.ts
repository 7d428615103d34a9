import type { BandLayout, ChartLayout, ChartText, Place, Rule } from '#shared/charts/chart-layout.ts';
import { textWidth } from '#shared/charts/chart-text.ts';

const TITLE = 16;
const SENTENCE = 13;
const LINE = 18;
const MARGIN = 16;

/** A text in lines that fit the width, broken between words. */
function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, SENTENCE) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function moved<Part extends Place>(part: Part, by: number): Part {
  return { ...part, x: part.x + MARGIN, y: part.y + by };
}

function movedRule(rule: Rule, by: number): Rule {
  return { ...moved(rule, by), to: moved(rule.to, by) };
}

function movedBand(band: BandLayout, by: number): BandLayout {
  const down = (y: number | null) => (y === null ? null : y + by);
  return {
    ...band,
    left: band.left + MARGIN,
    right: band.right + MARGIN,
    top: band.top + by,
    bottom: band.bottom + by,
    mean: band.mean + by,
    upperLimit: down(band.upperLimit),
    lowerLimit: down(band.lowerLimit),
  };
}

/** The chart with its title and its sentence above it and a margin around, to stand alone where it is pasted. */
export function titled(layout: ChartLayout): ChartLayout {
  const lines = linesOf(layout.label, layout.width);
  const by = MARGIN + TITLE + 8 + lines.length * LINE + 8;
  const words = { x: MARGIN, anchor: 'start', halo: false } as const;
  const head: readonly ChartText[] = [
    { ...words, y: MARGIN + TITLE, lead: layout.title, text: '', size: TITLE, tone: 'ink' },
    ...lines.map((text, at): ChartText => {
      const y = MARGIN + TITLE + 8 + (at + 0.75) * LINE;
      return { ...words, y, lead: '', text, size: SENTENCE, tone: 'label' };
    }),
  ];
  const { plot } = layout;
  return {
    ...layout,
    width: layout.width + 2 * MARGIN,
    height: layout.height + by + MARGIN,
    plot: {
      left: plot.left + MARGIN,
      right: plot.right + MARGIN,
      top: plot.top + by,
      bottom: plot.bottom + by,
    },
    bands: layout.bands.map((band) => movedBand(band, by)),
    earlier: layout.earlier.map((band) => movedBand(band, by)),
    target: layout.target === null ? null : layout.target + by,
    lines: layout.lines.map((line) => line.map((place) => moved(place, by))),
    marks: layout.marks.map((mark) => moved(mark, by)),
    ticks: layout.ticks.map((rule) => movedRule(rule, by)),
    rules: layout.rules.map((rule) => movedRule(rule, by)),
    texts: [...head, ...layout.texts.map((text) => moved(text, by))],
  };
}
