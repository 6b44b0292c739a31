import type { Plot } from '#shared/model/briefing.ts';
import { count } from '../figures.ts';
import { html, type Markup } from './markup.ts';

type Of<K extends Plot['kind']> = Extract<Plot, { kind: K }>;

const width = 720;
const height = 300;
const edge = { left: 56, right: 16, top: 14, bottom: 44 };
const percent = (share: number | null) => share === null ? 'none' : `${Math.round(100 * share)} %`;

/** A plot with its words and, where wanted, the table of what it draws. */
export function plotFigure(plot: Plot, withTable: boolean): Markup {
  return plot.kind === 'control' ? controlFigure(plot, withTable) : quadrantFigure(plot, withTable);
}

function drawing(description: string, marks: readonly Markup[]): Markup {
  return html`<svg role="img" aria-label="${description}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg">${marks}</svg>`;
}

/** A line of months between its limits; a month outside of them is ringed. */
function controlFigure({ title, description, months, centre }: Of<'control'>, withTable: boolean): Markup {
  const highest = Math.min(1, Math.max(0.1, ...months.map((month) => Math.max(month.value, month.ucl ?? 0))));
  const x = (at: number) => Math.round(edge.left + ((width - edge.left - edge.right) * (at + 0.5)) / months.length);
  const y = (share: number) => Math.round(edge.top + (height - edge.top - edge.bottom) * (1 - share / highest));
  const line = (values: readonly (number | null)[]) => values.flatMap((value, at) => value === null ? [] : [`${x(at)},${y(value)}`]).join(' ');
  const every = Math.ceil(months.length / 8);
  const marks = [
    ...[0, highest / 2, highest].map((share) => html`<line class="grid" x1="${edge.left}" x2="${width - edge.right}" y1="${y(share)}" y2="${y(share)}"/><text class="axis" x="${edge.left - 8}" y="${y(share) + 4}" text-anchor="end">${percent(share)}</text>`),
    html`<polyline class="limit" points="${line(months.map((month) => month.ucl))}"/><polyline class="limit" points="${line(months.map((month) => month.lcl))}"/>`,
    ...(centre === null ? [] : [html`<line class="limit" x1="${edge.left}" x2="${width - edge.right}" y1="${y(centre)}" y2="${y(centre)}"/>`]),
    html`<polyline class="line" points="${line(months.map((month) => month.value))}"/>`,
    ...months.map((month, at) => html`<circle class="${month.isSignal ? 'signal' : 'dot'}" cx="${x(at)}" cy="${y(month.value)}" r="${month.isSignal ? 6 : 3}"/>`),
    ...months.flatMap((month, at) => at % every === 0 ? [html`<text class="axis" x="${x(at)}" y="${height - edge.bottom + 20}" text-anchor="middle">${month.label}</text>`] : []),
  ];
  return html`<figure><figcaption>${title} (dashed: centre and 3-sigma limits)</figcaption>${drawing(description, marks)}${!withTable ? '' : html`
<table><caption>${title}</caption><thead><tr><th scope="col">Month</th><th scope="col">Share</th><th scope="col">n</th><th scope="col">Limits</th><th scope="col">Signal</th></tr></thead>
<tbody>${months.map((month) => html`<tr><th scope="row">${month.label}</th><td>${percent(month.value)}</td><td>${count(month.n)}</td><td>${month.lcl === null || month.ucl === null ? 'none' : `${percent(month.lcl)} to ${percent(month.ucl)}`}</td><td>${month.isSignal ? 'yes' : 'no'}</td></tr>`)}</tbody></table>`}</figure>`;
}

/** One mark a team, right against warm, with the threshold as two lines. */
function quadrantFigure({ title, description, groups, threshold }: Of<'quadrant'>, withTable: boolean): Markup {
  const x = (score: number) => Math.round(edge.left + ((width - edge.left - edge.right) * score) / 100);
  const y = (score: number) => Math.round(edge.top + (height - edge.top - edge.bottom) * (1 - score / 100));
  const marks = [
    ...[0, 50, 100].map((score) => html`<text class="axis" x="${edge.left - 8}" y="${y(score) + 4}" text-anchor="end">${score}</text><text class="axis" x="${x(score)}" y="${height - edge.bottom + 20}" text-anchor="middle">${score}</text>`),
    html`<line class="limit" x1="${x(threshold)}" x2="${x(threshold)}" y1="${y(0)}" y2="${y(100)}"/><line class="limit" x1="${x(0)}" x2="${x(100)}" y1="${y(threshold)}" y2="${y(threshold)}"/>`,
    html`<text class="axis" x="${x(100)}" y="${height - 6}" text-anchor="end">technical, 0 to 100</text><text class="axis" x="${edge.left + 6}" y="${edge.top + 10}">emotional, 0 to 100</text>`,
    ...labelled(groups, y).map(({ group, at }) => html`<circle class="dot" cx="${x(group.technical)}" cy="${y(group.emotional)}" r="6"/><text class="small" x="${x(group.technical) + 10}" y="${at + 4}">${group.label}</text>`),
  ];
  return html`<figure><figcaption>${title} (dashed: ${threshold})</figcaption>${drawing(description, marks)}${!withTable ? '' : html`
<table><caption>${title}</caption><thead><tr><th scope="col">Team</th><th scope="col">Technical</th><th scope="col">Emotional</th><th scope="col">n</th></tr></thead>
<tbody>${groups.map((group) => html`<tr><th scope="row">${group.label}</th><td>${group.technical.toFixed(0)}</td><td>${group.emotional.toFixed(0)}</td><td>${count(group.n)}</td></tr>`)}</tbody></table>`}</figure>`;
}

/** Each group with the height of its name: below the one above it where two marks lie close together. */
function labelled(groups: Of<'quadrant'>['groups'], y: (score: number) => number): { group: Of<'quadrant'>['groups'][number]; at: number }[] {
  let lowest = 0;
  return [...groups].sort((a, b) => b.emotional - a.emotional).map((group) => {
    lowest = Math.max(y(group.emotional), lowest + 15);
    return { group, at: lowest };
  });
}
