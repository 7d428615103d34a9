import { CHART_CSS, CHART_TOKENS } from '#shared/charts/chart-css.ts';
import { cssString } from './escape.ts';

const PAPER = `*{box-sizing:border-box}
:root{color-scheme:light;--ink-2:#4a4a53;--ink-3:#64646d;--line:#dcdce0;--line-soft:#e6e6e9;--desk:#efeff1}
html{font:420 13.5px/19px var(--font);color:var(--ink);background:var(--desk);font-feature-settings:"cv05","ss03";-webkit-font-smoothing:antialiased;text-rendering:optimizeLegibility}
body{margin:0}
h1,h2,h3,p,ul,ol,dl,dd,figure,table{margin:0;padding:0}
ul,ol{list-style:none}
b{font-weight:620}
.n{font-variant-numeric:tabular-nums;white-space:nowrap}
.nw{white-space:nowrap}
.worse{color:var(--worse-text)}.better{color:var(--better-text)}.changed{color:var(--changed-text)}
.quiet{color:var(--ink-2)}.faint{color:var(--ink-3)}
.small{font-size:11.5px;line-height:16px}
.ch.glyph{display:inline-block;width:9px;height:9px;margin-right:6px;vertical-align:-.5px}
main{display:flex;flex-wrap:wrap;gap:24px;padding:24px;justify-content:center;align-items:flex-start}
.sheet{position:relative;display:flex;flex-direction:column;width:794px;min-height:1123px;padding:52px 68px 44px;background:var(--surface);overflow-wrap:anywhere}
.sheet>header{display:flex;justify-content:space-between;gap:24px;font-size:12px;line-height:16px;color:var(--ink-2);border-bottom:1px solid var(--ink);padding-bottom:8px;margin-bottom:20px}
.sheet>header b{color:var(--ink)}
.sheet>header p+p{text-align:right}
.sheet>footer{display:flex;justify-content:space-between;gap:24px;margin-top:auto;padding-top:20px;font-size:11px;line-height:16px;color:var(--ink-3)}
h1{font-size:28px;line-height:33px;font-weight:640;letter-spacing:-.022em;text-wrap:balance}
.lead{margin-top:10px;color:var(--ink-2);max-width:64em}
h2{font-size:14.5px;line-height:20px;font-weight:640;letter-spacing:-.006em;margin:22px 0 6px;break-after:avoid}
h3{font-size:12.5px;line-height:17px;font-weight:620;break-after:avoid}
table{border-collapse:collapse;width:100%;font-size:12.5px;line-height:17px}
th{font-size:11.5px;font-weight:420;color:var(--ink-3);text-align:left;padding:0 8px 4px;border-bottom:1px solid var(--line)}
td{padding:5px 8px;border-bottom:1px solid var(--line-soft);vertical-align:top}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
th.n,td.n{text-align:right}
tr{break-inside:avoid}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.more{margin-top:5px;font-size:11.5px;line-height:16px;color:var(--ink-3)}
.draft{display:inline-block;padding:0 6px;border:1px solid var(--ink);border-radius:4px;color:var(--ink)}
.outcomes{display:grid;grid-template-columns:repeat(4,1fr);gap:20px;margin-top:18px;border-top:1px solid var(--line);padding-top:10px}
.outcomes h3{font-weight:530}
.outcomes .figure{font-size:28px;line-height:34px;font-weight:640;letter-spacing:-.025em;margin-top:2px;white-space:nowrap}
.outcomes .figure span{font-size:13px;letter-spacing:0;font-weight:530}
.outcomes .figure.long{font-size:21px}
.outcomes p{font-size:12px;line-height:16.5px}
.outcomes .of{color:var(--ink-3);margin-bottom:3px}
.constraint{border-left:4px solid var(--ink);padding:1px 0 1px 18px}
.constraint .name{font-size:20px;line-height:25px;font-weight:640;letter-spacing:-.015em;margin-bottom:4px}
.rows>li{display:grid;grid-template-columns:52px 1fr;padding:5px 0;border-top:1px solid var(--line-soft)}
.rows>li:first-child{border-top:0}
.split{display:grid;grid-template-columns:1fr 1fr;gap:28px}
.thirds{display:grid;grid-template-columns:1fr 1fr 1fr;gap:24px}
.thirds h2,.split h2{margin-top:20px}
.thirds,.thirds li{font-size:12px;line-height:16px}
.thirds li{padding:2px 0}
.dimensions .small{line-height:16.5px}
.made td{padding-top:4px;padding-bottom:4px}
.made td:first-child,.made td:nth-child(3){white-space:nowrap;padding-right:12px}
.made td:nth-child(5){width:124px;font-size:11.5px}
.dimensions td{padding-top:4px;padding-bottom:4px}
.dimensions td:nth-child(2){white-space:nowrap;width:1%}
.dimensions td:first-child{font-weight:530;white-space:nowrap;width:1%}
.bar{display:flex;gap:2px;height:8px;margin:6px 0 5px}
.bar i{display:block;border-radius:1.5px}
.bar .kept{background:var(--ink)}.bar .late{background:#92929c}.bar .overdue{background:var(--worse)}
.bar .due{background:var(--surface);box-shadow:inset 0 0 0 1.5px #92929c}
.bar .initiative{box-shadow:inset 0 0 0 1.5px var(--ink)}
.bar .dropped{background:repeating-linear-gradient(135deg,#a2a2ab 0 1.5px,transparent 1.5px 4px)}
.standings{display:flex;flex-wrap:wrap;gap:2px 16px;font-size:12px;line-height:16px;color:var(--ink-2)}
.standings b{color:var(--ink)}
.nobody{font-weight:620;text-decoration:underline dashed 1px;text-underline-offset:3px}
.six{counter-reset:question}
.six li{counter-increment:question;display:grid;grid-template-columns:22px 1fr;padding:4.5px 0;border-top:1px solid var(--line-soft);break-inside:avoid}
.six li:first-child{border-top-color:var(--line)}
.six li::before{content:counter(question);color:var(--ink-3)}
.six .question{font-weight:620}
.six p{grid-column:2;font-size:12.5px;line-height:16.5px}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:11px;line-height:16px;color:var(--ink-2);margin:-6px 0 18px}
.legend svg{display:inline-block;width:10px;height:10px;margin-right:4px;vertical-align:-.5px}
.evidence{display:grid;grid-template-columns:316px 316px;gap:26px;justify-content:space-between}
.evidence figure{break-inside:avoid;width:316px}
.evidence h3{min-height:17px;margin-bottom:4px}
.evidence h3 span{color:var(--ink-3);font-weight:420;margin-right:5px}
.evidence figcaption{font-size:12px;line-height:16.5px;color:var(--ink-2);margin-top:6px}
.evidence figcaption p+p{margin-top:3px}
.evidence figcaption b{color:var(--ink)}
.lists section{break-inside:avoid}
.lists li{padding:2px 0}
.method{margin-top:22px;border-top:1px solid var(--line);padding-top:8px;break-inside:avoid}
`;

