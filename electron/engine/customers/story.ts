import type { StoryMoment } from '#shared/model/customer.ts';
import type { Database } from '#engine/store/database.ts';
import { placeOfTurn, starsOfCustomer, type ContactSql, type ThreadTagSql } from '#engine/store/queries/thread.ts';

type Place = { interactionId: string; turnSeq: number | null; startMs: number | null; source: StoryMoment['source']; label: string | null };

/** As long as a moment plays where its turn has no end. */
const usualMs = 8000;

/**
 * The moments that tell the relationship, in the order in which they happened: what a person starred, or, while nothing
 * is starred, where listeners tagged a bad experience.
 */
export function storyOf(db: Database, customerId: string, { contacts, tags }: { contacts: readonly ContactSql[]; tags: readonly ThreadTagSql[] }): StoryMoment[] {
  const byKey = new Map(contacts.map((contact) => [contact.key, contact]));
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const starred = starsOfCustomer(db, customerId).map((star): Place => ({ interactionId: star.interactionId, turnSeq: star.turnSeq, startMs: null, source: 'starred', label: star.note }));
  const tagged = tags.filter(({ severity }) => (severity ?? 0) >= 2).flatMap((tag): Place[] => {
    const contact = byKey.get(tag.key);
    return contact ? [{ interactionId: contact.id, turnSeq: tag.turnSeq, startMs: tag.startMs, source: 'tagged', label: tag.name }] : [];
  });
  const places = starred.length > 0 ? starred : tagged;
  const moments = places.flatMap((place): StoryMoment[] => {
    const contact = byId.get(place.interactionId);
    const { turn, mediaId } = placeOfTurn(db, place.interactionId, place);
    if (!contact || !turn) return [];
    const startMs = turn.startMs ?? place.startMs;
    return [{
      interactionId: contact.id, externalId: contact.externalId, at: contact.at, channel: contact.channel, source: place.source, label: place.label,
      turnSeq: turn.seq, startMs, endMs: turn.endMs ?? (startMs === null ? null : startMs + usualMs), text: turn.text, mediaId,
    }];
  });
  const seen = new Set<string>();
  return moments.filter(({ interactionId, turnSeq }) => !seen.has(`${interactionId} ${turnSeq}`) && seen.add(`${interactionId} ${turnSeq}`))
    .toSorted((a, b) => (a.at ?? '~').localeCompare(b.at ?? '~') || (a.turnSeq ?? 0) - (b.turnSeq ?? 0));
}
