import { useCommandHandlers, type CommandHandler } from '#renderer/app/commands/handlers.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { durationText } from '#renderer/ui/figure-text.ts';
import { pressedMs } from '../session/current-place.ts';
import { TEXT_COLUMN, useListening } from '../session/listening.ts';
import { turnHeard } from '../timeline/timeline.ts';
import { focusedMark } from './focused-mark.ts';
import { type Hand } from './hand.ts';
import { useMarking } from './marking.ts';
import { markedSpan, noMarks } from './marks.ts';
import { openPalette } from './palette-typing.ts';
import { openNote, removeNote } from './note-acts.ts';
import { askOwner } from './owning.ts';
import { removeQuote, starHere } from './quote-acts.ts';
import { markEdge, removeTag, repeatTag, tagQuick } from './tag-acts.ts';

/** Joins the commands of marking to the open interaction. */
export function useMarkingCommands(hand: Hand): void {
  useCommandHandlers({
    ...quickHandlers(hand),
    'tagging.repeat': () => repeatTag(hand),
    'tagging.palette': () => openPalette(hand),
    'tagging.markIn': () => markEdge(hand, 'in'),
    'tagging.markOut': () => markEdge(hand, 'out'),
    'tagging.star': () => starHere(hand),
    'tagging.note': () => openNote(hand),
    'tagging.owner': () => askOwner(hand),
    'tagging.remove': { isEnabled: () => focusedMark() !== null, run: () => removeFocused(hand) },
    'player.loop': () => toggleLoop(hand),
  });
}

function quickHandlers(hand: Hand): Record<string, CommandHandler> {
  const handlers: Record<string, CommandHandler> = {};
  for (let slot = 1; slot <= 9; slot += 1) {
    handlers[`tagging.quick${slot}`] = {
      run: () => tagQuick(hand, slot),
      label: () => {
        const code = hand.session.codes.find(({ quickSlot }) => quickSlot === slot);
        return code ? hand.t('command.quickNamed', { name: code.name }) : null;
      },
    };
  }
  return handlers;
}

function removeFocused(hand: Hand): void {
  const mark = focusedMark();
  // The mark that holds focus is about to leave the page; its row stays. The list of moments sees to its own focus.
  if (document.activeElement?.closest('.transcript-grid')) useListening.getState().focusCursor({ ...useListening.getState().cursor, column: TEXT_COLUMN });
  if (mark?.kind === 'tag') removeTag(hand, mark.id);
  else if (mark?.kind === 'quote') removeQuote(hand, mark.id);
  else if (mark?.kind === 'note') removeNote(hand, mark.id);
}

/** Loops the marked range, else the turn being heard. */
function toggleLoop({ session, t }: Hand): void {
  const { player, timeline } = session;
  if (player.getState().loop) {
    player.dispatch({ kind: 'set', change: { loop: null } });
    return announce(t('said.loopOff'));
  }
  const ms = pressedMs(session);
  if (!player.hasSound || ms === null) return announce(t('said.noRecording'));
  const loop = markedSpan(useMarking.getState().marks, ms) ?? turnHeard(timeline, ms);
  if (!loop) return announce(t('said.noPlace'));
  useMarking.getState().setMarks(noMarks);
  player.dispatch({ kind: 'set', change: { loop: { startMs: loop.startMs, endMs: loop.endMs } } });
  announce(t('said.loopOn', { from: durationText(loop.startMs), to: durationText(loop.endMs) }));
}
