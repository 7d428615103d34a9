/** What the classes of a drawn chart look like. Needs the tokens of the app, or `CHART_TOKENS` where there are none. */
export const CHART_CSS = `.ch{display:block;overflow:visible}
.ch text{font-family:var(--font);fill:var(--chart-label)}
.ch .st{font-weight:600}
.ch .band{fill:var(--chart-band)}
.ch .lim{stroke:var(--chart-limit);fill:none}
.ch .soft{stroke-dasharray:5 4}
.ch .then{stroke:var(--ink);stroke-dasharray:9 3 2 3;fill:none}
.ch .pick .pt{fill:var(--ink)}
.ch .mean{stroke:var(--chart-mean);fill:none}
.ch .ln{stroke:var(--chart-line);fill:none;stroke-linejoin:round}
.ch .pt{fill:var(--chart-point)}
.ch .ax{stroke:var(--chart-axis);fill:none}
.ch .tg{stroke:var(--chart-target);stroke-dasharray:1 4;stroke-linecap:round;fill:none}
.ch .an{stroke:var(--ink);fill:none}
.ch .halo{stroke:var(--surface);stroke-width:3px;paint-order:stroke;stroke-linejoin:round}
.ch .cw{fill:var(--worse)}
.ch .cb{fill:var(--better)}
.ch .cc{fill:var(--changed)}
.ch .kw{stroke:var(--worse);fill:none}
.ch .kb{stroke:var(--better);fill:none}
.ch .kc{stroke:var(--changed);fill:none}
.ch .kr{stroke:var(--chart-point);fill:none}
.ch .hollow{fill:var(--surface)}
.ch .stale{opacity:.5}
.ch .ti{fill:var(--ink)}
.ch .tw{fill:var(--worse-text)}
.ch .tb{fill:var(--better-text)}
.ch .tc{fill:var(--changed-text)}
`;

/** The colours of charts by themselves, light and dark, for a document that is to stand alone. */
export const CHART_TOKENS = `:root{color-scheme:light dark;
--font:"Inter Variable","Inter",system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;
--surface:light-dark(#ffffff,#1a1a1e);
--ink:light-dark(#141417,#f1f1f3);
--better:light-dark(#1f74d1,#4d98ee);--better-text:light-dark(#0f56a6,#7db5f7);
--worse:light-dark(#db6410,#f4812f);--worse-text:light-dark(#a34700,#ff9f57);
--changed:light-dark(#7e52cf,#a27ff0);--changed-text:light-dark(#6238ae,#bfa2f5);
--chart-line:light-dark(#a2a2ab,#7f7f89);--chart-point:light-dark(#7f7f89,#92929c);
--chart-band:light-dark(#efeff1,#26262c);--chart-limit:#7f7f89;
--chart-mean:light-dark(#4a4a53,#b7b7c0);--chart-target:var(--ink);
--chart-axis:light-dark(#c3c3ca,#4a4a53);--chart-label:light-dark(#4a4a53,#b7b7c0)}
`;
