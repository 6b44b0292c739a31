import { client } from '#renderer/app/connection.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { durationText } from '#renderer/ui/figure-text.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { tagParts } from '#shared/commands/tags.ts';
import type { Code } from '#shared/model/code.ts';
import { currentPlace, pressedMs } from '../session/current-place.ts';
import type { Place } from './anchor.ts';
import { afterMark, type Hand } from './hand.ts';
import { useMarking, type PendingTag } from './marking.ts';
import { markedIn, markedOut, noMarks } from './marks.ts';

/** Tags the current place with a code. It shows at once, and counts as saved when the engine says that it is on disk. */
export function tagHere({ session, t, patch, failed }: Hand, code: Code): void {
  const place = currentPlace(session);
  if (!place) return announce(t('said.noPlace'));
  const interactionId = session.whole.interaction.id;
  const pending = pendingTag(code, interactionId, place);
  const drop = (): void => useMarking.getState().dropPending(pending.id);
  useMarking.getState().addPending(pending);
  useMarking.getState().use(code.id);
  afterMark(session, place);
  announce(place.startMs === null ? t('said.taggedHere', { name: code.name }) : t('said.tagged', { name: code.name, time: durationText(place.startMs) }));
  client.tags.add({ interactionId, codeId: code.id, ...place, note: null, severity: null, outcome: null })
    .then((saved) => patch((open) => ({ ...open, tags: [...open.tags.filter(({ id }) => id !== saved.id), saved] }), drop))
    .catch((error: unknown) => {
      drop();
      failed(error);
    });
}

/** Tags with the code of a digit, or says that it has none. */
export function tagQuick(hand: Hand, slot: number): void {
  const code = hand.session.codes.find(({ quickSlot }) => quickSlot === slot);
  if (code) tagHere(hand, code);
  else announce(hand.t('said.noQuick', { slot }));
}

/** Tags with the code used last. */
export function repeatTag(hand: Hand): void {
  const { lastCodeId } = useMarking.getState();
  const code = hand.session.codes.find(({ id }) => id === lastCodeId);
  if (code) tagHere(hand, code);
  else announce(hand.t('said.nothingToRepeat'));
}

/** Takes a tag off. */
export function removeTag({ session, t, patch, failed }: Hand, id: string): void {
  const removed = session.whole.tags.find((tag) => tag.id === id);
  if (removed === undefined) return;
  const name = removed.codeName;
  client.tags.remove({ id, seen: seenOf(tagParts, removed) })
    .then(() => {
      patch((open) => ({ ...open, tags: open.tags.filter((tag) => tag.id !== id) }));
      announce(t('said.removed', { name }));
    })
    .catch(failed);
}

/** Marks the start or the end of the range that the next tag covers. */
export function markEdge({ session, t }: Hand, side: 'in' | 'out'): void {
  const ms = pressedMs(session);
  if (ms === null) return announce(t('said.noPlace'));
  const { marks, setMarks } = useMarking.getState();
  setMarks(side === 'in' ? markedIn(marks, ms) : markedOut(marks, ms));
  announce(t(side === 'in' ? 'said.marksIn' : 'said.marksOut', { time: durationText(ms) }));
}

export function clearMarks({ t }: Hand): void {
  useMarking.getState().setMarks(noMarks);
  announce(t('said.rangeCleared'));
}

function pendingTag(code: Code, interactionId: string, place: Place): PendingTag {
  return {
    id: `pending-${crypto.randomUUID()}`, interactionId, codeId: code.id, codeKey: code.key, codeName: code.name, ...place,
    note: null, severity: null, outcome: null, createdAt: '', createdBy: '', isPending: true,
  };
}
