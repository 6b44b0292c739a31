import type { JobHandle } from '#engine/jobs.ts';
import type { Edition } from '../edition.ts';
import { frozenClaims } from '../frozen-claims.ts';
import { html, Markup } from './markup.ts';
import { bodyOf, claimLinks, evidenceSection, logoOf, momentSection } from './sections.ts';
import { baseStyle, screenStyle } from './style.ts';

/** Nothing may be loaded or run; the page's own style and embedded pictures and sounds excepted. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:; base-uri 'none'; form-action 'none'";

/** Writes the story as one page that needs nothing but itself. */
export async function writeHtml(edition: Edition, job: JobHandle): Promise<Uint8Array> {
  job.report({ phase: 'drawing', done: 0, total: edition.story.slides.length, item: null });
  await job.breathe();
  return new TextEncoder().encode(pageOf(edition));
}

function pageOf(edition: Edition): string {
  const { story, logo } = edition;
  return html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${story.title}</title><style>${new Markup(baseStyle(story.choices.theme) + screenStyle)}</style></head>
<body><header><div><h1>${story.title}</h1><p class="quiet">${story.subtitle} · ${story.period}</p></div>${logoOf(logo)}</header>
<main>${story.slides.map((slide) => html`<section id="slide-${slide.id}"><h2>${slide.title}</h2>${slide.lead === '' ? '' : html`<p class="quiet">${slide.lead}</p>`}
${bodyOf(slide, { withTables: true, edition })}${claimLinks(slide, edition)}<p class="foot">${slide.footnote}</p></section>
`)}${momentSection(edition, true)}${evidenceSection(edition)}</main>
<footer class="foot"><p>Figures as of ${story.generatedAt.slice(0, 10)}. Fingerprint ${story.fingerprint}; data ${story.dataFingerprint}. Written by Earshot.</p></footer>
<pre hidden id="earshot-claims">${frozenClaims(story)}</pre></body></html>
`.source;
}
