import type { Code } from '#shared/model/code.ts';
import type { Hand } from './hand.ts';
import { useMarking } from './marking.ts';
import { paletteMatch } from './palette-match.ts';
import { tagHere } from './tag-acts.ts';
import { swallowRestOfWord } from './typed-on.ts';

/** Tags with a code of the palette and closes it. Nothing happens twice: a closed palette tags no more. */
export function applyFromPalette(hand: Hand, code: Code | undefined): void {
  const { isPaletteOpen, openPalette } = useMarking.getState();
  if (!code || !isPaletteOpen) return;
  tagHere(hand, code);
  openPalette(false);
}

/** What stands in the palette's field from now on; letters that can mean only one code apply it. */
export function typeInPalette(hand: Hand, text: string): void {
  if (!useMarking.getState().isPaletteOpen) return;
  useMarking.getState().typeInPalette(text);
  const { codes } = hand.session;
  const { apply } = paletteMatch(codes, text);
  if (!apply) return;
  swallowRestOfWord(codes, text);
  applyFromPalette(hand, apply);
}

/**
 * Opens the palette. It is on the page a moment after the key; what is typed in that moment goes into its field and is
 * no command.
 */
export function openPalette(hand: Hand): void {
  useMarking.getState().openPalette(true);
  const stop = new AbortController();
  const take = (event: KeyboardEvent): void => {
    const isInField = event.target instanceof Element && event.target.closest('.tag-palette') !== null;
    if (isInField || !useMarking.getState().isPaletteOpen) return stop.abort();
    if (event.key.length !== 1 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    typeInPalette(hand, useMarking.getState().paletteText + event.key);
  };
  window.addEventListener('keydown', take, { capture: true, signal: stop.signal });
  window.addEventListener('focusin', (event) => {
    if (event.target instanceof Element && event.target.closest('.tag-palette')) stop.abort();
  }, { signal: stop.signal });
}
