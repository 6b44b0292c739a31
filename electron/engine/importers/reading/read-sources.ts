import { createHash } from 'node:crypto';
import { UnreadableFileError, type ParsedInteraction, type Problem, type SourceFile } from '../importer.ts';
import { createPacer } from '../tables/pacing.ts';
import { readRecords } from '../tables/read-records.ts';
import { fileName } from './file-name.ts';
import { kindOfSource, previewSource, type SourceKind } from './kind-of-source.ts';
import type { LookedAt, LookInput, PreviewInput, ReadInteraction, SourcePreview, SourceReader, TableBatch, TableInput } from './looked-at.ts';
import { takeInHand } from './source-in-hand.ts';

/** Turns, files or milliseconds after which what was read is handed over. */
const batch = { turns: 1_500, files: 64, ms: 50 } as const;
const recordsPerBatch = 250;

/** Reads files on the thread that it is called on, with breaths in between. `signal` stops it. */
export function createSourceReader(signal: AbortSignal): SourceReader {
  return {
    look: (input) => look(input, signal),
    table: (input) => table(input, signal),
    preview: (input) => preview(input, signal),
    close: () => Promise.resolve(),
  };
}

async function* look({ sources, mappings, jsonMappings, knowledge, known }: LookInput, signal: AbortSignal): AsyncGenerator<LookedAt[]> {
  const breathe = createPacer(signal);
  const seen = new SeenFiles(known);
  let waiting: LookedAt[] = [];
  let turns = 0;
  let startedAt = performance.now();
  for (const [at, original] of sources.entries()) {
    await breathe();
    const { source, contentHash } = await takeInHand(original, signal);
    const chosen = { mapping: mappings.get(source.name), jsonMapping: jsonMappings.get(source.name) };
    const found = seen.has(source, contentHash) ? { kind: 'unchanged' as const } : await readOne(source, await kindOfSource(source, { knowledge, signal, ...chosen }), signal);
    if (found.kind === 'transcript' && found.interactions.length > 0) seen.add(source, contentHash);
    waiting.push({ at, contentHash, ...found });
    if (found.kind === 'transcript') turns += found.interactions.reduce((sum, { parsed }) => sum + parsed.turns.length + 1, 0);
    if (turns < batch.turns && waiting.length < batch.files && performance.now() - startedAt < batch.ms) continue;
    yield waiting;
    [waiting, turns, startedAt] = [[], 0, performance.now()];
  }
  if (waiting.length > 0) yield waiting;
}

type Found = LookedAt extends infer One ? (One extends unknown ? Omit<One, 'at' | 'contentHash'> : never) : never;

async function readOne(source: SourceFile, kind: SourceKind, signal: AbortSignal): Promise<Found> {
  switch (kind.kind) {
    case 'table': return { kind: 'table', mapping: kind.mapping };
    case 'recording': return { kind: 'recording' };
    case 'unknown': return { kind: 'refused', problem: kind.problem };
    case 'transcript': case 'json': break;
  }
  const interactions: ReadInteraction[] = [];
  const problems: Problem[] = [];
  try {
    for await (const item of kind.importer.read(source, signal)) {
      if ('record' in item) interactions.push({ parsed: item.record, words: digestOf(item.record) });
      else problems.push(item.problem);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { kind: 'refused', problem: { file: source.name, ...error.problem } };
  }
  return { kind: 'transcript', importer: kind.importer.id, interactions, problems };
}

function digestOf({ turns }: ParsedInteraction): string {
  return createHash('sha256').update(turns.map((turn) => turn.text).join('\n')).digest('base64');
}

/** Which files came before: in an earlier import that still stands, or under another folder of this one. */
class SeenFiles {
  readonly #names = new Map<string, Set<string> | null>();

  constructor(known: LookInput['known']) {
    for (const [hash, names] of known) this.#names.set(hash, names === null ? null : new Set(names));
  }

  has(source: SourceFile, contentHash: string): boolean {
    const names = this.#names.get(contentHash);
    return names === null || names?.has(fileName(source.name)) === true;
  }

  add(source: SourceFile, contentHash: string): void {
    const names = this.#names.get(contentHash);
    if (names === undefined) this.#names.set(contentHash, new Set([fileName(source.name)]));
    else names?.add(fileName(source.name));
  }
}

async function* table({ sources: [source], mapping }: TableInput, signal: AbortSignal): AsyncGenerator<TableBatch> {
  const counted = countingBytes(source);
  let items: TableBatch['items'] = [];
  for await (const item of readRecords(counted.source, { mapping, signal })) {
    items.push(item);
    if (items.length < recordsPerBatch) continue;
    yield { items, share: counted.share() };
    items = [];
  }
  yield { items, share: 1 };
}

/** Says how much of a file its latest reading has gone through. */
function countingBytes(source: SourceFile): { source: SourceFile; share(): number | null } {
  let read = 0;
  return {
    share: () => (source.size === 0 ? null : Math.min(1, read / source.size)),
    source: {
      ...source,
      async *stream() {
        read = 0;
        for await (const piece of source.stream()) {
          read += piece.length;
          yield piece;
        }
      },
    },
  };
}

async function* preview({ sources, knowledge, stated }: PreviewInput, signal: AbortSignal): AsyncGenerator<SourcePreview> {
  for (const [at, source] of sources.entries()) yield await previewSource(source, { knowledge, signal, stated: stated[at]?.table, jsonMapping: stated[at]?.jsonMapping });
}
