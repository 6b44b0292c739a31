import { linkSurvey } from '#shared/commands/surveys.ts';
import type { Session } from '#engine/session.ts';
import { linkComparison } from '#engine/store/queries/link-comparison.ts';
import { linkingReport, unlinkedSurveys } from '#engine/store/queries/surveys.ts';
import { desk } from './desk.ts';
import { mustFindInteractionId } from './interactions.ts';

export function surveyProcedures(session: Session) {
  return desk.surveys.router({
    linking: desk.surveys.linking.handler(() => linkingReport(session.db)),
    comparison: desk.surveys.comparison.handler(() => linkComparison(session.db)),
    unlinked: desk.surveys.unlinked.handler(({ input }) => unlinkedSurveys(session.db, input)),
    link: desk.surveys.link.handler(async ({ input }) => {
      const interactionId = input.interactionId === null ? null : mustFindInteractionId(session, input.interactionId);
      await session.edit({ definition: linkSurvey, payload: {
        responseId: input.responseId, interactionId,
        linkState: interactionId === null ? 'cut' : 'matched', linkReason: interactionId === null ? 'cut by hand' : 'linked by hand',
      }, seen: input.seen }, ['surveys', 'interactions', 'gap', 'metrics', 'project']);
      return { linked: interactionId !== null };
    }),
  });
}
