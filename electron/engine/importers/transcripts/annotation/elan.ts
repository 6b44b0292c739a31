import type { Parsed, ParsedInteraction, SourceFile, TranscriptImporter } from '#engine/importers/importer.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import { finishInteraction, type DraftTurn } from '#engine/importers/transcripts/interaction-draft.ts';
import { baseName, readBytes } from '#engine/importers/transcripts/source-text.ts';
import { attributeOf, descendants, elementsOf, readXmlBytes, textIn, type XmlElement } from '#engine/importers/xml/read-xml.ts';

/** ELAN annotation documents: tiers that stand on the time line are speakers; tiers that depend on others are notes. */
export const elan: TranscriptImporter = {
  id: 'elan',
  label: 'ELAN annotation (EAF)',
  sniff: (head) => (head.text !== null && /<ANNOTATION_DOCUMENT[\s>]/.test(head.text.slice(0, 4000)) ? 1 : 0),
  read: readElan,
};

async function* readElan(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const root = readXmlBytes(await readBytes(source, signal));
  const unit = attributeOf(descendants(root, 'HEADER')[0] ?? root, 'TIME_UNITS');
  const times = timeSlots(root, unit === 'NTSC-frames' ? 1001 / 30 : unit === 'PAL-frames' ? 40 : 1);
  const language = descendants(root, 'TIER').map((tier) => attributeOf(tier, 'DEFAULT_LOCALE')).find((locale) => locale !== undefined);
  yield* finishInteraction(source.name, {
    externalId: baseName(source.name), channel: 'phone', ...definedOnly({ language }),
    turns: elementsOf(root).filter((element) => element.name === 'TIER' && attributeOf(element, 'PARENT_REF') === undefined).flatMap((tier) => tierTurns(tier, times)),
  });
}

/** A slot may have no time of its own (it lies somewhere between its neighbours): then the turn has none either. */
function timeSlots(root: XmlElement, msPerUnit: number): Map<string | undefined, number> {
  const slots = new Map<string | undefined, number>();
  for (const slot of descendants(root, 'TIME_SLOT')) {
    const id = attributeOf(slot, 'TIME_SLOT_ID');
    const value = Number(attributeOf(slot, 'TIME_VALUE') ?? Number.NaN);
    if (id !== undefined && Number.isFinite(value)) slots.set(id, value * msPerUnit);
  }
  return slots;
}

function tierTurns(tier: XmlElement, times: ReadonlyMap<string | undefined, number>): DraftTurn[] {
  const participant = attributeOf(tier, 'PARTICIPANT')?.trim();
  const speaker = participant === undefined || participant === '' ? (attributeOf(tier, 'TIER_ID') ?? 'Speaker') : participant;
  return descendants(tier, 'ALIGNABLE_ANNOTATION').map((annotation) => ({
    speaker,
    text: descendants(annotation, 'ANNOTATION_VALUE').map(textIn).join(' '),
    startMs: times.get(attributeOf(annotation, 'TIME_SLOT_REF1')),
    endMs: times.get(attributeOf(annotation, 'TIME_SLOT_REF2')),
  }));
}
