import type { Slide, Story } from '#shared/model/briefing.ts';
import { hasPersonalData } from '#engine/privacy/mask.ts';

type Check = Story['checks'][number];

const labels = /\b(overview|analysis|results|summary|update)\s*$/i;

/** What a careful editor would look for. Only personal data stops an export. */
export function checkStory(story: Omit<Story, 'checks'>, names: readonly string[]): Check[] {
  return story.slides.filter((slide) => !slide.isHidden).flatMap((slide) => [
    check(slide, 'title', { ok: isSentence(slide.title), message: 'The title states a finding in one sentence of at most 16 words.' }),
    check(slide, 'n', { ok: slide.claims.length === 0 || /n = \d/.test(slide.footnote), message: 'The footnote gives n.' }),
    check(slide, 'words', { ok: wordsOf(slide) <= 110, message: 'The slide has at most 110 words.' }),
    check(slide, 'chart', { ok: slide.chart === null || slide.chart.description.length > 40, message: 'The chart says its finding in words, for those who cannot see it.' }),
    { ...check(slide, 'personal', { ok: !textsOf(slide).some((text) => hasPersonalData(text, names)), message: 'No name, number or address of a person is left in.' }), isBlocking: true },
  ]);
}

function check(slide: Slide, code: string, { ok, message }: { ok: boolean; message: string }): Check {
  return { slideId: slide.id, code, ok, isBlocking: false, message };
}

function isSentence(title: string): boolean {
  const words = title.trim().split(/\s+/).length;
  return words >= 4 && words <= 20 && title.length <= 130 && !labels.test(title);
}

function textsOf(slide: Slide): string[] {
  return [slide.title, slide.lead, ...slide.bullets, ...slide.quotes.map((quote) => quote.text)];
}

function wordsOf(slide: Slide): number {
  return textsOf(slide).join(' ').split(/\s+/).filter((word) => word !== '').length;
}
