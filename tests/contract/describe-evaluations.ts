import { describe, expect, it } from 'vitest';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';

type Refusals = { refusalOf: (call: Promise<unknown>) => Promise<unknown>; refused: (code: string) => unknown };

/** The part of the acceptance suite about forms, queues and scorecards. */
export function describeEvaluations(client: () => EngineClient, { refusalOf, refused }: Refusals): void {
  describe('evaluations', () => {
    const request = { method: 'random' as const, filter: {}, rule: { skipsEvaluated: false, minSeconds: 0 }, strataField: null, size: 2, seed: 1 };

    it('are made with a form, which has versions', async () => {
      const [form] = await client().evaluations.forms();
      if (form === undefined) throw new Error('There is no form.');
      const draft = await client().evaluations.saveForm({ formId: form.formId, definition: { ...form.definition, passMark: 70 } });
      expect(await client().evaluations.dryRun({ id: draft.id })).toHaveProperty('compared');
      expect(await client().evaluations.publishForm({ id: draft.id })).toMatchObject({ state: 'published', version: form.version + 1 });
      const other = await client().evaluations.saveForm({ formId: null, definition: form.definition });
      expect(await client().evaluations.removeForm({ id: other.id })).toEqual({ removed: true });
      expect(await client().evaluations.retireForm({ formId: form.formId, isRetired: true })).toEqual({ retired: true });
      expect(await client().evaluations.retireForm({ formId: form.formId, isRetired: false })).toEqual({ retired: false });
      expect(await client().evaluations.reliability()).toEqual([]);
      expect(await refusalOf(client().evaluations.publishForm({ id: 'unknown' }))).toEqual(refused('NOT_FOUND'));
    });

    it('are drawn into a queue, which replaces what cannot be heard', async () => {
      expect(await client().evaluations.frame(request)).toMatchObject({ frameSize: 3 });
      const queue = await client().evaluations.draw({ ...request, name: 'Contract', formVersionId: null, isBlind: true, hidesAgent: false });
      const { entries } = await client().evaluations.queue({ id: queue.id });
      expect(entries).toHaveLength(2);
      expect(await client().evaluations.replace({ queueId: queue.id, interactionId: entries[0]?.interactionId ?? '', because: 'Noise' })).toMatchObject({ total: 2, replaced: 1 });
      expect(await client().evaluations.queues()).toMatchObject([{ id: queue.id, finished: 0 }]);
      expect(await client().evaluations.removeQueue({ id: queue.id })).toEqual({ removed: true });
      expect(await refusalOf(client().evaluations.queue({ id: queue.id }))).toEqual(refused('NOT_FOUND'));
    });

    it('are filled in, finished, opened again and thrown away', async () => {
      const which = { interactionId: 'C-1', queueId: null, kind: 'quality' as const };
      const { form } = await client().evaluations.open(which);
      const answers = form.definition.sections.flatMap(({ questions }) => questions.map(({ key }) => ({ question: key, option: 3, evidence: null })));
      expect(await refusalOf(client().evaluations.finish({ ...which, heard: [], isBlind: true }))).toEqual(refused('REFUSED'));
      await client().evaluations.save({ ...which, answers, note: null, heard: [], isBlind: true });
      const { evaluation } = await client().evaluations.finish({ ...which, heard: [], isBlind: true });
      expect(evaluation).toMatchObject({ score: 75, passed: true, purpose: 'targeted' });
      const { id } = await client().evaluations.reopen({ id: evaluation.id });
      expect(await client().evaluations.discard({ id })).toEqual({ discarded: true });
    });
  });
}
