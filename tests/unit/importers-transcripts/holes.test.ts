import { describe, expect, test } from 'vitest';
import { type ParsedInteraction, UnreadableFileError } from '#engine/importers/importer.ts';
import { transcriptImporters } from '#engine/importers/transcripts/index.ts';
import { importWith, sourceOf } from './source-file.ts';
import { jsonVariants } from './json-variants.ts';
import { samples } from './samples.ts';

/** What a vendor may write where a value was expected. */
const instead: readonly unknown[] = [undefined, '', 'constructor', -5, 1e300, {}];
const insteadOfMany: readonly unknown[] = [undefined, null, 'constructor', []];

type Holed = { readonly place: string; readonly document: unknown; readonly isLeaf: boolean };

/** The document once for each of its values and each thing that may stand there instead. */
function* holed(document: unknown, isShort: boolean): Generator<Holed> {
  const [few, many] = isShort ? [[undefined, -5], [undefined]] : [instead, insteadOfMany];
  for (const put of many.slice(1)) yield { place: '', document: put, isLeaf: false };
  for (const { path, isLeaf } of placesIn(document)) {
    for (const put of isLeaf ? few : many) yield { place: `${path.join('.')} = ${JSON.stringify(put)}`, document: replaced(document, path, put), isLeaf };
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

/** What is not as everything after an import relies on. */
function faultsOf({ externalId, turns, startedAt, durationMs }: ParsedInteraction): string[] {
  const faults = turns.flatMap(({ speaker, text, startMs, endMs, words }) => [
    ...[speaker, text].filter((label) => label.trim() === '' || /undefined|NaN|\[object/.test(label)).map((label) => `said “${label}”`),
    ...[startMs, endMs].filter((time) => time !== null && !(Number.isInteger(time) && time >= 0)).map((time) => `a time of ${time}`),
    ...(words ?? []).filter(([start, end, from, to]) => !(start <= end && from < to && to <= text.length)).map((word) => `a word at ${word.join(' ')}`),
  ]);
  if (externalId.trim() === '') faults.push('no id');
  if (startedAt !== undefined && !(Date.parse(startedAt) > 0)) faults.push(`begun at ${startedAt}`);
  return durationMs === undefined || Number.isFinite(durationMs) ? faults : [...faults, `a length of ${durationMs}`];
}

const isSentence = (message: string): boolean => /^[A-Z\d].*\.$/s.test(message);
const spoken = ({ turns }: ParsedInteraction): string[] => turns.flatMap(({ text }) => text.toLowerCase().split(' '));

describe('a JSON transcript in which one value is missing, empty, or something else', () => {
  const formats = Object.entries(samples).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && /^(?:\{|\[[\n {[]+")/.test(entry[1]));
  const variants = jsonVariants.map(({ id, what, document }) => [id, JSON.stringify(document), what] as const);
  test.each([...formats.map(([id, sample]) => [id, sample, 'as it is'] as const), ...variants])('%s %#: the rest is read, or one sentence says why not', async (id, sample, what) => {
    const importer = transcriptImporters.find((candidate) => candidate.id === id);
    if (importer === undefined) throw new Error(`No importer ${id}`);
    const { records: sound } = await importWith(importer, sourceOf(sample, 'call.json'));
    const whole = sound.flatMap(spoken);
    const turns = sound.flatMap((record) => record.turns).length;
    let read = 0;
    const faults: string[] = [];
    for (const { place, document, isLeaf } of holed(JSON.parse(sample), what !== 'as it is')) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the place of a failure is known
        const { records, problems } = await importWith(importer, sourceOf(JSON.stringify(document), 'call.json'));
        read += 1;
        const found = [...records.flatMap(faultsOf), ...problems.filter(({ message }) => !isSentence(message)).map(({ message }) => `“${message}” is no sentence`)];
        // One value says at most one turn, and the greeting has ten words.
        if (isLeaf && whole.length > 0 && records.flatMap(spoken).length < whole.length - 11) found.push('more than one turn is lost');
        faults.push(...found.map((fault) => `${place}: ${fault}`));
      } catch (error) {
        if (!(error instanceof UnreadableFileError)) throw error;
        if (!isSentence(error.problem.message)) faults.push(`${place}: “${error.problem.message}” is no sentence`);
        // The words of a conversation of one turn are what it cannot do without.
        if (isLeaf && turns > 1) faults.push(`${place}: no reason to refuse the file`);
      }
    }
    expect(faults).toEqual([]);
    expect(read).toBeGreaterThan(0);
  });
});
