import { describe, expect, it } from 'vitest';
import type { TableKind } from '#shared/model/import-mapping.ts';
import { previewTable, readRecords } from '#engine/importers/tables/read-records.ts';
import { generateSample } from '#resources/sample/generate.ts';
import { collect, sourceOf } from './source.ts';

const kinds: Readonly<Record<string, TableKind>> = {
  'interactions.csv': 'interactions', 'customers.csv': 'customers', 'agents.csv': 'agents', 'surveys.csv': 'surveys', 'survey_invitations.csv': 'survey_invitations',
  'quality_scores.csv': 'quality_scores', 'belief_poll.csv': 'belief_poll', 'purchases.csv': 'purchases', 'costs.csv': 'costs', 'owners.csv': 'owners', 'codebook.csv': 'codebook', 'tags.csv': 'tags',
};

describe('the tables of the sample project', () => {
  const tables = generateSample().filter((file) => file.name.endsWith('.csv'));

  it('are all there', () => {
    expect(tables.map((file) => file.name).filter((name) => kinds[name] === undefined)).toEqual([]);
    expect(tables.length).toBeGreaterThanOrEqual(Object.keys(kinds).length);
  });

  for (const file of tables) {
    it(`${file.name} needs no one's help`, async () => {
      const source = sourceOf(file.name, file.text);
      const { table } = await previewTable(source);
      expect([table.kind, table.missingRequired]).toEqual([kinds[file.name], []]);
      expect(table.columns.flatMap((column) => column.questions.map((question) => `${column.mapping.source}: ${question}`))).toEqual([]);
      const outcome = await collect(readRecords(source));
      expect(outcome.filter((item) => 'problem' in item)).toEqual([]);
      expect(outcome).toHaveLength(file.text.trimEnd().split('\n').length - 1);
    });
  }
});
