import { createRequire } from 'node:module';
import type pptxgen from 'pptxgenjs';
import type { Slide, Story } from '#shared/model/briefing.ts';
import type { JobHandle } from '#engine/jobs.ts';
import type { Edition } from '../edition.ts';
import { colour, fittedSize, font, masterName, page } from './layout.ts';
import { postProcess } from './post-process.ts';
import { drawBarSlide, drawChartSlide, drawListSlide, drawQuoteSlide } from './slides.ts';
import { escapeXml } from './xml-text.ts';

// The package's ES module entry has no usable default export under Node's loader; the CommonJS one is the class itself.
const PptxGenJS = createRequire(import.meta.url)('pptxgenjs') as typeof pptxgen;

/** Writes the story as a deck with native, editable charts. */
export async function writePptx({ story }: Edition, job: JobHandle): Promise<Uint8Array> {
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = story.title;
  deck.subject = story.period;
  deck.author = 'Earshot';
  // The library writes this one property as it stands.
  deck.company = escapeXml(story.subtitle);
  deck.theme = { headFontFace: font.head, bodyFontFace: font.body };
  defineMaster(deck, story);
  for (const [done, slide] of story.slides.entries()) {
    job.report({ phase: 'drawing', done, total: story.slides.length, item: slide.title });
    await job.breathe();
    draw(deck.addSlide({ masterName }), slide, deck);
  }
  const bytes = (await deck.write({ outputType: 'uint8array', compression: true })) as Uint8Array;
  job.signal.throwIfAborted();
  return postProcess(bytes, story);
}

function defineMaster(deck: pptxgen, story: Story): void {
  deck.defineSlideMaster({
    title: masterName,
    background: { color: colour.white },
    objects: [
      { placeholder: {
        options: { name: 'title', type: 'title', x: page.margin, y: 0.4, w: page.width - 2 * page.margin, h: 1.15, margin: 0, fontFace: font.head, fontSize: 28, bold: true, color: colour.text, align: 'left', valign: 'top' },
        text: '',
      } },
      { line: { x: page.margin, y: 6.85, w: page.width - 2 * page.margin, h: 0, line: { color: colour.line, width: 0.75 } } },
      { text: { text: `${story.subtitle} · ${story.period}`, options: { x: page.margin, y: 7.0, w: 8, h: 0.3, margin: 0, fontFace: font.body, fontSize: 10, color: colour.faint } } },
    ],
    slideNumber: { x: page.width - page.margin - 0.6, y: 7.0, w: 0.6, h: 0.3, align: 'right', fontFace: font.body, fontSize: 10, color: colour.faint },
  });
}

function draw(target: pptxgen.Slide, slide: Slide, deck: pptxgen): void {
  const size = fittedSize([slide.title], { w: page.width - 2 * page.margin, h: 1.15 }, { most: 28, least: 12 });
  // A placeholder's own size is lost on the way; that of a run is kept.
  target.addText([{ text: slide.title, options: { fontSize: size } }], { placeholder: 'title', objectName: 'Title' });
  if (slide.chart) drawChartSlide(target, slide, deck);
  else if (slide.bars) drawBarSlide(target, slide, deck);
  else if (slide.quotes.length > 0) drawQuoteSlide(target, slide);
  else drawListSlide(target, slide);
  target.addText(slide.footnote, { x: page.margin, y: 6.4, w: page.width - 2 * page.margin, h: 0.4, margin: 0, fontFace: font.body, fontSize: 11, color: colour.faint, valign: 'middle', objectName: 'Footnote' });
  if (slide.notes !== '') target.addNotes(`${slide.lead}\n\n${slide.notes}`);
}
