import type { Envelope } from '#shared/model/envelope.ts';
import { html, type Markup } from '#engine/briefing/html/markup.ts';

const width = 560;
const left = 10;
const at = (score: number): number => Math.round(left + ((width - 2 * left) * Math.max(0, Math.min(100, score))) / 100);

/** One score on its scale of 0 to 100: the interval of the team as a band, one's own as a mark with its interval. */
export function bandPicture({ name, own, team, words }: { name: string; own: Envelope; team: Envelope; words: string }): Markup {
  const [teamLo, teamHi] = [team.ci?.lo ?? team.value, team.ci?.hi ?? team.value];
  return html`<div class="picture"><p class="said">${name}, 0 to 100 (band: team; mark with line: own score and its interval)</p><svg role="img" aria-label="${words}" viewBox="0 0 ${width} 46" xmlns="http://www.w3.org/2000/svg">
<line class="grid" x1="${at(0)}" x2="${at(100)}" y1="18" y2="18"/>${teamLo === null || teamHi === null ? '' : html`<rect class="quiet" x="${at(teamLo)}" y="8" width="${Math.max(3, at(teamHi) - at(teamLo))}" height="20"/>`}
${own.value === null ? '' : html`${own.ci === null ? '' : html`<line class="line" x1="${at(own.ci.lo)}" x2="${at(own.ci.hi)}" y1="18" y2="18"/>`}<circle class="company" cx="${at(own.value)}" cy="18" r="7"/>`}
${[0, 25, 50, 75, 100].map((tick) => html`<text class="axis" x="${at(tick)}" y="43" text-anchor="${tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle'}">${tick}</text>`)}</svg></div>
`;
}
