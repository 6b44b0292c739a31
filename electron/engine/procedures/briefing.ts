import { seenOf, type Seen, versionOfPart } from '#shared/commands/edit.ts';
import { changeSetting, settingParts } from '#shared/commands/settings.ts';
import { EarshotError } from '#shared/errors.ts';
import { houseTheme } from '#shared/model/briefing.ts';
import { compareBriefing } from '#engine/briefing/compare.ts';
import { makeEdition } from '#engine/briefing/make-edition.ts';
import { addChart, addOwnSlide, editSlide, noEdits, placeSlide, removeOwnSlide, StoryEdits } from '#engine/briefing/edits.ts';
import { exportBriefing } from '#engine/briefing/export.ts';
import { pictureOf, readLogo, StoredLogo } from '#engine/briefing/logo.ts';
import { buildStory } from '#engine/briefing/story.ts';
import type { Session } from '#engine/session.ts';
import type { Database } from '#engine/store/database.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { mustFindCode } from './codebook.ts';
import { desk } from './desk.ts';
import { refusing } from './refusal.ts';

function settingOf(db: Database, key: 'briefing' | 'briefing-logo'): Record<string, unknown> | null {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', [key]);
  return row ? JSON.parse(row.value) as Record<string, unknown> : null;
}

function readEdits(db: Database): StoryEdits {
  const value = settingOf(db, 'briefing');
  return value === null ? noEdits : StoryEdits.parse(value);
}

function storedLogo(session: Session): StoredLogo | null {
  return StoredLogo.safeParse(settingOf(session.db, 'briefing-logo')).data ?? null;
}

/** The story as it stands: generated from the data, with the user's own words over it. */
function storyOf(session: Session, look: Partial<Pick<StoryEdits, 'template' | 'size'>> = {}) {
  return buildStory(session.db, {
    definitions: readDefinitions(session.db).definitions, edits: { ...readEdits(session.db), ...look }, now: session.options.clock(), projectName: session.project.name,
    logo: storedLogo(session)?.name ?? null,
  });
}

/** The same with the version of all that a person may change of it. */
function storyInHand(session: Session) {
  const partsOf = (key: 'briefing' | 'briefing-logo') => ({ of: (value: Record<string, unknown> | null) => settingParts(key, value) });
  return { ...storyOf(session), seen: { ...seenOf(partsOf('briefing'), readEdits(session.db)), ...seenOf(partsOf('briefing-logo'), settingOf(session.db, 'briefing-logo')) } };
}

/** The versions that a change rests on. A part without a version was never changed by anybody. */
function seenIn(seen: Seen | undefined, names: readonly string[]): Seen | undefined {
  return seen && Object.fromEntries(names.map((name) => [name, seen[name] ?? versionOfPart(null)]));
}

const slideFields = ['title', 'lead', 'bullets', 'isHidden'] as const;

/** Only what was given; an absent key is no change. */
function given<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

export function briefingProcedures(session: Session) {
  const keep = async (change: (edits: StoryEdits) => StoryEdits, seen: Seen | undefined, restsOnAll = false) => {
    await session.executeAll((db) => [{ definition: changeSetting, payload: { key: 'briefing', value: change(readEdits(db)) }, seen, restsOnAll }], ['briefing', 'project']);
    return storyInHand(session);
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
    story: desk.briefing.story.handler(() => storyInHand(session)),
    editSlide: desk.briefing.editSlide.handler(({ input: { slideId, seen, ...words } }) => {
      mustShow(slideId);
      const change = given(words);
      return keep((edits) => editSlide(edits, slideId, change), seenIn(seen, Object.keys(change).map((field) => `${field} ${slideId}`)));
    }),
    moveSlide: desk.briefing.moveSlide.handler(({ input: { slideId, by, seen } }) => {
      const { slides, at } = mustShow(slideId);
      return keep((edits) => placeSlide(edits, slides, { slideId, to: at + by }), seenIn(seen, ['order']), true);
    }),
    addSlide: desk.briefing.addSlide.handler(async ({ input: { afterId } }) => {
      const slideId = `own-${session.options.newId()}`;
      return { slideId, story: await keep((edits) => addOwnSlide(edits, storyOf(session).slides, { slideId, afterId }), undefined) };
    }),
    addChart: desk.briefing.addChart.handler(async ({ input: { chart } }) => {
      if ('by' in chart && chart.by === 'agent') throw new EarshotError('REFUSED', 'A chart of people stays in Earshot: a briefing names teams and queues.');
      const code = chart.of === 'causeWeeks' ? mustFindCode(session, chart.code).id : null;
      const slide = { slideId: `chart-${session.options.newId()}`, chart: code === null || chart.of !== 'causeWeeks' ? chart : { ...chart, code } };
      const { edits: _edits, ...added } = addChart(readEdits(session.db), slide);
      return { ...added, story: added.isNew ? await keep((edits) => addChart(edits, slide).edits, undefined) : storyInHand(session) };
    }),
    removeSlide: desk.briefing.removeSlide.handler(({ input: { slideId, seen } }) => {
      const edits = readEdits(session.db);
      if (!edits.own.includes(slideId) && !edits.charts.some(({ id }) => id === slideId)) throw new EarshotError('NOT_FOUND', 'Only a slide of your own can be removed. Hide the others.');
      return keep((now) => removeOwnSlide(now, slideId), seenIn(seen, slideFields.map((field) => `${field} ${slideId}`)), true);
    }),
    choose: desk.briefing.choose.handler(({ input: { theme, seen, ...look } }) => {
      const change = { ...given(look), ...(theme === undefined ? {} : { theme: theme ?? houseTheme }) };
      return keep((edits) => ({ ...edits, ...change }), seenIn(seen, Object.keys(change)));
    }),
    setLogo: desk.briefing.setLogo.handler(async ({ input: { fileId, seen } }) => {
      const [file] = fileId === null ? [] : await session.options.files.chosen(fileId);
      const payload = { key: 'briefing-logo', value: file === undefined ? null : await readLogo(file) };
      await session.executeAll([{ definition: changeSetting, payload, seen: seenIn(seen, ['logo']), restsOnAll: true }], ['briefing', 'project']);
      return storyInHand(session);
    }),
    compare: desk.briefing.compare.handler(async ({ input: { fileId } }) => {
      const [file] = await session.options.files.chosen(fileId);
      if (file === undefined) throw new EarshotError('FILE_NOT_FOUND', 'The file is not there any more. Choose it again.');
      return compareBriefing(file, { shown: storyOf(session), whole: storyOf(session, { template: 'report' }) });
    }),
    export: desk.briefing.export.handler(({ input, signal }) => refusing(exported(input, signal))),
  });
}
