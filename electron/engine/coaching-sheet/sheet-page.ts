import type { Clip, CoachedItem, CoachingReport, FollowUp } from '#shared/model/coaching.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { houseTheme } from '#shared/model/briefing.ts';
import { rangeText, unitText } from '#shared/plots/plot-figures.ts';
import { clock, count } from '#engine/briefing/figures.ts';
import { html, Markup } from '#engine/briefing/html/markup.ts';
import { baseStyle } from '#engine/briefing/html/style.ts';
import { bandPicture } from './band-picture.ts';

export type SheetOptions = { report: CoachingReport; /** `YYYY-MM-DD` */ today: string };

const style = `
@page { size: A4; margin: 0.75in 0.7in 0.8in; @bottom-right { content: counter(page); font: 9px sans-serif; color: #5b6573; } }
body { font-size: 13.5px; } h1, h2, h3 { white-space: pre-wrap; } h1 { font-size: 1.8em; } h2 { font-size: 1.3em; } h3 { font-size: 1.05em; margin: .8em 0 .3em; } section { margin-top: 1.4em; } section.kept, blockquote { break-inside: avoid; }
dl { display: grid; grid-template-columns: 9em 1fr; gap: .25em 1em; margin: .4em 0; } dt { color: #444d5a; } dd { margin: 0; } blockquote p { margin: 0 0 .2em; } svg { max-width: 30em; }  th[scope=row] { overflow-wrap: normal; }
`;
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The sheet of one person as a page to be printed: two scores beside the team's, the one focus and why, moments to hear,
 * what was agreed and whether it helped. Every figure has its interval and n; nobody else is named and nobody is ranked.
 * Scores and customers' words are left out where the latest session says that the person does not see them.
 */
export function sheetPage({ report, today }: SheetOptions): string {
  const { person, reviewed, missing, sessions } = report;
  const latest = sessions.toSorted((a, b) => a.session.heldOn.localeCompare(b.session.heldOn)).at(-1)?.session;
  const sees = { scores: latest?.showsScores ?? true, words: latest?.showsCustomerWords ?? true };
  const title = `Coaching sheet: ${person.name}`;
  return html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title><style>${new Markup(baseStyle(houseTheme) + style)}</style></head>
<body><header><h1>${title}</h1><p class="quiet">${[...(person.team === null ? [] : [person.team]), periodOf(report), `${count(reviewed)} reviewed interactions that chance drew`, `as of ${dayText(today)}`].join(' · ')}</p></header>
<main>${missing > 0 ? html`<section><h2>Not enough to say anything fair</h2><p>${count(missing)} more reviews are needed before this sheet shows a score or a focus.</p></section>` : html`${sees.scores ? scores(report) : html`<section><h2>Scores</h2><p>It was agreed that scores are not on this sheet.</p></section>`}${focusOf(report, sees)}${clipsOf(report, sees.words)}${sees.scores ? itemsOf(report.items) : ''}`}
${sessions.length === 0 ? html`<section><h2>Sessions</h2><p>No session was recorded yet.</p></section>` : html`<section><h2>Sessions</h2>${sessions.map(sessionOf)}</section>`}${disputesOf(report)}</main>
<footer class="foot"><p>Scores are 0 to 100; ranges are 95% intervals. A difference that its interval does not carry is none. This sheet compares with a team as a whole and ranks nobody. Written by Earshot.</p></footer></body></html>
`.source;
}

function periodOf({ from, to }: CoachingReport): string {
  if (from === null && to === null) return 'all that is known';
  return from === null ? `until ${dayText(to ?? '')}` : to === null ? `since ${dayText(from)}` : `${dayText(from)} to ${dayText(to)}`;
}

function dayText(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day.slice(0, 10)}T12:00:00Z`));
}

const reasons = {
  NO_DATA: 'nothing is known', UNLINKED: 'nothing is linked', NOT_MATURE: 'too early', ZERO_DENOMINATOR: 'nothing to divide by', BELOW_MIN_N: 'too few', NO_VARIATION: 'all the same', NOT_IDENTIFIED: 'cannot be told', UNRELIABLE: 'too uncertain',
} as const;

/** A figure with its interval and n, or why there is none. */
function figure(envelope: Envelope): string {
  if (envelope.value === null) return `not known: ${reasons[envelope.reason ?? 'NO_DATA']} (n\u00a0=\u00a0${count(envelope.n)})`;
  const interval = envelope.ci === null ? 'no interval' : rangeText(envelope.ci.lo, envelope.ci.hi, envelope.unit);
  return `${unitText(envelope.value, envelope.unit)} (${interval}; n\u00a0=\u00a0${count(envelope.n)})`;
}

const sides = { technical: 'Technical proficiency', emotional: 'Emotional connection' } as const;

function scores({ dimensions }: CoachingReport): Markup {
  return html`<section class="kept"><h2>Two scores, beside the team</h2>${dimensions.map(({ dimension, own, team }) => bandPicture({ name: sides[dimension], own, team, words: `${sides[dimension]}: own score ${figure(own)}; team ${figure(team)}.` }))}
<table><caption>Scores with their 95% intervals</caption><thead><tr><th scope="col">Side</th><th scope="col">Own</th><th scope="col">Team</th><th scope="col">Own view</th></tr></thead>
<tbody>${dimensions.map(({ dimension, own, team, self }) => html`<tr><th scope="row">${sides[dimension]}</th><td>${figure(own)}</td><td>${figure(team)}</td><td>${self.value === null ? 'none' : figure(self)}</td></tr>`)}</tbody></table></section>
`;
}

