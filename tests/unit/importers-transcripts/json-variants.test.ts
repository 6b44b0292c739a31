import { expect, test } from 'vitest';
import { transcriptImporters } from '#engine/importers/transcripts/index.ts';
import { jsonVariants } from './json-variants.ts';
import { importWith, sourceOf } from './source-file.ts';

test.each(jsonVariants.map((variant) => [`${variant.id}: ${variant.what}`, variant] as const))('%s', async (_title, { id, document, turns, about }) => {
  const importer = transcriptImporters.find((candidate) => candidate.id === id);
  if (importer === undefined) throw new Error(`No importer ${id}`);
  const { records } = await importWith(importer, sourceOf(JSON.stringify(document), 'call.json'));
  expect(records.flatMap((record) => record.turns.map(({ speaker, startMs, text }) => [speaker, startMs, text]))).toEqual(turns);
  if (about !== undefined) expect(records[0]).toMatchObject(about);
});
