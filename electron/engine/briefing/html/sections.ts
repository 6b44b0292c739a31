import type { Envelope } from '#shared/model/envelope.ts';
import type { BriefingQuote, Claim, Slide } from '#shared/model/briefing.ts';
import { clipKind } from '#engine/audio/decoded-clip.ts';
import { claimsOf, type Edition, type Picture } from '../edition.ts';
import { rangeText, unitText } from '#shared/plots/plot-figures.ts';
import { clock, count, monthName, percentWithInterval, points } from '../figures.ts';
import { barFigure, barRows, dumbbellFigure, dumbbellRows } from './figures.ts';
import { html, Markup } from './markup.ts';
import { plotFigure, plotRows } from './plots.ts';

/** How much of a slide a page takes: tables under charts and links to moments, or only what fits beside them. */
export type SectionOptions = { withTables: boolean; edition: Edition };

/** The inside of a slide, below its title. */
export function bodyOf(slide: Slide, { withTables, edition }: SectionOptions): Markup {
  const figures = [
    slide.figure ? html`<p class="figure"><b>${slide.figure.value}</b> <span>${slide.figure.what}</span></p>` : html``,
    slide.chart ? dumbbellFigure(slide.chart) : html``,
    slide.bars ? barFigure(slide.bars) : html``,
    slide.plot ? plotFigure(slide.plot) : html``,
  ].filter((part) => part.source !== '');
  const words = [
    ...(slide.quotes.length > 0 ? [html`<div class="quotes">${slide.quotes.map((quote) => quoteOf(quote, edition))}</div>`] : []),
    ...(slide.bullets.length > 0 ? [html`<ul>${slide.bullets.map((bullet) => html`<li>${bullet}</li>`)}</ul>`] : []),
  ];
  const isSplit = figures.length > 0 && words.length > 0;
  return html`<div class="${isSplit ? 'body split' : 'body'}">${figures.length > 0 ? html`<div>${figures}</div>` : ''}${words.length > 0 ? html`<div>${words}</div>` : ''}</div>${withTables ? tablesOf(slide) : ''}`;
}

/** The figures under the pictures of a slide. */
function tablesOf(slide: Slide): Markup[] {
  return [...(slide.chart ? [dumbbellRows(slide.chart)] : []), ...(slide.bars ? [barRows(slide.bars)] : []), ...(slide.plot ? [plotRows(slide.plot)] : [])];
}

/** What the charts draw, where the pages themselves have no room for it. */
export function chartTables({ story }: Edition): Markup {
  const tables = story.slides.flatMap(tablesOf);
  return tables.length === 0 ? html`` : html`<section id="figures"><h2>The figures of every chart</h2>${tables}</section>`;
}

/** The figures of a slide, each leading to the moment that stands for it. */
export function claimLinks(slide: Slide, { momentOf }: Edition): Markup {
  const heard = slide.claims.filter((claim) => momentOf.has(claim.id));
  if (heard.length === 0) return html``;
  return html`<ul class="claims" aria-label="Hear what is behind these figures">${heard.map((claim) => html`<li><a href="#${momentOf.get(claim.id) ?? ''}">${claim.text}</a></li>`)}</ul>`;
}

function quoteOf(quote: BriefingQuote, { momentOf }: Edition): Markup {
  const when = quote.when === '' ? '' : `, ${monthName(quote.when)}`;
  const place = quote.startMs === null ? `turn ${quote.turnSeq + 1}` : clock(quote.startMs);
  const moment = momentOf.get(`${quote.interactionId} ${quote.turnSeq}`);
  const link = moment === undefined ? html`${quote.externalId} at ${place}` : html`<a href="#${moment}">${quote.externalId} at ${place}</a>`;
  return html`<blockquote${new Markup(quote.isAgainst ? ' class="against"' : '')}><p>“${quote.text}”</p><p class="foot">${quote.isAgainst ? 'Against the message: ' : ''}${quote.who}${when} · ${link}</p></blockquote>
`;
}