function focusOf({ focus, items }: CoachingReport, { scores: showsScores }: { scores: boolean }): Markup {
  const item = items.find((one) => one.item === focus?.item);
  if (focus === null || item === undefined) return html`<section class="kept"><h2>The one thing to practise</h2><p>No item stands out: none was poor often enough.</p></section>`;
  const runnerUp = items.find((one) => one.item === focus.runnerUp)?.name;
  return html`<section class="kept"><h2>The one thing to practise: ${item.name}</h2>${item.definition === '' ? '' : html`<p>${item.definition}</p>`}
<p class="quiet">${focus.by === 'frequencyTimesEffect' ? 'Chosen because how often it was poor, times what goes with it in customers’ scores, is the largest.' : 'Chosen because it was poor most often; no item can be shown to go with what customers say.'}${runnerUp === undefined ? '' : ` Next would be ${runnerUp}.`}</p>
${showsScores ? html`<dl><dt>Poor in</dt><dd>${figure(item.poor)}</dd><dt>Goes with</dt><dd>${item.effect.value === null ? figure(item.effect) : `${figure(item.effect)} points of the customer’s score; an association, no proof`}</dd></dl>` : ''}</section>
`;
}

function clipsOf({ pairs }: CoachingReport, showsWords: boolean): Markup {
  if (pairs.length === 0) return html``;
  return html`<section><h2>Moments to hear</h2><p class="quiet">One that went well for each that did not. Names and numbers are masked.</p>${pairs.map(({ poor, good }) => html`${moment(poor, { kind: 'To do otherwise', showsWords })}${good === null ? '' : moment(good, { kind: good.isOwn ? 'Done well' : 'Done well by a colleague', showsWords })}`)}</section>
`;
}

function moment(clip: Clip, { kind, showsWords }: { kind: string; showsWords: boolean }): Markup {
  const place = clip.isOwn ? `${clip.externalId}${clip.startMs === null ? '' : ` at ${clock(clip.startMs)}`}` : 'played in Earshot';
  const said = clip.turns.filter(({ role }) => showsWords || role === 'agent');
  return html`<blockquote${new Markup(kind === 'To do otherwise' ? '' : ' class="against"')}><p><b>${kind}</b>, ${place}</p>${said.map(({ role, text }) => html`<p><b>${role === 'agent' ? 'Agent' : role === 'customer' ? 'Customer' : 'Other'}:</b> ${text}</p>`)}</blockquote>
`;
}

const gates = { reliable: 'raters agree', tentative: 'raters agree roughly', failed: 'raters do not agree yet', unknown: 'agreement not known' } as const;

function itemsOf(items: readonly CoachedItem[]): Markup {
  return html`<section><h2>Every item of the scorecard</h2><table><caption>Scores with their 95% intervals, in the order of the form</caption><thead><tr><th scope="col">Item</th><th scope="col">Own</th><th scope="col">Team</th><th scope="col">How often poor</th><th scope="col">Raters</th></tr></thead>
<tbody>${items.map((item) => html`<tr><th scope="row">${item.name}</th><td>${figure(item.own)}</td><td>${figure(item.team)}</td><td>${figure(item.poor)}</td><td>${gates[item.gate]}</td></tr>`)}</tbody></table></section>
`;
}

const states = { tooEarly: 'It is too early to say whether it helped.', better: 'It is better than before, beyond chance.', worse: 'It is worse than before, beyond chance.', noDifference: 'No difference is shown yet.' } as const;

function sessionOf({ session, itemName, followUp }: CoachingReport['sessions'][number]): Markup {
  return html`<article><h3>${dayText(session.heldOn)}: ${itemName}</h3><dl><dt>Goal</dt><dd>${session.goal}</dd><dt>Agreed practice</dt><dd>${session.practice}</dd><dt>Check</dt><dd>${`${count(followUp.heard)} of ${count(followUp.wanted)} interactions heard, by ${dayText(session.checkBy)}`}</dd>
${session.agentView === null ? '' : html`<dt>In their own words</dt><dd>${session.agentView}</dd>`}${session.selfScore === null || !session.showsScores ? '' : html`<dt>Own score</dt><dd>${unitText(session.selfScore, 'score')}</dd>`}</dl>${session.showsScores ? followUpOf(followUp, itemName) : ''}</article>
`;
}

function followUpOf({ before, after, difference, colleagues, net, state }: FollowUp, itemName: string): Markup {
  return html`<p>${states[state]}</p><table><caption>Before and after, with the colleagues’ change over the same days taken off</caption><thead><tr><th scope="col">What</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Difference</th></tr></thead>
<tbody><tr><th scope="row">${itemName}</th><td>${figure(before)}</td><td>${figure(after)}</td><td>${figure(difference)}</td></tr><tr><th scope="row">Colleagues</th><td></td><td></td><td>${figure(colleagues)}</td></tr><tr><th scope="row">What is left</th><td></td><td></td><td>${figure(net)}</td></tr></tbody></table>`;
}

const outcomes = { open: 'open', kept: 'the score was kept', partly: 'accepted in part', accepted: 'accepted' } as const;

function disputesOf({ reviews }: CoachingReport): Markup {
  const disputes = reviews.flatMap((review) => review.disputes.map((dispute) => ({ dispute, review })));
  if (disputes.length === 0) return html``;
  return html`<section class="kept"><h2>Objections</h2><ul>${disputes.map(({ dispute, review }) => html`<li>${review.externalId}: “${dispute.reason}” ${outcomes[dispute.state]}${dispute.answer === null ? '' : `, because: ${dispute.answer}`}.</li>`)}</ul></section>
`;
}
