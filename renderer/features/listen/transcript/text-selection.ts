import type { Turn } from '#shared/model/interaction.ts';
import { type Place } from '../tagging/anchor.ts';
import { spokenSpan } from './current-word.ts';

/** A place in the words of a turn: UTF-16 units from the start of its text. */
export type TextPoint = { readonly turnSeq: number; readonly char: number };
export type SelectedWords = { readonly from: TextPoint; readonly to: TextPoint };

/** The words marked in the transcript, in reading order; null when nothing, or something elsewhere, is marked. */
export function selectedWords(): SelectedWords | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = textPoint(range.startContainer, range.startOffset);
  const to = textPoint(range.endContainer, range.endOffset);
  return from && to && (from.turnSeq !== to.turnSeq || from.char < to.char) ? { from, to } : null;
}

/** Takes the marking off, after it has been used. */
export function clearSelectedWords(): void {
  document.getSelection()?.removeAllRanges();
}

/** The place of marked words: the words of one turn, or the time from the first to the last of several turns. Null for turns that are not there. */
export function placeOfWords(turns: readonly Turn[], { from, to }: SelectedWords): Place | null {
  const first = turns.find((turn) => turn.seq === from.turnSeq);
  const last = turns.find((turn) => turn.seq === to.turnSeq);
  if (!first || !last) return null;
  const { startMs } = spokenSpan(first, { charStart: from.char, charEnd: first === last ? to.char : first.text.length });
  const { endMs } = spokenSpan(last, { charStart: first === last ? from.char : 0, charEnd: to.char });
  const place = { startMs, endMs, turnSeq: first.seq };
  return first === last ? { ...place, charStart: from.char, charEnd: to.char } : { ...place, charStart: null, charEnd: null };
}

function textPoint(node: Node, offset: number): TextPoint | null {
  const element = node instanceof Element ? node : node.parentElement;
  const text = element?.closest<HTMLElement>('[data-turn-text]');
  if (!text) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  return { turnSeq: Number(text.dataset['turnText']), char: before.toString().length };
}
