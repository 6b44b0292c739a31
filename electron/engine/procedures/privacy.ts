import { changeRedactions } from '#shared/commands/privacy.ts';
import { changeSetting } from '#shared/commands/settings.ts';
import { findEntities, maskText } from '#engine/privacy/find-entities.ts';
import { readPolicy } from '#engine/privacy/policy.ts';
import { placesOf, reviewerFor } from '#engine/privacy/review.ts';
import { applySuggestions, decide, hideWords, scanProject, staleAfterReview } from '#engine/privacy/review-job.ts';
import type { Session } from '#engine/session.ts';
import { desk } from './desk.ts';
import { mustFindInteraction } from './interactions.ts';
import { auditProcedures } from './privacy-audit.ts';
import { backupProcedures } from './privacy-backups.ts';
import { encryptionProcedures } from './privacy-encryption.ts';
import { erasureProcedures } from './privacy-erasure.ts';
import { refusing } from './refusal.ts';

function conversation(session: Session, id: string) {
  const { key, interaction } = mustFindInteraction(session, id);
  return { id: interaction.id, key };
}

/** What lies behind a mark is not told to a window that may not see it. */
function placesShown(session: Session, interactionId: string) {
  const places = placesOf(session.db, conversation(session, interactionId), reviewerFor(session.db));
  return session.options.isViewer === true ? places.map((place) => ({ ...place, text: null })) : places;
}

export function privacyProcedures(session: Session) {
  return desk.privacy.router({
    find: desk.privacy.find.handler(({ input }) => {
      const entities = findEntities(input.text);
      return { text: maskText(input.text, entities), entities };
    }),
    policy: desk.privacy.policy.handler(() => ({ policy: readPolicy(session.db), isViewer: session.options.isViewer === true })),
    setPolicy: desk.privacy.setPolicy.handler(async ({ input: { seen, ...policy } }) => {
      await session.edit({ definition: changeSetting, payload: { key: 'privacy', value: policy }, seen }, staleAfterReview);
      return readPolicy(session.db);
    }),
    places: desk.privacy.places.handler(({ input }) => ({ places: placesShown(session, input.interactionId) })),
    scan: desk.privacy.scan.handler(({ input, signal }) => refusing(session.jobs.run('privacyScan', signal, (job) => scanProject(session, job, input.limit)))),
    review: desk.privacy.review.handler(async ({ input }) => {
      await decide(session, conversation(session, input.interactionId), input);
      return { applied: input.apply.length, dismissed: input.dismiss.length };
    }),
    applyAll: desk.privacy.applyAll.handler(({ input, signal }) => refusing(session.jobs.run('redaction', signal, (job) => applySuggestions(session, job, input.interactionIds)))),
    markWords: desk.privacy.markWords.handler(async ({ input }) => (
      { applied: await hideWords(session, conversation(session, input.interactionId), { words: input.words, type: input.type }) }
    )),
    restore: desk.privacy.restore.handler(async ({ input }) => {
      await session.edit({ definition: changeRedactions, payload: { remove: input.ids, add: [] }, seen: input.seen }, staleAfterReview);
      return { restored: input.ids.length };
    }),
    ...erasureProcedures(session),
    ...auditProcedures(session),
    ...backupProcedures(session),
    ...encryptionProcedures(session),
  });
}
