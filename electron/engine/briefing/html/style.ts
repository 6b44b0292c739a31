import type { BriefingTheme } from '#shared/model/briefing.ts';

/** What screens and paper share; two colours mean the same as everywhere: ours, and the customers'. Sizes follow the text, so that a sheet can shrink as a whole. */
export function baseStyle({ headFont, bodyFont, company, customer, accent }: BriefingTheme): string {
  return `
:root { --company: ${company}; --customer: ${customer}; --accent: ${accent}; --head: "${headFont}", "Segoe UI Semibold", "Segoe UI", system-ui, sans-serif; --text: "${bodyFont}", "Segoe UI", system-ui, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; color: #15191f; background: #fff; font: 16px/1.5 var(--text); overflow-wrap: anywhere; }
h1, h2, h3 { font-family: var(--head); font-weight: 600; break-after: avoid; } h1 { font-size: 2em; line-height: 1.2; margin: 0 0 .25em; } h2 { font-size: 1.5em; line-height: 1.25; margin: 0 0 .5em; }
p { margin: 0 0 .5em; } p.quiet { break-after: avoid; } .quiet, .said, caption { color: #444d5a; } .foot { color: #5b6573; font-size: .85em; } a { color: var(--accent); }
.figure b { font: 600 3em/1.1 var(--head); color: #15191f; } .figure span { display: block; color: #444d5a; max-width: 30em; }
.picture { margin: .75em 0; break-inside: avoid; } svg { width: 100%; height: auto; font: 14px var(--text); fill: #15191f; } .small { font-size: 12.5px; } .axis { fill: #5b6573; font-size: 12px; }
rect.company, circle.company { fill: var(--company); } rect.customer, circle.customer { fill: var(--customer); } .bar { fill: #2b3440; } .quiet:is(rect) { fill: #a9b1bc; } .earned { fill: var(--accent); } .lost { fill: var(--customer); } .left { fill: #2b3440; } .dot { fill: #2b3440; } .signal { fill: #fff; stroke: var(--customer); stroke-width: 3; }
.join { stroke: #c9cfd8; stroke-width: 4; } .grid { stroke: #e3e7ec; stroke-width: 1; } .axis:is(line) { stroke: #5b6573; } polyline { fill: none; stroke-width: 2; } .line, .first { stroke: #2b3440; stroke-width: 2; } .second { stroke: var(--customer); stroke-dasharray: 8 3; stroke-width: 2.5; } .third { stroke: var(--company); stroke-dasharray: 2 3; stroke-width: 2.5; } .limit { stroke: #737d8c; stroke-width: 1.5; stroke-dasharray: 5 4; }
blockquote { margin: .75em 0; padding: .6em 1em; border-left: .3em solid var(--customer); background: #f6f7f9; break-inside: avoid; } blockquote.against { border-color: var(--company); } blockquote p:last-child { margin: 0; }
ul { margin: .5em 0; padding-left: 1.25em; } li { margin: .35em 0; }
table { border-collapse: collapse; width: 100%; font-size: .9em; } caption { text-align: left; font-weight: 600; padding: .5em 0; } th, td { text-align: left; padding: .3em .5em; border-bottom: 1px solid #c9cfd8; vertical-align: top; } tr { break-inside: avoid; } td { font-variant-numeric: tabular-nums; overflow-wrap: break-word; } th[scope=col] { overflow-wrap: normal; } #evidence th:first-child { width: 30%; } #evidence th:nth-child(2) { width: 15%; } #evidence th:nth-child(3) { width: 8%; }
.logo { max-height: 3em; max-width: 11em; } .words { list-style: none; padding: 0; } .moment { padding: .75em 1em; background: #f6f7f9; } .moment:target { outline: 3px solid var(--accent); } audio { width: 100%; max-width: 30em; margin: .5em 0; }
`;
}

/** A page that is read on a screen. */
export const screenStyle = `
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem; } header { display: flex; gap: 1.5rem; justify-content: space-between; align-items: start; }
section { border-top: 1px solid #c9cfd8; margin-top: 2rem; padding-top: 1.5rem; }
.claims { list-style: none; padding: 0; font-size: .9em; } .claims a::before { content: "\\25B6\\FE0E"; margin-right: .4em; font-size: .8em; }
`;
