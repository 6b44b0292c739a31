import type { ThreadEntry } from '#shared/model/customer.ts';

/** An entry, or the time in which nothing happened between two of them. */
export type ListItem = { kind: 'entry'; entry: ThreadEntry } | { kind: 'gap'; key: string; days: number };

const dayMs = 86_400_000;
/** Shorter silences are what every relationship has. */
const foldedDays = 365;

/** The entries newest first, with a labelled break wherever a year or more passed without one. */
export function foldedList(entries: readonly ThreadEntry[]): ListItem[] {
  return entries.flatMap((entry, index): ListItem[] => {
    const later = entries[index - 1];
    const days = !later || later.at === null || entry.at === null ? 0 : Math.floor((Date.parse(later.at) - Date.parse(entry.at)) / dayMs);
    return days >= foldedDays ? [{ kind: 'gap', key: `gap ${entry.id}`, days }, { kind: 'entry', entry }] : [{ kind: 'entry', entry }];
  });
}
