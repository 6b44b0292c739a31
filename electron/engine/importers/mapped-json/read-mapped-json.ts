import type { Channel } from '#shared/model/interaction.ts';
import type { JsonFact, JsonMapping, JsonPath, JsonTimeUnit } from '#shared/model/json-mapping.ts';
import { UnreadableFileError, type Parsed, type ParsedInteraction, type SourceFile, type TranscriptImporter } from '../importer.ts';
import { numberOf, recordOf, textOf } from '../json/shape.ts';
import { definedOnly } from '../transcripts/defined-only.ts';
import { finishInteraction, type DraftTurn, type InteractionDraft } from '../transcripts/interaction-draft.ts';
import { baseName, readSourceJson } from '../transcripts/source-text.ts';
import { readStamp } from '../transcripts/text/time-stamp.ts';

/** Everything that a path leads to; lists on the way are gone through. */
export function follow(value: unknown, path: JsonPath): unknown[] {
  let at: unknown[] = Array.isArray(value) && path.length > 0 ? value : [value];
  for (const name of path) {
    at = at.flatMap((one): unknown[] => {
      const inner = recordOf(one);
      if (inner === undefined || !Object.hasOwn(inner, name)) return [];
      const next = inner[name];
      return Array.isArray(next) ? next : [next];
    });
  }
  return at;
}

const firstText = (value: unknown, path: JsonPath | null): string | undefined => (path === null ? undefined : follow(value, path).map(textOf).find((text) => text !== undefined));

const perUnit = { ms: 1, s: 1_000, min: 60_000 } as const;

/** Milliseconds; a moment counts from 1970. */
function readTime(value: unknown, unit: JsonTimeUnit): number | null {
  if (unit === 'moment') {
    const ms = typeof value === 'number' ? value : Date.parse(textOf(value) ?? '');
    return Number.isFinite(ms) ? ms : null;
  }
  if (unit === 'clock') return readStamp(textOf(value) ?? '', 0)?.ms ?? null;
  const number = numberOf(value);
  return number === undefined ? null : Math.round(number * perUnit[unit]);
}

/** Whether the names that the mapping needs are in this document. */
export function fits(document: unknown, mapping: JsonMapping): boolean {
  const interactions = mapping.interactions === null ? [document] : follow(document, mapping.interactions);
  return interactions.slice(0, 20).some((one) => follow(one, mapping.turns).slice(0, 20).some((turn) => firstText(turn, mapping.text) !== undefined));
}

/** Every interaction of a document, as the mapping reads it. @param name the file's, for what has no id of its own */
export function* mappedDrafts(document: unknown, mapping: JsonMapping, name: string): Generator<InteractionDraft> {
  const all = mapping.interactions === null ? [document] : follow(document, mapping.interactions);
  for (const [at, one] of all.entries()) {
    if (mapping.interactions !== null && recordOf(one) === undefined) continue;
    const factOf = (fact: JsonFact): string | undefined => firstText(one, mapping.facts.find((entry) => entry.fact === fact)?.path ?? null);
    yield draftOf(one, mapping, { factOf, name: all.length > 1 ? `${name}-${at + 1}` : name });
  }
}

function draftOf(one: unknown, mapping: JsonMapping, about: { factOf(fact: JsonFact): string | undefined; name: string }): InteractionDraft {
  const { factOf, name } = about;
  const turns = turnsOf(one, mapping);
  const startedAt = Date.parse(factOf('startedAt') ?? '');
  const duration = factOf('durationMs');
  const person = (id: JsonFact, called: JsonFact) => {
    const [externalId, personName] = [factOf(id) ?? factOf(called), factOf(called)];
    return externalId === undefined ? undefined : { externalId, ...(personName === undefined ? {} : { name: personName }) };
  };
  return {
    externalId: factOf('externalId') ?? name, channel: channelOf(factOf('channel'), turns.some(({ startMs }) => startMs !== null)), turns,
    ...definedOnly({
      startedAt: Number.isFinite(startedAt) ? new Date(startedAt).toISOString() : undefined,
      durationMs: duration === undefined || mapping.unit === 'moment' ? undefined : (readTime(duration, mapping.unit) ?? undefined),
      agent: person('agentId', 'agentName'), customer: person('customerId', 'customerName'), language: factOf('language'), reason: factOf('reason'),
    }),
    fields: Object.fromEntries(mapping.kept.flatMap((kept) => {
      const text = firstText(one, kept.path);
      return text === undefined ? [] : [[kept.name, text]];
    })),
  };
}

function turnsOf(one: unknown, mapping: JsonMapping): DraftTurn[] {
  const { unit } = mapping;
  const timed = follow(one, mapping.turns).map((turn) => {
    const speaker = firstText(turn, mapping.speaker) ?? '';
    const time = (path: JsonPath | null) => (path === null ? null : readTime(follow(turn, path)[0], unit));
    const role = mapping.roles[speaker];
    return { speaker, text: follow(turn, mapping.text).map(textOf).filter((text) => text !== undefined).join(' '), startMs: time(mapping.start), endMs: time(mapping.end), ...(role === undefined ? {} : { role }) };
  });
  if (unit !== 'moment') return timed;
  const first = timed.reduce((least, { startMs }) => Math.min(least, startMs ?? Infinity), Infinity);
  const since = (ms: number | null) => (ms === null ? null : ms - first);
  return timed.map((turn) => ({ ...turn, startMs: since(turn.startMs), endMs: since(turn.endMs) }));
}

function channelOf(stated: string | undefined, hasTimes: boolean): Channel {
  const plain = stated?.toLowerCase() ?? '';
  if (/chat|messag|sms|whatsapp/.test(plain)) return 'chat';
  if (/mail/.test(plain)) return 'email';
  if (/phone|voice|call|audio|tele/.test(plain)) return 'phone';
  return plain === '' && hasTimes ? 'phone' : plain === '' ? 'chat' : 'other';
}

/** An importer for one saved mapping. */
export function mappedJsonImporter(mapping: JsonMapping): TranscriptImporter {
  return {
    id: 'mapped-json', label: 'JSON by a saved mapping', sniff: () => 0,
    read: (source, signal) => read(source, mapping, signal),
  };
}

async function* read(source: SourceFile, mapping: JsonMapping, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const { value, problems } = await readSourceJson(source, signal);
  for (const problem of problems) yield { problem };
  if (!fits(value, mapping)) throw nothingThere(mapping);
  for (const draft of mappedDrafts(value, mapping, baseName(source.name))) {
    signal.throwIfAborted();
    try {
      yield* finishInteraction(source.name, draft);
    } catch (error) {
      // One empty conversation among many is told, and does not keep the others out.
      if (!(error instanceof UnreadableFileError)) throw error;
      yield { problem: { file: source.name, ...error.problem } };
    }
  }
}

function nothingThere(mapping: JsonMapping): UnreadableFileError {
  const place = [...(mapping.interactions ?? []), ...mapping.turns, ...mapping.text].join(' › ');
  return new UnreadableFileError({
    row: null, column: null, code: 'JSON_MAPPING_EMPTY', found: 'nothing at that place', expected: `text at ${place}`,
    message: `This file has no text at ${place}, where the mapping looks for the turns. Choose where its turns are, and save that as a recipe.`,
  });
}
