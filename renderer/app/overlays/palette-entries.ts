import type { TFunction } from 'i18next';
import { commandList } from '#renderer/app/commands/command-list.ts';
import { isCommandEnabled } from '#renderer/app/commands/handlers.ts';
import { keysOf } from '#renderer/app/commands/keys-of.ts';
import { labelOf } from '#renderer/app/commands/menu-tree.ts';

export type PaletteEntry = {
  id: string;
  label: string;
  /** The menu that has it, or what kind of thing it is. */
  place: string;
  keys?: string | undefined;
  isAvailable: boolean;
};

/** How well words fit a label: 0 not at all; higher is better. Every word must be found; starts of words count more, the whole phrase most. */
export function fitOf(label: string, words: string): number {
  const text = label.toLocaleLowerCase();
  const phrase = words.toLocaleLowerCase().trim();
  let fit = phrase !== '' && text.includes(phrase) ? 5 : 1;
  for (const word of words.toLocaleLowerCase().split(/\s+/).filter(Boolean)) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    fit += at === 0 ? 4 : /\W/u.test(text[at - 1] ?? '') ? 2 : 1;
  }
  return fit;
}

/** Commands that fit the words: what can be done first, then recent ones, then by fit. */
export function commandEntries(t: TFunction, words: string, recent: readonly string[]): PaletteEntry[] {
  const recency = (id: string): number => (recent.includes(id) ? recent.length - recent.indexOf(id) : 0);
  return commandList
    .filter(({ id }) => id !== 'view.palette')
    .map((command) => {
      const label = labelOf(t, command);
      const place = t(`frame:menu.${command.menu}`);
      const entry: PaletteEntry = { id: command.id, label, place, keys: keysOf(command.id).keys, isAvailable: isCommandEnabled(command.id) };
      return { entry, fit: Math.max(fitOf(label, words) * 2, fitOf(`${place} ${label}`, words)) };
    })
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => Number(b.entry.isAvailable) - Number(a.entry.isAvailable) || (words === '' ? recency(b.entry.id) - recency(a.entry.id) : b.fit - a.fit))
    .map(({ entry }) => entry);
}
