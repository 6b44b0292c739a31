import type { Slide } from '#shared/model/briefing.ts';
import { percentText } from '#shared/plots/plot-figures.ts';
import { count } from '../figures.ts';
import { html, type Markup } from './markup.ts';

const width = 640;
const rowHeight = 34;
const mostLetters = 32;
/** Broad, for a font that stands in. */
const letterWidth = 8.6;

/** What fits beside a mark; the table under the figure has the whole label. */
function shortLabel(label: string): string {
  return label.length > mostLetters ? `${label.slice(0, mostLetters - 1).trimEnd()}…` : label;
}

/** Where the marks begin: behind the longest label. */
function leftOf(labels: readonly string[]): number {
  return Math.min(310, 34 + letterWidth * Math.max(...labels.map((label) => shortLabel(label).length)));
}

/** Two marks a row on one scale from 0 to 100%, joined by their gap; a square is the company, a circle the customers. */
export function dumbbellFigure({ title, description, rows }: NonNullable<Slide['chart']>): Markup {
  const left = leftOf(rows.map((row) => row.label)) + 34;
  const at = (share: number | null) => Math.round(left + (width - left - 52) * (share ?? 0));
  const marks = rows.map((row, index) => {
    const y = 20 + rowHeight * index;
    const [lower, higher] = (row.company ?? 0) < (row.customer ?? 0) ? [row.company, row.customer] : [row.customer, row.company];
    return html`<text x="${left - 46}" y="${y + 5}" text-anchor="end">${shortLabel(row.label)}</text><line class="join" x1="${at(lower)}" x2="${at(higher)}" y1="${y}" y2="${y}"/>
<rect class="company" x="${at(row.company) - 6}" y="${y - 6}" width="12" height="12"/><circle class="customer" cx="${at(row.customer)}" cy="${y}" r="6.5"/>
<text class="small" x="${at(lower) - 11}" y="${y + 4}" text-anchor="end">${percentText(lower)}</text><text class="small" x="${at(higher) + 11}" y="${y + 4}">${percentText(higher)}</text>`;
  });
  return html`<div class="picture"><p class="said">${title} (square: we; circle: customers)</p>${drawing(description, rows.length, marks)}</div>`;
}

/** The figures of a dumbbell. */
export function dumbbellRows({ title, rows }: NonNullable<Slide['chart']>): Markup {
  return html`<table><caption>${title}</caption><thead><tr><th scope="col">Part</th><th scope="col">We</th><th scope="col">Customers</th><th scope="col">Gap, points</th><th scope="col">95% interval</th><th scope="col">n</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${row.label}</th><td>${percentText(row.company)}</td><td>${percentText(row.customer)}</td><td>${Math.round(row.gap ?? 0)}</td><td>${interval(row.lo, row.hi, 1)}</td><td>${count(row.n)}</td></tr>`)}</tbody></table>`;
}

/** A bar a row, from zero. */
export function barFigure({ title, description, rows }: NonNullable<Slide['bars']>): Markup {
  const left = leftOf(rows.map((row) => row.label));
  const highest = Math.max(0.01, ...rows.map((row) => row.share));
  const marks = rows.map((row, index) => {
    const y = 20 + rowHeight * index;
    const long = Math.round(((width - left - 50) * row.share) / highest);
    return html`<text x="${left - 12}" y="${y + 5}" text-anchor="end">${shortLabel(row.label)}</text><rect class="bar" x="${left}" y="${y - 9}" width="${long}" height="18"/><text class="small" x="${left + long + 8}" y="${y + 4}">${percentText(row.share)}</text>`;
  });
  return html`<div class="picture"><p class="said">${title}</p>${drawing(description, rows.length, marks)}</div>`;
}

/** The figures of the bars. */
export function barRows({ title, rows }: NonNullable<Slide['bars']>): Markup {
  return html`<table><caption>${title}</caption><thead><tr><th scope="col">Cause</th><th scope="col">Owner</th><th scope="col">Interactions</th><th scope="col">Share</th><th scope="col">95% interval</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${row.label}</th><td>${row.owner ?? 'no owner yet'}</td><td>${count(row.x)} of ${count(row.n)}</td><td>${percentText(row.share)}</td><td>${interval(row.lo, row.hi, 100)}</td></tr>`)}</tbody></table>`;
}

function interval(lo: number | null, hi: number | null, factor: number): string {
  return lo === null || hi === null ? 'none' : `${Math.round(factor * lo)} to ${Math.round(factor * hi)}`;
}

function drawing(description: string, rows: number, marks: readonly Markup[]): Markup {
  return html`<svg role="img" aria-label="${description}" viewBox="0 0 ${width} ${rows * rowHeight + 10}" xmlns="http://www.w3.org/2000/svg">${marks}</svg>`;
}
