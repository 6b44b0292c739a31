import { describe, expect, it } from 'vitest';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';
import { followed } from '#tests/support/hosts/procedure-record.ts';

type Refusals = { refusalOf: (call: Promise<unknown>) => Promise<unknown>; refused: (code: string) => unknown };

/** The part of the acceptance suite about damaged projects: their whole states, and what can be read of them. */
export function describeSalvage(client: () => EngineClient, { refusalOf, refused }: Refusals): void {
  describe('a project that may be damaged', () => {
    it('has no other states while it is whole, and is read into a new one only while none is open', async () => {
      const { id } = (await client().project.info()) ?? { id: '' };
      const before = (await client().project.info())?.counts;
      const salvage = async (ofId: string) => followed(await client().project.salvage({ id: ofId }));
      expect(await refusalOf(salvage(id))).toEqual(refused('REFUSED'));
      await client().project.close();
      expect(await client().project.states({ id })).toEqual([]);
      expect(await refusalOf(client().project.states({ id: 'unknown' }))).toEqual(refused('PROJECT_NOT_FOUND'));
      expect(await refusalOf(salvage('unknown'))).toEqual(refused('PROJECT_NOT_FOUND'));
      const { result } = await salvage(id);
      expect(result).toMatchObject({ project: { name: 'Contract salvaged' }, name: 'Contract - what could be read.zip', unknown: [], stray: 0, emptied: 0, isLogKept: true });
      expect(result.tables.filter(({ rows, expected, leftOut }) => rows !== expected || leftOut > 0)).toEqual([]);
      expect(result.tables.reduce((sum, { rows }) => sum + rows, 0)).toBe(result.rows);
      expect(await client().project.open({ id: result.project.id })).toMatchObject({ name: 'Contract salvaged', counts: before });
      expect(await client().project.verify()).toMatchObject({ ok: true });
      await client().project.open({ id });
    }, 60_000);
  });
}