const PRINT = `@page{margin:11mm 16mm 13mm}
@media print{
html{background:none;font-size:10pt;line-height:14.2pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{display:block;padding:0}
.sheet{display:block;width:auto;min-height:0;padding:0;break-after:page}
.sheet:last-child{break-after:auto}
.sheet>footer{display:none}
.sheet>header{margin-bottom:16px}
h2,.thirds h2{margin-top:15px}
}
@media screen and (max-width:842px){
main{padding:0;gap:1px}
.sheet{width:auto;max-width:100%;min-height:0;padding:24px 20px}
.outcomes,.split,.thirds{grid-template-columns:1fr 1fr}
.evidence{grid-template-columns:minmax(0,1fr)}
.evidence svg{max-width:100%;height:auto}
}
`;

export type PageFooter = { readonly left: string; readonly middle: string };

function fontFace(font: string): string {
  if (!/^[A-Za-z0-9+/=]+$/.test(font)) return '';
  return `@font-face{font-family:"Inter Variable";font-style:normal;font-weight:100 900;src:url(data:font/woff2;base64,${font}) format("woff2")}\n`;
}

/** Page numbers stand in the margin of the paper, where the engine can (Chromium from 131); others print without. */
function pageMargins({ left, middle }: PageFooter): string {
  const box =
    'font:420 8pt var(--font);font-family:"Inter Variable",system-ui,sans-serif;color:#64646d;vertical-align:top;padding-top:3mm';
  return `@page{@bottom-left{content:${cssString(left)};${box}}@bottom-center{content:${cssString(middle)};${box}}@bottom-right{content:counter(page) " of " counter(pages);${box}}}\n`;
}

/** The whole style sheet of a readout: paper look in every theme, two lead pages in print, A4 and Letter. */
export function readoutStyle(footer: PageFooter, font: string | null): string {
  return [
    font === null ? '' : fontFace(font),
    CHART_TOKENS,
    CHART_CSS,
    PAPER,
    PRINT,
    pageMargins(footer),
  ].join('');
}
