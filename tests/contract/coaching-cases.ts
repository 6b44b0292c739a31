import { describe, expect, it } from 'vitest';
import { safe } from '@orpc/client';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';
import { describeEmpathy } from './describe-empathy.ts';

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
      // A host may have no printer; that one says so.
      const printed = await safe(client.coaching.exportSheet({ agentId, from: null, to: null }));
      expect(printed.error === null ? printed.data.name : (printed.error as { code?: string }).code).toMatch(/^(?:Coaching .+\.pdf|NOT_AVAILABLE)$/);
      expect((await safe(client.coaching.exportSheet({ agentId: 'unknown', from: null, to: null }))).error).toMatchObject({ code: 'NOT_FOUND', defined: true });
    });
  });

  describeEmpathy(clientOf);

  describe('calibration', () => {
    const answers = (value: number) => ['e1'].map((item) => ({ item, value, startMs: 1000, endMs: 2000, turnSeq: 0, note: null }));

    it('goes from a blind round to an example in the guide', async () => {
      const client = clientOf();
      const { items } = await client.calibration.choices();
      expect(items.map(({ item }) => item)).toContain('e1');
      const round = await client.calibration.create({ name: 'Round', closesOn: '2026-12-24', interactionIds: ['C-1', 'C-2'], items: ['e1'], raters: ['Ada', 'Bo'], openingWord: null });
      const { id } = round;
      for (const [rater, value] of [['Ada', 3], ['Bo', 1]] as const) {
        const { error } = await safe(client.calibration.open({ id, openingWord: null }));
        expect(error).toMatchObject({ code: 'REFUSED', defined: true });
        for (const interaction of ['C-1', 'C-2']) await client.calibration.seal({ roundId: id, rater, interaction, answers: answers(value) });
      }
      expect(await client.calibration.exportRound({ id })).toMatchObject({ name: 'Round round.json' });
      expect((await client.calibration.exportAnswers({ id, rater: 'Bo' })).size).toBeGreaterThan(500);
      const { items: agreement, disagreements } = await client.calibration.open({ id, openingWord: null });
      expect(agreement[0]).toMatchObject({ units: 2, exact: { value: 0, n: 2 } });
      expect(disagreements).toHaveLength(2);
      expect((await client.calibration.results({ id })).round.openedAt).not.toBeNull();
      expect(await client.calibration.leniency({ id, openingWord: null })).toMatchObject([{ rater: 'Ada', difference: { value: 2 } }, { rater: 'Bo', difference: { value: -2 } }]);
      expect(await client.calibration.settle({ roundId: id, interaction: 'C-1', item: 'e1', value: 2, reason: 'Heard, not named.', isExample: true })).toMatchObject({ value: 2 });
      expect((await client.calibration.guide())[0]?.examples).toMatchObject([{ reason: 'Heard, not named.' }]);
      expect((await client.calibration.rounds()).map(({ name }) => name)).toEqual(['Round']);
    });

    it('takes away a round that nobody opened, and refuses files of another kind', async () => {
      const client = clientOf();
      const { id } = await client.calibration.create({ name: 'Wrong', closesOn: null, interactionIds: ['C-1', 'C-3'], items: ['e1'], raters: ['Ada', 'Bo'], openingWord: 'larkspur' });
      expect(await client.calibration.remove({ id })).toEqual({ removed: true });
      const { error } = await safe(client.calibration.importFile({ fileId: 'unknown', useNewer: false }));
      expect(error).toMatchObject({ code: 'FILE_NOT_FOUND', defined: true });
    });
  });

  describe('training', () => {
    it('shows items, clips and keeps exercises', async () => {
      const client = clientOf();
      const period = { from: null, to: null };
      expect(await client.training.items(period)).toBeInstanceOf(Array);
      expect(await client.training.reel({ item: 'e1', ...period })).toBeInstanceOf(Array);
      const agentId = (await client.coaching.people())[0]?.agentId ?? '';
      const attempt = await client.training.addAttempt({ agentId, item: 'e1', clipId: 'clip', response: 'I would wait.', score: 3 });
      expect(await client.training.attempts({ agentId })).toMatchObject([{ id: attempt.id, score: 3 }]);
      expect(await client.training.removeAttempt({ id: attempt.id })).toEqual({ removed: true });
      const { error } = await safe(client.training.addAttempt({ agentId: 'unknown', item: 'e1', clipId: 'clip', response: 'I would wait.', score: 3 }));
      expect(error).toMatchObject({ code: 'NOT_FOUND', defined: true });
    });
  });
}