/** Every moment with its words, and its sound where `withSound`; and why there is none. */
export function momentSection({ moments }: Edition, withSound: boolean): Markup {
  if (moments.length === 0) return html``;
  return html`<section id="hear"><h2>Hear it: the moments behind the figures</h2>
<p class="quiet">Each moment was chosen by rule from the interactions behind a figure. Names and numbers are masked in the words and silenced in the sound.</p>
${moments.map((moment) => {
    const when = moment.when === '' ? '' : `, ${monthName(moment.when)}`;
    const place = moment.startMs === null ? '' : ` at ${clock(moment.startMs)}`;
    return html`<div class="moment" role="group" aria-labelledby="${moment.id}-name" id="${moment.id}"><p class="said" id="${moment.id}-name">${moment.externalId}${place}. ${moment.who}${when}.</p>
${'bytes' in moment.sound && withSound ? html`<audio controls preload="metadata" aria-labelledby="${moment.id}-name" src="data:${clipKind(moment.sound.bytes).mime};base64,${Buffer.from(moment.sound.bytes).toString('base64')}"></audio>` : ''}
${'reason' in moment.sound ? html`<p class="foot">${moment.sound.reason}</p>` : ''}
<ul class="words">${moment.words.map(({ role, text }) => html`<li><b>${role}:</b> ${text}</li>`)}</ul></div>
`;
  })}</section>`;
}

/** Every claim with its figure, n, definition, period and how to list its interactions. */
export function evidenceSection(edition: Edition): Markup {
  const claims = claimsOf(edition.story);
  if (claims.length === 0) return html``;
  return html`<section id="evidence"><h2>Every figure, and what it rests on</h2><table><caption>Claims with their figure, n, definition, period and interactions</caption>
<thead><tr><th scope="col">Claim</th><th scope="col">Figure</th><th scope="col">n</th><th scope="col">Definition</th><th scope="col">Period</th><th scope="col">Interactions</th></tr></thead>
<tbody>${claims.map((claim) => evidenceRow(claim, edition))}</tbody></table></section>`;
}

function evidenceRow(claim: Claim, { story, momentOf }: Edition): Markup {
  const moment = momentOf.get(claim.id);
  return html`<tr id="claim-${claim.id}"><th scope="row">${claim.text}</th><td>${figureOf(claim.envelope)}</td><td>${count(claim.envelope.n)}</td><td>${claim.definition}</td><td>${claim.period ?? story.period}</td>
<td>${filterWords(claim.envelope)}${moment === undefined ? '' : html` <a href="#${moment}">Hear one</a>`}</td></tr>`;
}

/** The filter behind a figure in words: `queue Billing, cell companyOnly`; a figure of people or money lists none. */
export function filterWords({ evidence }: Pick<Envelope, 'evidence'>): string {
  if (evidence === null) return 'not of single interactions';
  const parts = Object.entries(evidence).filter(([, value]) => value !== undefined)
    .map(([name, value]) => Array.isArray(value) ? `${count(value.length)} listed` : `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}${valueWords(value)}`);
  return parts.length === 0 ? 'all interactions' : parts.join(', ');
}

function valueWords(value: unknown): string {
  if (value === true) return '';
  if (value === null) return ' not known';
  return ` ${typeof value === 'object' ? Object.values(value as object).join(' ') : typeof value === 'string' ? value : JSON.stringify(value)}`;
}

function figureOf(figure: Envelope): string {
  if (figure.value === null) return 'not available';
  if (figure.unit === 'share') return percentWithInterval(figure);
  if (figure.unit === 'points') return points(figure);
  const range = figure.ci ? ` (95%: ${rangeText(figure.ci.lo, figure.ci.hi, figure.unit)})` : '';
  return `${unitText(figure.value, figure.unit)}${range}`;
}

export function logoOf(logo: Picture | null): Markup {
  return logo === null ? html`` : html`<img class="logo" alt="${logo.alt}" src="data:${logo.mime};base64,${Buffer.from(logo.bytes).toString('base64')}">`;
}
