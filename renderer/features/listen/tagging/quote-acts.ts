import { client } from '#renderer/app/connection.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { currentPlace } from '../session/current-place.ts';
import { turnHeard } from '../timeline/timeline.ts';
import { selectedWords } from '../transcript/text-selection.ts';
import { afterMark, type Hand } from './hand.ts';

/** Stars the current turn, or the marked words in it, for the briefing; takes the star off where it is already. */
export function starHere(hand: Hand): void {
  const { session, t, patch, failed } = hand;
  const place = currentPlace(session);
  const startMs = place?.startMs ?? null;
  const turnSeq = place?.turnSeq ?? (startMs === null ? null : turnHeard(session.timeline, startMs)?.turn.seq) ?? null;
  if (!place || turnSeq === null) return announce(t('said.noWordsHere'));
  const words = selectedWords() ? { charStart: place.charStart, charEnd: place.charEnd } : { charStart: null, charEnd: null };
  const starred = session.whole.quotes.find((quote) => quote.turnSeq === turnSeq && quote.charStart === words.charStart && quote.charEnd === words.charEnd);
  if (starred) return removeQuote(hand, starred.id);
  afterMark(session, { ...place, turnSeq });
  client.tags.star({ interactionId: session.whole.interaction.id, turnSeq, ...words, note: null })
    .then((saved) => {
      patch((open) => ({ ...open, quotes: [...open.quotes.filter(({ id }) => id !== saved.id), saved] }));
      announce(t('said.starred'));
    })
    .catch(failed);
}

/** Takes a star off. */
export function removeQuote({ t, patch, failed }: Hand, id: string): void {
  client.tags.unstar({ id })
    .then(() => {
      patch((open) => ({ ...open, quotes: open.quotes.filter((quote) => quote.id !== id) }));
      announce(t('said.unstarred'));
    })
    .catch(failed);
}
