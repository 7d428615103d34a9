import type { ChartText, Tone } from '#shared/charts/chart-layout.ts';

/** The tokens of `styles/tokens.css` that a canvas needs, resolved for the theme that is shown. */
export type Palette = {
  readonly ground: string;
  readonly band: string;
  readonly limit: string;
  readonly mean: string;
  readonly line: string;
  readonly axis: string;
  readonly target: string;
  readonly ink: string;
  readonly marks: Readonly<Record<Tone, string>>;
  readonly texts: Readonly<Record<ChartText['tone'], string>>;
  readonly font: string;
};

/** Reads the tokens as they apply to an element: a canvas knows neither `var()` nor `light-dark()`. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  // Forced colours make every text one colour, and a band in it would cover the chart.
  probe.style.forcedColorAdjust = 'none';
  element.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const forced = matchMedia('(forced-colors: active)').matches;
  const palette = {
    ground: colour('surface'),
    band: colour('chart-band'),
    limit: colour('chart-limit'),
    mean: colour('chart-mean'),
    line: colour('chart-line'),
    axis: colour('chart-axis'),
    target: colour('chart-target'),
    ink: colour('ink'),
    marks: {
      worse: colour('worse'),
      better: colour('better'),
      neither: colour('changed'),
      routine: colour('chart-point'),
    },
    texts: {
      label: colour('chart-label'),
      ink: colour('ink'),
      worse: colour('worse-text'),
      better: colour('better-text'),
      neither: colour('changed-text'),
    },
    font: getComputedStyle(element).fontFamily,
  };
  const system = (name: string): string => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const shown = forced ? { ...palette, ...forcedPalette(palette, system) } : palette;
  probe.remove();
  return shown;
}

/** Lines and words in the colours that the reader forces; data keep theirs, told apart by shape and word as well. */
function forcedPalette(own: Palette, system: (name: string) => string): Partial<Palette> {
  const [ground, ink] = [system('Canvas'), system('CanvasText')];
  const words = { label: ink, ink, worse: ink, better: ink, neither: ink };
  return {
    ground,
    band: system('color-mix(in srgb, CanvasText 14%, Canvas)'),
    limit: ink,
    mean: ink,
    line: ink,
    axis: ink,
    target: ink,
    ink,
    marks: { ...own.marks, routine: ink },
    texts: words,
  };
}
