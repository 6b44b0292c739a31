import { createRequire } from 'node:module';
import type pptxgen from 'pptxgenjs';
import type { JobHandle } from '#engine/jobs.ts';
import { sheetsOf } from '../continued.ts';
import type { Edition, Picture } from '../edition.ts';
import { coloursOf, font, masterName, pageOf, type Colours, type Page } from './layout.ts';
import type { NativeChart } from './native-chart.ts';
import { drawOnePage } from './one-page.ts';
import { postProcess } from './post-process.ts';
import { drawSlide } from './slides.ts';
import { escapeXml } from './xml-text.ts';

/**
 * Loaded when a deck is written: starting Earshot would take longer by it. The package's ES module entry has no usable default
 * export under Node's loader; the CommonJS one is the class itself.
 */
const deckWriter = (): typeof pptxgen => createRequire(import.meta.url)('pptxgenjs') as typeof pptxgen;

/** Writes the story as a deck with native, editable charts. */
export async function writePptx(edition: Edition, job: JobHandle): Promise<Uint8Array> {
  const { story, logo } = edition;
  const PptxGenJS = deckWriter();
  const deck = new PptxGenJS();
  const page = pageOf(story.choices);
  const colour = coloursOf(story.choices.theme);
  deck.defineLayout({ name: masterName, width: page.width, height: page.height });
  deck.layout = masterName;
  deck.title = story.title;
  deck.subject = story.period;
  deck.author = 'Earshot';
  // The library writes this one property as it stands.
  deck.company = escapeXml(story.subtitle);
  deck.theme = { headFontFace: story.choices.theme.headFont, bodyFontFace: story.choices.theme.bodyFont };
  const placed = logo && placedLogo(logo, page);
  defineMaster(deck, { page, colour, logo: placed, foot: `${story.subtitle} · ${story.period}` });
  const logoWidth = placed ? placed.w + 0.3 : 0;
  const charts: NativeChart[] = [];
  const target = () => ({ target: deck.addSlide({ masterName }), deck, page, colour, charts });
  if (story.choices.template === 'onePage') {
    const canvas = target();
    drawOnePage(canvas, story.slides, { title: story.title, foot: story.slides.find((slide) => slide.kind === 'method')?.footnote ?? '', logoWidth });
    canvas.target.addNotes(story.slides.map((slide) => [slide.title, slide.lead, ...slide.bullets, slide.notes].filter((text) => text !== '').join('\n')).join('\n\n'));
  } else {
    for (const [done, slide] of story.slides.entries()) {
      job.report({ phase: 'drawing', done, total: story.slides.length, item: slide.title });
      await job.breathe();
      for (const sheet of sheetsOf(slide)) {
        const canvas = target();
        drawSlide(canvas, sheet, { logoWidth });
        if (sheet.notes !== '') canvas.target.addNotes(`${sheet.lead}\n\n${sheet.notes}`);
      }
    }
  }
  const bytes = (await deck.write({ outputType: 'uint8array', compression: true })) as Uint8Array;
  job.signal.throwIfAborted();
  return postProcess(bytes, edition, charts);
}

type Placed = { data: string; x: number; y: number; w: number; h: number };

/** Top right, at most 1.6 by 0.6 inches, in its own proportion. */
function placedLogo({ mime, bytes, width, height }: Picture, page: Page): Placed {
  const scale = Math.min(1.6 / width, 0.6 / height);
  const [w, h] = [width * scale, height * scale];
  return { data: `${mime};base64,${Buffer.from(bytes).toString('base64')}`, x: page.width - page.margin - w, y: 0.4, w, h };
}

function defineMaster(deck: pptxgen, { page, colour, logo, foot }: { page: Page; colour: Colours; logo: Placed | null; foot: string }): void {
  const width = page.width - 2 * page.margin;
  const y = page.height - 0.5;
  const titleWidth = width - (logo ? logo.w + 0.3 : 0);
  deck.defineSlideMaster({
    title: masterName,
    background: { color: colour.white },
    objects: [
      { placeholder: {
        options: { name: 'title', type: 'title', x: page.margin, y: 0.4, w: titleWidth, h: page.isStanding ? 0.8 : 1.1, margin: 0, fontFace: font.head, fontSize: 28, bold: true, color: colour.text, align: 'left', valign: 'top' },
        text: '',
      } },
      { line: { x: page.margin, y: page.height - 0.65, w: width, h: 0, line: { color: colour.line, width: 0.75 } } },
      { text: { text: foot, options: { x: page.margin, y, w: width - 1, h: 0.3, margin: 0, fontFace: font.body, fontSize: 10, color: colour.faint } } },
      ...(logo ? [{ image: logo }] : []),
    ],
    slideNumber: { x: page.width - page.margin - 0.6, y, w: 0.6, h: 0.3, align: 'right', fontFace: font.body, fontSize: 10, color: colour.faint },
  });
}
