import type { FileHead, Parsed, ParsedInteraction, SourceFile, TranscriptImporter } from '#engine/importers/importer.ts';
import { turnsOfCaptions, type Caption } from '#engine/importers/transcripts/captions/caption-labels.ts';
import { readTtmlTime, ttmlClock, type TtmlClock } from '#engine/importers/transcripts/captions/ttml-time.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import { finishInteraction, lastEndMs } from '#engine/importers/transcripts/interaction-draft.ts';
import { baseName, readBytes } from '#engine/importers/transcripts/source-text.ts';
import { attributeOf, descendants, elementsOf, readXmlBytes, textIn, type XmlElement } from '#engine/importers/xml/read-xml.ts';

/** Timed Text Markup Language (and DFXP): paragraphs with begin and end or duration, agents as speakers. */
export const ttml: TranscriptImporter = {
  id: 'ttml',
  label: 'TTML captions',
  sniff: (head) => (isTtml(head) ? 1 : 0),
  read: readTtml,
};

function isTtml(head: FileHead): boolean {
  return head.text !== null && /^\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:[\w-]{1,40}:)?tt[\s>]/.test(head.text.slice(0, 4000));
}

async function* readTtml(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const root = readXmlBytes(await readBytes(source, signal));
  const turns = turnsOfCaptions(captionsOf(root));
  yield* finishInteraction(source.name, {
    externalId: baseName(source.name), channel: 'phone',
    ...definedOnly({ durationMs: lastEndMs(turns), language: attributeOf(root, 'lang') || undefined }), turns,
  });
}

type Context = { clock: TtmlClock; names: ReadonlyMap<string, string>; offsetMs: number; speaker: string | null };

function captionsOf(root: XmlElement): Caption[] {
  const body = elementsOf(root).find((element) => element.name === 'body');
  return body === undefined ? [] : captionsIn(body, { clock: ttmlClock(root), names: agentNames(root), offsetMs: 0, speaker: null });
}

/** Times of a container shift what it holds; its agent speaks unless one inside does. */
function captionsIn(element: XmlElement, outer: Context): Caption[] {
  const begin = readTtmlTime(attributeOf(element, 'begin'), outer.clock);
  const agent = attributeOf(element, 'agent')?.split(/\s+/)[0];
  const context = { ...outer, offsetMs: outer.offsetMs + (begin ?? 0), speaker: agent === undefined ? outer.speaker : (outer.names.get(agent) ?? agent) };
  const isCaption = (element.name === 'p' || element.name === 'span') && begin !== null;
  if (!isCaption || elementsOf(element).some((child) => attributeOf(child, 'begin') !== undefined)) return elementsOf(element).flatMap((child) => captionsIn(child, context));
  const end = readTtmlTime(attributeOf(element, 'end'), outer.clock);
  const length = readTtmlTime(attributeOf(element, 'dur'), outer.clock);
  const endMs = end !== null ? outer.offsetMs + end : length === null ? null : context.offsetMs + length;
  return [{ startMs: context.offsetMs, endMs, voice: context.speaker, text: captionText(element) }];
}

function agentNames(root: XmlElement): Map<string, string> {
  return new Map(descendants(root, 'agent').map((agent) => {
    const name = elementsOf(agent).find((child) => child.name === 'name');
    const id = attributeOf(agent, 'id') ?? '';
    return [id, name === undefined ? id : textIn(name).trim()];
  }));
}

/** White space in XML is layout; a line break is an element. */
function captionText(element: XmlElement): string {
  const pieces = element.children.map((child) => {
    if (typeof child === 'string') return child.replace(/\s+/g, ' ');
    return child.name === 'br' ? '\n' : child.name === 'metadata' ? '' : captionText(child);
  });
  return pieces.join('').replace(/ *\n */g, '\n').trim();
}
