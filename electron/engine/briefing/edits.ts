import { z } from 'zod';
import type { Slide } from '#shared/model/briefing.ts';

const SlideEdit = z.object({
  title: z.string().nullable().optional(), lead: z.string().nullable().optional(), bullets: z.array(z.string()).nullable().optional(), isHidden: z.boolean().optional(),
});

/** The user's own words by slide and their order; everything else is generated. Kept as the setting `briefing`. */
export const StoryEdits = z.object({ slides: z.record(z.string(), SlideEdit).default({}), order: z.array(z.string()).default([]) });
export type StoryEdits = z.infer<typeof StoryEdits>;
export type SlideEdit = z.infer<typeof SlideEdit>;

export const noEdits: StoryEdits = { slides: {}, order: [] };

/** The generated slides with the user's words put over them, in the user's order. */
export function applyEdits(slides: readonly Slide[], edits: StoryEdits): Slide[] {
  const place = (slide: Slide) => {
    const at = edits.order.indexOf(slide.id);
    return at < 0 ? edits.order.length + slides.indexOf(slide) : at;
  };
  return [...slides].sort((a, b) => place(a) - place(b)).map((slide) => {
    const edit = edits.slides[slide.id];
    if (!edit) return slide;
    return {
      ...slide, title: edit.title ?? slide.title, lead: edit.lead ?? slide.lead, bullets: edit.bullets ?? slide.bullets,
      isHidden: edit.isHidden ?? false, isEdited: [edit.title, edit.lead, edit.bullets].some((own) => own !== undefined && own !== null),
    };
  });
}

/** Changes one slide's words; null takes the generated text back. */
export function editSlide(edits: StoryEdits, slideId: string, change: SlideEdit): StoryEdits {
  return { ...edits, slides: { ...edits.slides, [slideId]: { ...edits.slides[slideId], ...change } } };
}

/** Moves a slide one place up (-1) or down (1); at the end of the row it stays. */
export function moveSlide(edits: StoryEdits, shown: readonly Slide[], move: { slideId: string; by: -1 | 1 }): StoryEdits {
  const order = shown.map((slide) => slide.id);
  const from = order.indexOf(move.slideId);
  const to = from + move.by;
  if (from < 0 || to < 0 || to >= order.length) return edits;
  const [moved] = order.splice(from, 1);
  if (moved !== undefined) order.splice(to, 0, moved);
  return { ...edits, order };
}
