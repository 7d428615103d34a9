import type {
  BandLayout,
  ChartLayout,
  ChartText,
  Mark,
  Place,
  Rule,
  Shape,
  Tone,
} from '#shared/charts/chart-layout.ts';
import { escapeXml } from '#shared/charts/chart-text.ts';
import { round } from '#shared/charts/value-axis.ts';

const FILL: Readonly<Record<Tone, string>> = { worse: 'cw', better: 'cb', neither: 'cc', routine: 'pt' };
const STROKE: Readonly<Record<Tone, string>> = { worse: 'kw', better: 'kb', neither: 'kc', routine: 'kr' };
const TEXT: Readonly<Record<ChartText['tone'], string>> = {
  label: '',
  ink: 'ti',
  worse: 'tw',
  better: 'tb',
  neither: 'tc',
};

/** A layout as one self-contained SVG element; colours come from the classes of `chart-css.ts`. */
export function drawChart(layout: ChartLayout): string {
  const { plot } = layout;
  const drawn = [
    ...layout.bands.map(drawBand),
    ...layout.earlier.map(drawEarlier),
    layout.target === null
      ? ''
      : `<path class="tg" stroke-width="2" d="M${plot.left} ${layout.target}H${plot.right}"/>`,
    ...layout.rules.map((rule) => drawRule(rule, 'an')),
    `<path class="ax" stroke-width="1" d="M${plot.left} ${plot.bottom}H${plot.right}"/>`,
    ...layout.ticks.map((tick) => drawRule(tick, 'ax')),
    ...layout.lines.map((line) => drawLine(line, 2)),
    ...layout.marks.map(drawMark),
  ].join('');
  const texts = layout.texts.map(drawText).join('');
  const graphics = layout.stale ? `<g class="stale">${drawn}</g>` : drawn;
  return `${openSvg(layout)}<title>${escapeXml(layout.title)}</title>${graphics}${texts}</svg>`;
}

export function openSvg(svg: {
  readonly width: number;
  readonly height: number;
  readonly label: string;
}): string {
  const { width, height } = svg;
  return `<svg class="ch" xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(svg.label)}">`;
}

function drawBand(band: BandLayout): string {
  const { left, right } = band;
  const limits = [band.upperLimit, band.lowerLimit].filter((y) => y !== null);
  const across = limits.map((y) => `M${round(left)} ${y}H${round(right)}`).join('');
  return [
    `<rect class="band" x="${round(left)}" y="${band.top}" width="${round(right - left)}" height="${round(Math.max(0, band.bottom - band.top))}"/>`,
    across === '' ? '' : `<path class="${band.firm ? 'lim' : 'lim soft'}" stroke-width="1.5" d="${across}"/>`,
    `<path class="mean" stroke-width="1.5" d="M${round(left)} ${band.mean}H${round(right)}"/>`,
  ].join('');
}

function drawEarlier(band: BandLayout): string {
  const levels = [band.upperLimit, band.lowerLimit, band.mean].filter((y) => y !== null);
  const across = levels.map((y) => `M${round(band.left)} ${y}H${round(band.right)}`).join('');
  return `<path class="then" stroke-width="1.5" d="${across}"/>`;
}

function drawRule(rule: Rule, name: string): string {
  const from = `${round(rule.x)} ${round(rule.y)}`;
  return `<path class="${name}" stroke-width="${rule.width}" d="M${from}L${round(rule.to.x)} ${round(rule.to.y)}"/>`;
}

export function drawLine(line: readonly Place[], width: number): string {
  const path = line.map((place, at) => `${at === 0 ? 'M' : 'L'}${place.x} ${place.y}`).join('');
  return `<path class="ln" stroke-width="${width}" d="${path}"/>`;
}

export function drawMark(mark: Mark): string {
  const body = mark.mature
    ? `class="${FILL[mark.tone]}"`
    : `class="hollow ${STROKE[mark.tone]}" stroke-width="1.5"`;
  const outline =
    mark.outline === null
      ? ''
      : drawShape(mark.shape, mark, mark.outline, `class="${STROKE[mark.tone]}" stroke-width="2"`);
  return drawShape(mark.shape, mark, mark.half, body) + outline;
}

/** Shapes of equal weight to the eye: `half` is the half-width of the diamond. */
function drawShape(shape: Shape, { x, y }: Place, half: number, attributes: string): string {
  const at = (dx: number, dy: number) => `${round(x + dx * half)} ${round(y + dy * half)}`;
  switch (shape) {
    case 'circle':
      return `<circle ${attributes} cx="${x}" cy="${y}" r="${round(half)}"/>`;
    case 'diamond':
      return `<path ${attributes} d="M${at(0, -1)}L${at(1, 0)}L${at(0, 1)}L${at(-1, 0)}Z"/>`;
    case 'square':
      return `<path ${attributes} d="M${at(-0.78, -0.78)}L${at(0.78, -0.78)}L${at(0.78, 0.78)}L${at(-0.78, 0.78)}Z"/>`;
    case 'triangle':
      return `<path ${attributes} d="M${at(0, -1)}L${at(0.96, 0.72)}L${at(-0.96, 0.72)}Z"/>`;
    case 'triangle-down':
      return `<path ${attributes} d="M${at(0, 1)}L${at(0.96, -0.72)}L${at(-0.96, -0.72)}Z"/>`;
  }
}

function drawText(text: ChartText): string {
  const classes = [TEXT[text.tone], text.halo ? 'halo' : ''].filter((name) => name !== '').join(' ');
  const named = classes === '' ? '' : ` class="${classes}"`;
  const anchor = text.anchor === 'start' ? '' : ` text-anchor="${text.anchor}"`;
  const strong = text.tone === 'label' ? 'ti st' : 'st';
  const lead = text.lead === '' ? '' : `<tspan class="${strong}">${escapeXml(text.lead)}</tspan>`;
  const between = text.lead === '' || text.text === '' ? '' : ' ';
  return `<text${named} x="${text.x}" y="${text.y}" font-size="${text.size}"${anchor}>${lead}${between}${escapeXml(text.text)}</text>`;
}
