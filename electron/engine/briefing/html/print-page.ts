import { createHash } from 'node:crypto';
import type { BriefingSize, Slide } from '#shared/model/briefing.ts';
import { sheetsOf } from '../continued.ts';
import type { Edition } from '../edition.ts';
import { onePageParts, type PartsRoom } from '../one-page-parts.ts';
import { html, Markup } from './markup.ts';
import { bodyOf, chartTables, evidenceSection, logoOf, momentSection } from './sections.ts';
import { baseStyle } from './style.ts';

/** Widths and heights of paper in inches, standing; `wide` is a screen and lies. */
const paper: Record<BriefingSize, readonly [width: number, height: number]> = { wide: [13.333, 7.5], a4: [8.268, 11.693], letter: [8.5, 11] };

/** Makes each sheet's text smaller until all of it fits; runs once, before the page is printed. */
const fit = `for (const sheet of document.querySelectorAll('.sheet')) for (let size = 100; size > 30 && sheet.scrollHeight > sheet.clientHeight + 1; size -= 2) sheet.style.fontSize = size + '%';`;
const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${createHash('sha256').update(fit).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** Without it the space at the end of a line is missing from the bookmark that a heading becomes. */
const wholeWords = 'h1, h2, h3 { white-space: pre-wrap; }';

/** The story as a page to be printed: sheets of one slide each, one sheet for everything, or a report that flows. */
export function printPage(edition: Edition): string {
  const { story } = edition;
  const { template, size, theme } = story.choices;
  const isFlowing = template === 'report' && size !== 'wide';
  const isLying = template === 'sixSlides' || size === 'wide';
  const [narrow, long] = size === 'wide' ? [7.5, 13.333] : paper[size];
  const [width, height] = isLying ? [long, narrow] : [narrow, long];
  const pageStyle = isFlowing ? flowStyle({ width, height, foot: `${story.subtitle} · ${story.period}` }) : sheetStyle({ width, height });
  const content = isFlowing ? flow(edition) : template === 'onePage' ? onePage(edition, { isLying, w: isLying ? (width - 1.7) / 2 : width - 1.2, h: height - 2.6, columns: isLying ? 2 : 1 })
    : html`${story.slides.flatMap(sheetsOf).map((slide, at) => sheetOf(slide, at + 1, edition))}${appendix(edition)}`;
  return html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${story.title}</title><style>${new Markup(baseStyle(theme) + wholeWords + pageStyle)}</style></head>
<body>${content}<script>${new Markup(fit)}</script></body></html>
`.source;
}

function sheetStyle({ width, height }: { width: number; height: number }): string {
  // A hair less than the page: a sheet that is rounded up would spill an empty page behind it.
  return `
@page { size: ${width}in ${height}in; margin: 0; } @page appendix { margin: 0.6in; }
.sheet { width: ${width}in; height: ${(height - 0.01).toFixed(2)}in; padding: 0.5in 0.6in 0.35in; overflow: hidden; break-after: page; display: flex; flex-direction: column; }
.sheet:last-of-type { break-after: auto; }
.sheet { font-size: 21px; } .sheet h1, .sheet h2 { font-size: 1.7em; margin: 0 0 .3em; } .head { display: flex; justify-content: space-between; gap: 1.5em; align-items: start; }
.sheet p.quiet { font-size: 1em; } .sheet .figure b { font-size: 4.2em; } .sheet .figure span { font-size: 1.1em; } .body { flex: 1 0 auto; display: flex; flex-direction: column; padding-top: .8em; } .body.split { display: grid; grid-template-columns: 3fr 2fr; gap: 2em; align-items: start; }
.body svg { max-height: 21em; } .sheet .said { font-size: .8em; } .sheet .picture { margin-top: 0; } .sheet ul { margin-top: 0; } .sheet li { margin: 0 0 .5em; } .quotes { columns: 1; } .body:not(.split) .quotes { display: grid; grid-template-columns: 1fr 1fr; gap: 1em; } .body:not(.split) .quotes blockquote { margin: 0; } .body:not(.split) .quotes blockquote:last-child:nth-child(odd) { grid-column: 1 / -1; }
.sheet .foot { font-size: .72em; } .bottom { display: flex; justify-content: space-between; border-top: 1px solid #c9cfd8; padding-top: .4em; margin: .6em 0 0; }
.appendix { page: appendix; break-before: page; font-size: 14px; } .appendix section { break-inside: auto; }
.one { font-size: 18px; } .one h1 { font-size: 1.7em; } .one h2 { font-size: 1.1em; margin: .4em 0 .2em; } .one .parts { flex: 1 0 auto; display: flex; flex-direction: column; justify-content: space-between; } .one .parts.lying { display: block; columns: 2; column-gap: 2.5em; } .one .parts section { break-inside: avoid; } .one .parts.lying section { padding-bottom: .9em; }
.one .figure b { font-size: 2.6em; white-space: nowrap; } .one .figure span { font-size: 1em; max-width: none; } .one .figure { display: flex; gap: 1em; align-items: center; margin: .3em 0; } .one svg { max-height: 16em; } .one .picture { margin: .3em 0; } .one ul { margin: .2em 0; } .one li { margin: .15em 0; } .one .said { font-size: .85em; } .one blockquote { margin: .3em 0; padding: .3em .8em; } .one section .quiet { display: none; }
.one .body { flex: none; } .one .body.split { gap: 1.25em; } .one .body:not(.split) .quotes { gap: .6em; }
`;
}

function flowStyle({ width, height, foot }: { width: number; height: number; foot: string }): string {
  return `
@page { size: ${width}in ${height}in; margin: 0.75in 0.7in 0.8in; @bottom-left { content: "${cssString(foot)}"; font: 9px var(--text), sans-serif; color: #5b6573; } @bottom-right { content: counter(page); font: 9px sans-serif; color: #5b6573; } }
body { font-size: 14px; } h2 { break-inside: avoid; } .picture { break-inside: auto; } svg, .said { break-inside: avoid; } .said { break-after: avoid; } .moment { break-inside: avoid; } #evidence { break-before: page; } section { margin-top: 1.75em; } h1 { font-size: 1.9em; } header { border-bottom: 3px solid var(--accent); padding-bottom: 1em; display: flex; justify-content: space-between; gap: 1.5em; }
`;
}

/** Text inside a quoted CSS string: whatever could end it is written by its number. */
function cssString(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,·:;()%+-]/gu, (letter) => `\\${(letter.codePointAt(0) ?? 32).toString(16)} `);
}

function bottomOf({ story }: Edition, number: number | null): Markup {
  return html`<p class="foot bottom"><span>${story.subtitle} · ${story.period}</span><span>${number ?? ''}</span></p>`;
}

function sheetOf(slide: Slide, number: number, edition: Edition): Markup {
  const title = number === 1 ? html`<h1>${slide.title}</h1>` : html`<h2>${slide.title}</h2>`;
  return html`<section class="sheet" id="slide-${slide.id}"><div class="head">${title}${logoOf(edition.logo)}</div>${slide.lead === '' ? '' : html`<p class="quiet">${slide.lead}</p>`}
${bodyOf(slide, { withTables: false, edition })}<p class="foot">${slide.footnote}</p>${bottomOf(edition, number)}</section>
`;
}

/** What stands behind the slides: tables under charts, moments, every claim. */
function appendix(edition: Edition): Markup {
  return html`<div class="appendix">${chartTables(edition)}${evidenceSection(edition)}${momentSection(edition, false)}</div>`;
}

/** Everything on one sheet: the answer, then each part under its finding, shortened to what a page holds. */
function onePage(edition: Edition, { isLying, ...room }: PartsRoom & { isLying: boolean }): Markup {
  const { story } = edition;
  const parts = onePageParts(story.slides, room).columns.flat();
  const answer = story.slides.find((slide) => slide.kind === 'answer');
  return html`<main class="sheet one"><div class="head"><h1>${story.title}</h1>${logoOf(edition.logo)}</div><p class="quiet">${answer?.lead ?? ''}</p>
${answer?.figure ? html`<p class="figure"><b>${answer.figure.value}</b><span>${answer.figure.what}</span></p>` : ''}
<div class="${isLying ? 'parts lying' : 'parts'}">${parts.map((slide) => html`<section id="slide-${slide.id}"><h2>${slide.title}</h2>${bodyOf(slide, { withTables: false, edition })}<p class="foot">${slide.footnote}</p></section>
`)}</div>${bottomOf(edition, null)}</main>`;
}

function flow(edition: Edition): Markup {
  const { story } = edition;
  return html`<header><div><h1>${story.title}</h1><p class="quiet">${story.subtitle} · ${story.period}</p></div>${logoOf(edition.logo)}</header>
<main>${story.slides.map((slide) => html`<section id="slide-${slide.id}">${slide.title === story.title ? '' : html`<h2>${slide.title}</h2>`}${slide.lead === '' ? '' : html`<p class="quiet">${slide.lead}</p>`}${bodyOf(slide, { withTables: true, edition })}<p class="foot">${slide.footnote}</p></section>
`)}${momentSection(edition, false)}${evidenceSection(edition)}</main>`;
}
