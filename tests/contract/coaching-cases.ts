import { describe, expect, it } from 'vitest';
import { safe } from '@orpc/client';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';

/** What every pipe must answer about coaching and calibration; called in the middle of the acceptance suite, with its project open. */
export function describeCoaching(clientOf: () => EngineClient): void {
  describe('coaching', () => {
    it('shows a sheet, keeps sessions and objections', async () => {
      const client = clientOf();
      const [person] = await client.coaching.people();
      const agentId = person?.agentId ?? '';
      const sheet = () => client.coaching.person({ agentId, from: null, to: null });
      const record = {
        agentId, item: 'e1', heldOn: '2026-01-10', goal: 'Name the feeling.', practice: 'Once a call.', checkCount: 5, checkBy: '2026-02-10',
        agentView: null, selfScore: null, showsScores: true, showsCustomerWords: false, clipIds: [],
      };
      const session = await client.coaching.addSession(record);
      expect(await client.coaching.changeSession({ ...record, id: session.id, goal: 'Hear the feeling.' })).toMatchObject({ goal: 'Hear the feeling.' });
      const { reviews, sessions, missing } = await sheet();
      expect(sessions).toMatchObject([{ session: { id: session.id }, followUp: { state: 'tooEarly' } }]);
      expect(missing).toBeGreaterThan(0);
      const dispute = await client.coaching.dispute({ evaluationId: reviews[0]?.evaluationId ?? '', item: null, reason: 'I did say it.' });
      expect(await client.coaching.settleDispute({ id: dispute.id, state: 'kept', answer: 'Heard again.' })).toMatchObject({ state: 'kept' });
      expect(await client.coaching.withdrawDispute({ id: dispute.id })).toEqual({ withdrawn: true });
      expect(await client.coaching.removeSession({ id: session.id })).toEqual({ removed: true });
      const { error } = await safe(client.coaching.person({ agentId: 'unknown', from: null, to: null }));
      expect(error).toMatchObject({ code: 'NOT_FOUND', defined: true });
    });
  });
}
