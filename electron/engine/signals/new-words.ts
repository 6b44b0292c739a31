import { leadWeeks, baselineWeeks, scan, type Found } from './detect.ts';
import type { Family } from './families.ts';

/** Words of so few contacts in the weeks before are new vocabulary; what is common and became more common is none. */
const newBelow = 0.02;
/** Words whose contacts are the same to this degree stand together. */
const together = 0.5;
const mostWords = 3;

let named: ReadonlySet<string> | null = null;

/** Months and days of the week come round by themselves; they are news of no kind. Named once, when they are first needed: it takes a while. */
function calendarWords(): ReadonlySet<string> {
  named ??= new Set(['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'].flatMap((locale) => [
    ...Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1))),
    ...Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 1 + day))),
  ]).map((word) => word.toLowerCase()));
  return named;
}

export type WordGroup = { readonly found: Found; readonly words: readonly string[] };

/** Words that customers hardly used before, grouped by the contacts in which they are said; the most frequent word names the group. */
export function newWords(family: Family): WordGroup[] {
  const counts = new Map(family.series.map((series) => [series.subject, series.counts]));
  const isNew = ({ subject, onset }: Found): boolean => {
    const [from, to] = [onset - leadWeeks, onset - leadWeeks + baselineWeeks];
    const sum = (values: readonly number[]) => values.slice(from, to).reduce((all, value) => all + value, 0);
    return sum(counts.get(subject) ?? []) < newBelow * sum(family.exposures);
  };
  const keysOf = (subject: string) => new Set(family.contactsOf(subject).map(({ key }) => key));
  const found = scan(family.series, family.exposures).filter(({ level, how }) => level === 'alert' && how === 'spike').filter(isNew)
    .filter(({ subject }) => !calendarWords().has(subject.slice('words:'.length)))
    .toSorted((a, b) => family.contactsOf(b.subject).length - family.contactsOf(a.subject).length || a.subject.localeCompare(b.subject));
  const groups: { found: Found; words: string[]; keys: Set<number> }[] = [];
  for (const one of found) {
    const keys = keysOf(one.subject);
    const home = groups.find((group) => [...keys].filter((key) => group.keys.has(key)).length >= together * keys.size);
    const word = one.subject.slice('words:'.length);
    if (!home) groups.push({ found: one, words: [word], keys });
    else if (home.words.length < mostWords) home.words.push(word);
  }
  return groups.map(({ found: first, words }) => ({ found: first, words }));
}
