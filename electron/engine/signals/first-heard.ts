import type { FirstHeard } from '#shared/model/signal.ts';
import type { Database } from '#engine/store/database.ts';
import { externalIdOf, firstTag, matchingContacts } from '#engine/store/queries/signal-counts.ts';
import { findRule } from '#engine/store/queries/signals.ts';
import { placeOfTurn } from '#engine/store/queries/thread.ts';
import type { Contact } from './families.ts';

type Asked = { subject: string; fromMs: number; contacts: readonly Contact[] };

function placeOf(db: Database, { subject, fromMs, contacts }: Asked): { interactionId: string; turnSeq: number | null; startMs: number | null } | null {
  const id = subject.slice(subject.indexOf(':') + 1);
  if (subject.startsWith('code:')) return firstTag(db, id, new Date(fromMs).toISOString()) ?? null;
  const [contact] = contacts;
  if (!contact) return null;
  const found = matchingContacts(db, subject.startsWith('rule:') ? findRule(db, id)?.words ?? '' : `role:customer ${id}`);
  return { interactionId: contact.id, turnSeq: found.get(contact.key) ?? null, startMs: null };
}

/** The first time that a signal was heard since its onset, with the words and the second. */
export function firstHeard(db: Database, asked: Asked): FirstHeard | null {
  const place = placeOf(db, asked);
  const contact = place === null ? undefined : externalIdOf(db, place.interactionId);
  if (place === null || !contact || contact.at === null) return null;
  const { turn, mediaId } = placeOfTurn(db, place.interactionId, place);
  return {
    interactionId: place.interactionId, externalId: contact.externalId, at: contact.at, turnSeq: turn?.seq ?? place.turnSeq, startMs: turn?.startMs ?? place.startMs,
    text: turn?.text ?? null, hasAudio: mediaId !== null,
  };
}
