import { addNote, addQuote, addTag, changeTag, removeNote, removeQuote, removeTag } from '#shared/commands/tags.ts';
import { EarshotError } from '#shared/errors.ts';
import { exportCoding, mergeCoding } from '#engine/coding/coding-exchange.ts';
import type { Session } from '#engine/session.ts';
import { findTag } from '#engine/store/queries/moments.ts';
import { mustFindCodeId } from './codebook.ts';
import { desk } from './desk.ts';
import { mustFindInteractionId } from './interactions.ts';

/** `tags`: what was marked in interactions; their turns are as they were. */
const stale = ['tags', 'codebook', 'gap', 'metrics', 'causes', 'project', 'coaching', 'training', 'empathy'];
const staleQuote = ['tags', 'briefing', 'project'];

function mustFindTag(session: Session, id: string) {
  const tag = findTag(session.db, id);
  if (!tag) throw new EarshotError('NOT_FOUND', 'The tag is not there any more.');
  return tag;
}

export function tagProcedures(session: Session) {
  const origin = () => ({ createdAt: session.now(), createdBy: session.options.actor });
  return desk.tags.router({
    add: desk.tags.add.handler(async ({ input }) => {
      const id = session.options.newId();
      const interactionId = mustFindInteractionId(session, input.interactionId);
      const codeId = mustFindCodeId(session, input.codeId);
      await session.execute(addTag, { ...input, id, interactionId, codeId, ...origin() }, stale);
      return mustFindTag(session, id);
    }),
    change: desk.tags.change.handler(async ({ input: { seen, ...tag } }) => {
      await session.edit({ definition: changeTag, payload: { ...tag, codeId: mustFindCodeId(session, tag.codeId) }, seen }, stale);
      return mustFindTag(session, tag.id);
    }),
    remove: desk.tags.remove.handler(async ({ input: { seen, ...input } }) => {
      await session.edit({ definition: removeTag, payload: input, seen }, stale);
      return { removed: true };
    }),
    star: desk.tags.star.handler(async ({ input }) => {
      const interactionId = mustFindInteractionId(session, input.interactionId);
      const quote = { ...input, interactionId, id: session.options.newId(), ...origin() };
      await session.execute(addQuote, quote, staleQuote);
      return quote;
    }),
    unstar: desk.tags.unstar.handler(async ({ input }) => {
      await session.execute(removeQuote, input, staleQuote);
      return { removed: true };
    }),
    addNote: desk.tags.addNote.handler(async ({ input }) => {
      const interactionId = mustFindInteractionId(session, input.interactionId);
      const note = { ...input, interactionId, id: session.options.newId(), ...origin() };
      await session.execute(addNote, note, ['tags', 'project']);
      return note;
    }),
    removeNote: desk.tags.removeNote.handler(async ({ input }) => {
      await session.execute(removeNote, input, ['tags', 'project']);
      return { removed: true };
    }),
    exportCoding: desk.tags.exportCoding.handler(() => exportCoding(session)),
    mergeCoding: desk.tags.mergeCoding.handler(async ({ input }) => {
      const [file] = await session.options.files.chosen(input.fileId);
      if (!file) throw new EarshotError('FILE_NOT_FOUND', 'The file is not there any more. Choose it again.');
      return mergeCoding(session, file, input.dryRun);
    }),
  });
}
