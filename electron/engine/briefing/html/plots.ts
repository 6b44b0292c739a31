import type { Plot } from '#shared/model/plot.ts';
import type { Drawing, Mark } from '#shared/plots/drawing.ts';
import { plotDrawing } from '#shared/plots/plot-drawing.ts';
import { plotTable } from '#shared/plots/plot-table.ts';
import { html, type Markup } from './markup.ts';

/** A plot as a picture with its words. */
export function plotFigure(plot: Plot): Markup {
  const drawing = plotDrawing(plot);
  return html`<div class="picture"><p class="said">${plot.title}${drawing.key === '' ? '' : ` (${drawing.key})`}</p>${picture(drawing, plot.description)}</div>`;
}

/** The figures that the picture draws. */
export function plotRows(plot: Plot): Markup {
  const { columns, rows } = plotTable(plot);
  return html`<table><caption>${plot.title}</caption><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(([head = '', ...cells]) => html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
}

function picture({ width, height, marks }: Drawing, description: string): Markup {
  return html`<svg role="img" aria-label="${description}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg">${marks.map(shape)}</svg>`;
}

function shape(mark: Mark): Markup {
  switch (mark.form) {
    case 'line': return html`<line class="${mark.role}" x1="${mark.x1}" y1="${mark.y1}" x2="${mark.x2}" y2="${mark.y2}"/>`;
    case 'path': return html`<polyline class="${mark.role}" points="${mark.points.map(([x, y]) => `${x},${y}`).join(' ')}"/>`;
    case 'rect': return html`<rect class="${mark.role}" x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}"/>`;
    case 'circle': return html`<circle class="${mark.role}" cx="${mark.cx}" cy="${mark.cy}" r="${mark.r}"/>`;
    case 'text': return html`<text class="${mark.role}" x="${mark.x}" y="${mark.y}" text-anchor="${mark.anchor}">${mark.text}</text>`;
  }
}
