import { describe, expect, test } from 'vitest';
import { type ParsedInteraction, UnreadableFileError } from '#engine/importers/importer.ts';
import { transcriptImporters } from '#engine/importers/transcripts/index.ts';
import { importWith, sourceOf } from './source-file.ts';
import { samples } from './samples.ts';

/** What a vendor may write where a value was expected. */
const instead: readonly unknown[] = [undefined, '', 'constructor', -5, 1e300, {}];
const insteadOfMany: readonly unknown[] = [undefined, null, 'constructor', []];

type Holed = { readonly place: string; readonly document: unknown; readonly isLeaf: boolean };

/** The document once for each of its values and each thing that may stand there instead. */
function* holed(document: unknown): Generator<Holed> {
  for (const put of insteadOfMany.slice(1)) yield { place: '', document: put, isLeaf: false };
  for (const { path, isLeaf } of placesIn(document)) {
    for (const put of isLeaf ? instead : insteadOfMany) yield { place: `${path.join('.')} = ${JSON.stringify(put)}`, document: replaced(document, path, put), isLeaf };
  }
}

function* placesIn(value: unknown, path: readonly string[] = []): Generator<{ path: readonly string[]; isLeaf: boolean }> {
  if (path.length > 0) yield { path, isLeaf: typeof value !== 'object' || value === null };
  if (typeof value !== 'object' || value === null) return;
  // The first and the last of a long list stand for all.
  const keys = Object.keys(value);
  for (const key of Array.isArray(value) && keys.length > 3 ? [...keys.slice(0, 1), ...keys.slice(-1)] : keys) yield* placesIn((value as Record<string, unknown>)[key], [...path, key]);
}

function replaced(document: unknown, path: readonly string[], put: unknown): unknown {
  const copy = structuredClone(document) as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
  const last = path.at(-1) ?? '';
  if (put !== undefined) parent[last] = put;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

/** What everything after an import relies on. */
function expectWhole({ externalId, turns, startedAt, durationMs }: ParsedInteraction, place: string): void {
  expect(externalId, place).toMatch(/\S/);
  if (startedAt !== undefined) expect(Date.parse(startedAt), place).toBeGreaterThan(0);
  if (durationMs !== undefined) expect(Number.isFinite(durationMs), place).toBe(true);
  for (const { speaker, text, startMs, endMs, words } of turns) {
    expect([speaker, text].filter((label) => label.trim() === '' || /undefined|NaN|\[object/.test(label)), place).toEqual([]);
    for (const time of [startMs, endMs]) expect(time === null || (Number.isInteger(time) && time >= 0), place).toBe(true);
    for (const [start, end, from, to] of words ?? []) expect(start <= end && from < to && to <= text.length, place).toBe(true);
  }
}

const spoken = ({ turns }: ParsedInteraction): string[] => turns.flatMap(({ text }) => text.toLowerCase().split(' '));

describe('a JSON transcript in which one value is missing, empty, or something else', () => {
  const formats = Object.entries(samples).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && /^(?:\{|\[[\n {[]+")/.test(entry[1]));
  test.each(formats)('%s: the rest of it is read, or one sentence says why not', async (id, sample) => {
    const importer = transcriptImporters.find((candidate) => candidate.id === id);
    if (importer === undefined) throw new Error(`No importer ${id}`);
    const whole = (await importWith(importer, sourceOf(sample, 'call.json'))).records.flatMap(spoken);
    let read = 0;
    for (const { place, document, isLeaf } of holed(JSON.parse(sample))) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the place of a failure is known
        const { records, problems } = await importWith(importer, sourceOf(JSON.stringify(document), 'call.json'));
        read += 1;
        for (const record of records) expectWhole(record, place);
        for (const { message } of problems) expect(message, place).toMatch(/^[A-Z\d].*\.$/s);
        // One value says at most one turn, and the greeting has ten words.
        if (isLeaf && whole.length > 0) expect(records.flatMap(spoken).length, place).toBeGreaterThanOrEqual(whole.length - 11);
      } catch (error) {
        if (!(error instanceof UnreadableFileError)) throw error;
        expect(error.problem.message, place).toMatch(/^[A-Z].*\.$/s);
        expect(isLeaf, `${place} is no reason to refuse the file`).toBe(false);
      }
    }
    expect(read).toBeGreaterThan(40);
  });
});
