import { z } from 'zod';
import { BriefingChart } from '#shared/model/briefing-chart.ts';
import { BriefingSize, BriefingTemplate, BriefingTheme, houseTheme, type Slide } from '#shared/model/briefing.ts';

const SlideEdit = z.object({
  title: z.string().nullable().optional(), lead: z.string().nullable().optional(), bullets: z.array(z.string()).nullable().optional(), isHidden: z.boolean().optional(),
});

/** What a person changed: words by slide, the order, slides of their own, charts brought from screens, and the look. Everything else is generated. Kept as the setting `briefing`. */
export const StoryEdits = z.object({
  slides: z.record(z.string(), SlideEdit).default({}), order: z.array(z.string()).default([]), own: z.array(z.string()).default([]), charts: z.array(z.object({ id: z.string(), chart: BriefingChart })).max(40).default([]),
  template: BriefingTemplate.default('sixSlides'), size: BriefingSize.default('wide'), theme: BriefingTheme.default(houseTheme),
});
export type StoryEdits = z.infer<typeof StoryEdits>;
export type SlideEdit = z.infer<typeof SlideEdit>;

export const noEdits: StoryEdits = StoryEdits.parse({});

/** A slide that holds nothing but the user's words. */
function ownSlide(id: string): Slide {
  return {
    id, kind: 'own', title: 'Write what this slide says in one sentence', lead: '', bullets: [], quotes: [], chart: null, footnote: '', notes: '', claims: [], isEdited: false, isHidden: false,
  };
}

/** The generated slides and the user's own, with the user's words put over them, in the user's order. */
export function applyEdits(generated: readonly Slide[], edits: StoryEdits): Slide[] {
  const slides = [...generated, ...edits.own.map(ownSlide)];
  return inOrder(slides, edits.order).map((slide) => {
    const edit = edits.slides[slide.id];
    if (!edit) return slide;
    return {
      ...slide, title: edit.title ?? slide.title, lead: edit.lead ?? slide.lead, bullets: edit.bullets ?? slide.bullets,
      isHidden: edit.isHidden ?? slide.isHidden, isEdited: [edit.title, edit.lead, edit.bullets].some((own) => own !== undefined && own !== null),
    };
  });
}

/** The slides in the user's order; one that the order does not know, as of another template, stays behind the slide that is told before it. */
function inOrder(slides: readonly Slide[], order: readonly string[]): Slide[] {
  const placed = slides.filter(({ id }) => order.includes(id)).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  for (const [at, slide] of slides.entries()) {
    if (order.includes(slide.id)) continue;
    const before = slides[at - 1]?.id;
    placed.splice(placed.findIndex(({ id }) => id === before) + 1, 0, slide);
  }
  return placed;
}

/** Changes one slide's words; null takes the generated text back. */
export function editSlide(edits: StoryEdits, slideId: string, change: SlideEdit): StoryEdits {
  return { ...edits, slides: { ...edits.slides, [slideId]: { ...edits.slides[slideId], ...change } } };
}

/** Moves a slide to a place, counted from 0; beyond the ends is at the end. */
export function placeSlide(edits: StoryEdits, shown: readonly Slide[], { slideId, to }: { slideId: string; to: number }): StoryEdits {
  const order = shown.map((slide) => slide.id);
  const from = order.indexOf(slideId);
  if (from < 0) return edits;
  order.splice(from, 1);
  order.splice(Math.max(0, Math.min(order.length, to)), 0, slideId);
  return { ...edits, order };
}

/** A new slide of the user's own behind another one, or at the end. */
export function addOwnSlide(edits: StoryEdits, shown: readonly Slide[], { slideId, afterId }: { slideId: string; afterId: string | null }): StoryEdits {
  const order = shown.map((slide) => slide.id);
  const behind = afterId === null ? -1 : order.indexOf(afterId);
  order.splice(behind < 0 ? order.length : behind + 1, 0, slideId);
  return { ...edits, own: [...edits.own, slideId], order };
}

/** A slide for a chart, before what is asked for; a chart that is there already is not put in twice. @returns its slide's id */
export function addChart(edits: StoryEdits, { slideId, chart }: { slideId: string; chart: BriefingChart }): { edits: StoryEdits; slideId: string; isNew: boolean } {
  const known = edits.charts.find((one) => JSON.stringify(one.chart) === JSON.stringify(chart));
  if (known) return { edits, slideId: known.id, isNew: false };
  const asks = edits.order.indexOf('ask');
  // Without an order of the user's own the story has its place for charts.
  const order = asks < 0 ? edits.order : [...edits.order.slice(0, asks), slideId, ...edits.order.slice(asks)];
  return { edits: { ...edits, charts: [...edits.charts, { id: slideId, chart }], order }, slideId, isNew: true };
}

/** Takes one of the user's own slides away, or a chart that was brought in, with its words. */
export function removeOwnSlide(edits: StoryEdits, slideId: string): StoryEdits {
  const { [slideId]: _words, ...slides } = edits.slides;
  return { ...edits, slides, own: edits.own.filter((id) => id !== slideId), charts: edits.charts.filter(({ id }) => id !== slideId), order: edits.order.filter((id) => id !== slideId) };
}
