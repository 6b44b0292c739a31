import { changeSetting } from '#shared/commands/settings.ts';
import { EarshotError } from '#shared/errors.ts';
import { editSlide, moveSlide, noEdits, StoryEdits } from '#engine/briefing/edits.ts';
import { exportBriefing } from '#engine/briefing/export.ts';
import { buildStory } from '#engine/briefing/story.ts';
import type { Session } from '#engine/session.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { desk } from './desk.ts';
import { refusing } from './refusal.ts';

function readEdits(session: Session): StoryEdits {
  const row = session.db.get<{ value: string }>("SELECT value FROM setting WHERE key = 'briefing'");
  return row ? StoryEdits.parse(JSON.parse(row.value)) : noEdits;
}

/** The story as it stands: generated from the data, with the user's own words over it. */
function storyOf(session: Session) {
  return buildStory(session.db, {
    definitions: readDefinitions(session.db).definitions, edits: readEdits(session), now: session.options.clock(), projectName: session.project.name,
  });
}

export function briefingProcedures(session: Session) {
  const keep = async (edits: StoryEdits) => {
    await session.execute(changeSetting, { key: 'briefing', value: edits }, ['briefing', 'project']);
    return storyOf(session);
  };
  const mustShow = (slideId: string) => {
    const story = storyOf(session);
    if (!story.slides.some((slide) => slide.id === slideId)) throw new EarshotError('NOT_FOUND', 'The briefing has no such slide.');
    return story;
  };
  return desk.briefing.router({
    story: desk.briefing.story.handler(() => storyOf(session)),
    editSlide: desk.briefing.editSlide.handler(({ input: { slideId, ...change } }) => {
      mustShow(slideId);
      const own = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      return keep(editSlide(readEdits(session), slideId, own));
    }),
    moveSlide: desk.briefing.moveSlide.handler(({ input }) => keep(moveSlide(readEdits(session), mustShow(input.slideId).slides, input))),
    export: desk.briefing.export.handler(({ input, signal }) => refusing(session.jobs.run('briefing', signal, (job) =>
      exportBriefing(session.options.files, job, { story: storyOf(session), format: input.format })))),
  });
}
