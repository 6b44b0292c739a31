import { describe, expect, it } from 'vitest';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import { safe } from '@orpc/client';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';

/** What every pipe must answer about customers' cues; called in the middle of the acceptance suite, with its project open. */
export function describeEmpathy(clientOf: () => EngineClient): void {
  describe('empathy', () => {
    const everybody = { agentId: null, from: null, to: null };

    it('offers, judges, judges anew, counts and forgets a cue', async () => {
      const client = clientOf();
      const { turns } = wholeInteraction(await client.interactions.get({ id: 'C-1' }));
      const customer = turns.find(({ role }) => role === 'customer')?.seq ?? -1;
      const judgement = { interactionId: 'C-1', turnSeq: customer, outcome: 'missed' as const, softened: null, note: 'Asked for the number.' };
      const first = await client.empathy.judge(judgement);
      const second = await client.empathy.judge({ ...judgement, outcome: 'taken', softened: true });
      expect(second).toMatchObject({ id: first.id, outcome: 'taken', softened: true });
      expect((await client.empathy.ofInteraction({ id: 'C-1' })).opportunities).toEqual([second]);
      const figures = await client.empathy.figures(everybody);
      expect(figures.counts).toEqual({ taken: 1, missed: 0, wrong: 0, none: 0, disputed: 0 });
      expect(figures.met).toMatchObject({ value: null, n: 1, reason: 'BELOW_MIN_N' });
      expect((await client.interactions.page({ filter: { cued: true }, offset: 0, limit: 9 })).rows.map(({ externalId }) => externalId)).toEqual(['C-1']);
      expect(await client.project.undo()).toMatchObject({ undone: 'empathy.change', interactionId: first.interactionId });
      expect((await client.empathy.ofInteraction({ id: 'C-1' })).opportunities).toMatchObject([{ outcome: 'missed' }]);
      expect(await client.empathy.remove({ id: first.id })).toEqual({ removed: true });
      const agent = turns.find(({ role }) => role === 'agent')?.seq ?? -1;
      const { error } = await safe(client.empathy.judge({ ...judgement, turnSeq: agent }));
      expect(error).toMatchObject({ code: 'REFUSED', defined: true });
    });

    it('goes to another project with the tags, and says what it cannot take', async () => {
      const client = clientOf();
      expect(await client.tags.exportCoding()).toMatchObject({ name: 'Contract coding.json' });
      const { error } = await safe(client.tags.mergeCoding({ fileId: 'unknown', dryRun: true }));
      expect(error).toMatchObject({ code: 'FILE_NOT_FOUND', defined: true });
    });

    it('keeps a list of its own in versions, and goes back to the shipped one', async () => {
      const client = clientOf();
      const shipped = await client.empathy.cueList();
      expect(shipped).toMatchObject({ version: 0, measure: { precision: { value: null }, recall: { value: null } } });
      const { turns } = wholeInteraction(await client.interactions.get({ id: 'C-1' }));
      const cue = turns.find(({ text }) => text === 'My refund has not arrived.');
      expect(await client.empathy.changeCueList({ phrases: [{ kind: 'letDown', phrase: 'not arriv*' }] })).toMatchObject({ version: 1 });
      expect((await client.empathy.ofInteraction({ id: 'C-1' })).candidates).toEqual([{ turnSeq: cue?.seq, kind: 'letDown', start: 14, end: 25 }]);
      expect(await client.empathy.changeCueList({ phrases: null })).toMatchObject({ version: 2, phrases: shipped.phrases });
    });
  });
}
