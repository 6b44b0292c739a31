import type { JobHandle } from '#engine/jobs.ts';
import { csvText } from './csv-text.ts';
import { claimsOf, type Edition } from './edition.ts';
import { filterWords } from './html/sections.ts';

/** Writes every claim as a row: real numbers, its definition, period, interactions and the fingerprint of the data. */
export async function writeCsv({ story }: Edition, job: JobHandle): Promise<Uint8Array> {
  job.report({ phase: 'drawing', done: 0, total: 1, item: null });
  await job.breathe();
  const rows = claimsOf(story).map(({ id, text, definition, period, envelope }) => [
    id, text, envelope.value, envelope.unit, envelope.n, envelope.x ?? null, envelope.ci?.lo ?? null, envelope.ci?.hi ?? null, envelope.ci?.method ?? '', envelope.reason ?? '',
    definition, period ?? story.period, filterWords(envelope), story.dataFingerprint, story.generatedAt.slice(0, 10),
  ]);
  return new TextEncoder().encode(csvText([
    ['id', 'claim', 'value', 'unit', 'n', 'x', '95% from', '95% to', 'interval', 'if there is none, why', 'definition', 'period', 'interactions', 'data', 'as of'], ...rows,
  ]));
}
