import type { Code } from '#shared/model/code.ts';

/** Letters that follow this fast belong to the word that was being typed. */
const SAME_WORD_MS = 250;

/** True while the letters begin a word in some code's name, or are one. */
export function continuesWord(codes: readonly Code[], typed: string): boolean {
  const wanted = typed.toLowerCase();
  return codes.some(({ name }) => name.toLowerCase().split(/\s+/u).some((word) => word.startsWith(wanted)));
}

/**
 * A code applies as soon as its letters are unique, often in the middle of a word: who types "hold" has tagged with
 * `HO` before the `l`. That `l` must not become a command, so the rest of the word is swallowed while it comes fast.
 */
export function swallowRestOfWord(codes: readonly Code[], applied: string): void {
  let typed = applied;
  const stop = (): void => window.removeEventListener('keydown', swallow, { capture: true });
  let timer = window.setTimeout(stop, SAME_WORD_MS);
  const swallow = (event: KeyboardEvent): void => {
    clearTimeout(timer);
    const isLetter = /^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isLetter || !continuesWord(codes, typed + event.key)) return stop();
    typed += event.key;
    event.preventDefault();
    event.stopPropagation();
    timer = window.setTimeout(stop, SAME_WORD_MS);
  };
  window.addEventListener('keydown', swallow, { capture: true });
}
