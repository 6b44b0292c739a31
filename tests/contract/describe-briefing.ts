import { describe, expect, it } from 'vitest';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';
import { followed } from '#tests/support/hosts/procedure-record.ts';

type Given = { refusalOf: (call: Promise<unknown>) => Promise<unknown>; refused: (code: string) => unknown;
  /** A file that is no briefing. */
  chooseCall: () => Promise<string>; };

/** The part of the acceptance suite about the briefing, over a project of three interactions. */
export function describeBriefing(client: () => EngineClient, { refusalOf, refused, chooseCall }: Given): void {
  describe('the briefing', () => {
    it('is told, edited, put in order and written', async () => {
      const story = await client().briefing.story();
      const [first, second] = story.slides;
      if (first === undefined || second === undefined) throw new Error('The story has no slides.');
      const edited = await client().briefing.editSlide({ slideId: first.id, title: 'Our own words' });
      expect(edited.slides.find(({ id }) => id === first.id)).toMatchObject({ title: 'Our own words', isEdited: true });
      expect((await client().briefing.moveSlide({ slideId: first.id, by: 1 })).slides[1]?.id).toBe(first.id);
      expect(await refusalOf(client().briefing.editSlide({ slideId: 'none', title: 'x' }))).toEqual(refused('NOT_FOUND'));
      const { slideId, story: longer } = await client().briefing.addSlide({ afterId: null });
      expect(longer.slides.at(-1)).toMatchObject({ id: slideId, kind: 'own' });
      expect((await client().briefing.removeSlide({ slideId })).slides.map(({ id }) => id)).not.toContain(slideId);
      expect(await refusalOf(client().briefing.removeSlide({ slideId: first.id }))).toEqual(refused('NOT_FOUND'));
      const chart = { of: 'gapSegments', definition: 'matched', by: 'queue', topBox: null, filter: {} } as const;
      const brought = await client().briefing.addChart({ chart });
      expect(brought.story.slides.find(({ id }) => id === brought.slideId)).toMatchObject({ kind: 'chart' });
      expect(await client().briefing.addChart({ chart })).toMatchObject({ slideId: brought.slideId, isNew: false });
      expect(await refusalOf(client().briefing.addChart({ chart: { ...chart, by: 'agent' } }))).toEqual(refused('REFUSED'));
      expect((await client().briefing.removeSlide({ slideId: brought.slideId })).slides.map(({ kind }) => kind)).not.toContain('chart');
      expect((await client().briefing.choose({ template: 'onePage', size: 'a4' })).choices).toMatchObject({ template: 'onePage', size: 'a4', logo: null });
      expect(await refusalOf(client().briefing.setLogo({ fileId: 'unknown' }))).toEqual(refused('FILE_NOT_FOUND'));
      expect((await client().briefing.setLogo({ fileId: null })).choices.logo).toBeNull();
      const { result, events } = await followed(await client().briefing.export({ format: 'pptx', template: 'sixSlides' }));
      const fileId = await chooseCall();
      expect(await refusalOf(client().briefing.compare({ fileId }))).toEqual(refused('UNREADABLE_FILE'));
      expect(result.size).toBeGreaterThan(1000);
      expect(events.every(({ jobId }) => jobId.length > 0)).toBe(true);
    });
  });
}
