import { CHART_CSS, CHART_TOKENS } from '#shared/charts/chart-css.ts';

/** The value of every token on a light ground; the first of `light-dark()`. */
function lightValues(): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of CHART_TOKENS.matchAll(
    /--([\w-]+):((?:\([^)]*\)|[^;)}(]|light-dark\([^)]*\))+)/g,
  )) {
    values.set(name, /^light-dark\(([^,]+),/.exec(value)?.[1] ?? value);
  }
  return values;
}

/** `var(--name)` replaced by its value, through names that stand for names: drawing programs know no variables. */
function resolved(css: string, values: ReadonlyMap<string, string>): string {
  const once = css.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => values.get(name) ?? whole);
  return once === css ? css : resolved(once, values);
}

/** A drawn chart as a file of its own, on a white ground, with its colours written out. */
export function standaloneSvg(svg: string): string {
  const css = resolved(CHART_CSS, lightValues());
  const [width = '0', height = '0'] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.slice(1) ?? [];
  const ground = `<rect width="${width}" height="${height}" fill="#ffffff"/>`;
  const open = svg.indexOf('>') + 1;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.slice(0, open)}<style>${css}</style>${ground}${svg.slice(open)}\n`;
}
