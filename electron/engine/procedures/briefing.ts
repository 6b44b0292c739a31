import { changeSetting } from '#shared/commands/settings.ts';
import { EarshotError } from '#shared/errors.ts';
import { houseTheme } from '#shared/model/briefing.ts';
import { compareBriefing } from '#engine/briefing/compare.ts';
import { makeEdition } from '#engine/briefing/make-edition.ts';
import { addChart, addOwnSlide, editSlide, noEdits, placeSlide, removeOwnSlide, StoryEdits } from '#engine/briefing/edits.ts';
import { exportBriefing } from '#engine/briefing/export.ts';
import { pictureOf, readLogo, StoredLogo } from '#engine/briefing/logo.ts';
import { buildStory } from '#engine/briefing/story.ts';
import type { Session } from '#engine/session.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { mustFindCode } from './codebook.ts';
import { desk } from './desk.ts';
import { refusing } from './refusal.ts';

function settingOf(session: Session, key: 'briefing' | 'briefing-logo'): Record<string, unknown> | null {
  const row = session.db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', [key]);
  return row ? JSON.parse(row.value) as Record<string, unknown> : null;
}

function readEdits(session: Session): StoryEdits {
  const value = settingOf(session, 'briefing');
  return value === null ? noEdits : StoryEdits.parse(value);
}

function storedLogo(session: Session): StoredLogo | null {
  return StoredLogo.safeParse(settingOf(session, 'briefing-logo')).data ?? null;
}

/** The story as it stands: generated from the data, with the user's own words over it. */
function storyOf(session: Session, look: Partial<Pick<StoryEdits, 'template' | 'size'>> = {}) {
  return buildStory(session.db, {
    definitions: readDefinitions(session.db).definitions, edits: { ...readEdits(session), ...look }, now: session.options.clock(), projectName: session.project.name,
    logo: storedLogo(session)?.name ?? null,
  });
}

/** Only what was given; an absent key is no change. */
function given<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

export function briefingProcedures(session: Session) {
  const keep = async (edits: StoryEdits) => {
    await session.execute(changeSetting, { key: 'briefing', value: edits }, ['briefing', 'project']);
    return storyOf(session);
  };
  const mustShow = (slideId: string) => {
    const { slides } = storyOf(session);
    const at = slides.findIndex((slide) => slide.id === slideId);
    if (at < 0) throw new EarshotError('NOT_FOUND', 'The briefing has no such slide.');
    return { slides, at };
  };
  const exported = (input: { format: Parameters<typeof exportBriefing>[2]['format']; template?: StoryEdits['template'] | undefined; size?: StoryEdits['size'] | undefined }, signal: AbortSignal | undefined) => session.jobs.run('briefing', signal, async (job) => {
    const { format, ...look } = input;
    const logo = storedLogo(session);
    const { files, printPdf } = session.options;
    const edition = await makeEdition({ db: session.db, files, rule: readDefinitions(session.db).definitions, signal: job.signal }, { format, story: storyOf(session, given(look)), logo: logo && pictureOf(logo, `Logo of ${session.project.name}`) });
    return exportBriefing({ files, printPdf }, job, { edition, format });
  });
  return desk.briefing.router({
    story: desk.briefing.story.handler(() => storyOf(session)),
    editSlide: desk.briefing.editSlide.handler(({ input: { slideId, ...change } }) => {
      mustShow(slideId);
      return keep(editSlide(readEdits(session), slideId, given(change)));
    }),
    moveSlide: desk.briefing.moveSlide.handler(({ input: { slideId, by } }) => {
      const { slides, at } = mustShow(slideId);
      return keep(placeSlide(readEdits(session), slides, { slideId, to: at + by }));
    }),
    addSlide: desk.briefing.addSlide.handler(async ({ input: { afterId } }) => {
      const slideId = `own-${session.options.newId()}`;
      return { slideId, story: await keep(addOwnSlide(readEdits(session), storyOf(session).slides, { slideId, afterId })) };
    }),
    addChart: desk.briefing.addChart.handler(async ({ input: { chart } }) => {
      if ('by' in chart && chart.by === 'agent') throw new EarshotError('REFUSED', 'A chart of people stays in Earshot: a briefing names teams and queues.');
      const code = chart.of === 'causeWeeks' ? mustFindCode(session, chart.code).id : null;
      const { edits, ...added } = addChart(readEdits(session), { slideId: `chart-${session.options.newId()}`, chart: code === null || chart.of !== 'causeWeeks' ? chart : { ...chart, code } });
      return { ...added, story: added.isNew ? await keep(edits) : storyOf(session) };
    }),
    removeSlide: desk.briefing.removeSlide.handler(({ input: { slideId } }) => {
      const edits = readEdits(session);
      if (!edits.own.includes(slideId) && !edits.charts.some(({ id }) => id === slideId)) throw new EarshotError('NOT_FOUND', 'Only a slide of your own can be removed. Hide the others.');
      return keep(removeOwnSlide(edits, slideId));
    }),
    choose: desk.briefing.choose.handler(({ input: { theme, ...look } }) => keep({ ...readEdits(session), ...given(look), ...(theme === undefined ? {} : { theme: theme ?? houseTheme }) })),
    setLogo: desk.briefing.setLogo.handler(async ({ input: { fileId } }) => {
      const [file] = fileId === null ? [] : await session.options.files.chosen(fileId);
      await session.execute(changeSetting, { key: 'briefing-logo', value: file === undefined ? null : await readLogo(file) }, ['briefing', 'project']);
      return storyOf(session);
    }),
    compare: desk.briefing.compare.handler(async ({ input: { fileId } }) => {
      const [file] = await session.options.files.chosen(fileId);
      if (file === undefined) throw new EarshotError('FILE_NOT_FOUND', 'The file is not there any more. Choose it again.');
      return compareBriefing(file, { shown: storyOf(session), whole: storyOf(session, { template: 'report' }) });
    }),
    export: desk.briefing.export.handler(({ input, signal }) => refusing(exported(input, signal))),
  });
}
