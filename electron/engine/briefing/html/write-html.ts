import type { Envelope } from '#shared/model/envelope.ts';
import type { BriefingQuote, Slide, Story } from '#shared/model/briefing.ts';
import type { JobHandle } from '#engine/jobs.ts';
import { count, monthName, percentWithInterval, points } from '../figures.ts';
import { barFigure, dumbbellFigure } from './figures.ts';
import { html, Markup } from './markup.ts';
import { style } from './style.ts';

/** Nothing may be loaded or run; the page's own style and embedded pictures and sounds excepted. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:; base-uri 'none'; form-action 'none'";

/** Writes the story as one page that needs nothing but itself. */
export async function writeHtml(story: Story, job: JobHandle): Promise<Uint8Array> {
  job.report({ phase: 'drawing', done: 0, total: story.slides.length, item: null });
  await job.breathe();
  return new TextEncoder().encode(pageOf(story));
}

function pageOf(story: Story): string {
  return html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${story.title}</title><style>${new Markup(style)}</style></head>
<body><header><h1>${story.title}</h1><p class="quiet">${story.subtitle} · ${story.period}</p></header>
<main>${story.slides.map(sectionOf)}${evidence(story)}</main>
<footer class="foot"><p>Figures as of ${story.generatedAt.slice(0, 10)}. Fingerprint ${story.fingerprint}. Written by Earshot.</p></footer></body></html>
`.source;
}

function sectionOf(slide: Slide): Markup {
  return html`<section><h2>${slide.title}</h2><p class="quiet">${slide.lead}</p>
${slide.chart ? dumbbellFigure(slide.chart) : ''}${slide.bars ? barFigure(slide.bars) : ''}${slide.quotes.map(quoteOf)}
${slide.bullets.length > 0 ? html`<ul>${slide.bullets.map((bullet) => html`<li>${bullet}</li>`)}</ul>` : ''}<p class="foot">${slide.footnote}</p></section>
`;
}

function quoteOf(quote: BriefingQuote): Markup {
  const when = quote.when === '' ? '' : `, ${monthName(quote.when)}`;
  const seconds = quote.startMs === null ? null : Math.floor(quote.startMs / 1000);
  const place = seconds === null ? `turn ${quote.turnSeq + 1}` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return html`<blockquote${new Markup(quote.isAgainst ? ' class="against"' : '')}><p>“${quote.text}”</p><p class="foot">${quote.isAgainst ? 'Against the message: ' : ''}${quote.who}${when} · ${quote.externalId} at ${place}; ${seconds === null ? 'opens' : 'plays'} in Earshot</p></blockquote>
`;
}

function evidence(story: Story): Markup {
  const claims = story.slides.flatMap((slide) => slide.claims);
  if (claims.length === 0) return html``;
  return html`<section><h2>Every figure, and what it rests on</h2><h3>Figures</h3><table><caption>Claims with their figure, n and definition</caption>
<thead><tr><th scope="col">Claim</th><th scope="col">Figure</th><th scope="col">n</th><th scope="col">Definition</th></tr></thead>
<tbody>${claims.map((claim) => html`<tr><th scope="row">${claim.text}</th><td>${figureOf(claim.envelope)}</td><td>${count(claim.envelope.n)}</td><td>${claim.definition}</td></tr>`)}</tbody></table></section>`;
}

function figureOf(figure: Envelope): string {
  if (figure.value === null) return 'not available';
  if (figure.unit === 'share') return percentWithInterval(figure);
  return figure.unit === 'points' ? points(figure) : count(figure.value);
}
