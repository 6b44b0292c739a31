import type { Database } from '#engine/store/database.ts';
import { codedContacts, customerWords, leafCauses, matchingContacts, spokenContacts, type SpokenContact } from '#engine/store/queries/signal-counts.ts';
import { listRules } from '#engine/store/queries/signals.ts';
import type { Series } from './detect.ts';
import { weekIndex, type Week } from './weeks.ts';

export type Contact = SpokenContact;
/** What is tested together: one exposure a week, and for each subject its counts and its contacts. */
export type Family = {
  readonly series: readonly Series[]; readonly exposures: readonly number[];
  readonly names: ReadonlyMap<string, { name: string; owner: string | null }>;
  /** Contacts of a subject in order of time. */
  contactsOf(subject: string): readonly Contact[];
};
export type Span = { readonly weeks: readonly Week[]; readonly endMs: number };

const iso = (ms: number): string => new Date(ms).toISOString();
const rangeOf = ({ weeks, endMs }: Span) => ({ from: iso(weeks[0]?.fromMs ?? 0), to: iso(endMs) });

type Members = Map<string, Contact[]>;

function familyOf(span: Span, { members, all, names }: { members: Members; all: readonly Contact[]; names: Family['names'] }): Family {
  const weekOf = new Map(all.map((contact) => [contact.key, weekIndex(span.weeks, span.endMs, contact.at)]));
  const counted = (contacts: readonly Contact[]): number[] => {
    const counts = span.weeks.map(() => 0);
    for (const { key } of contacts) {
      const week = weekOf.get(key) ?? -1;
      if (week >= 0) counts[week] = (counts[week] ?? 0) + 1;
    }
    return counts;
  };
  return {
    exposures: counted(all), series: [...members].map(([subject, contacts]) => ({ subject, counts: counted(contacts) })), names, contactsOf: (subject) => members.get(subject) ?? [],
  };
}

function add(members: Members, subject: string, contact: Contact): void {
  const own = members.get(subject);
  if (!own) members.set(subject, [contact]);
  else if (own.at(-1)?.key !== contact.key) own.push(contact);
}

/** Leaf causes; what they are a share of are contacts with any cause. */
export function codeFamily(db: Database, span: Span): Family {
  const leaves = new Map(leafCauses(db).map(({ id, name, owner }) => [`code:${id}`, { name, owner }]));
  const members: Members = new Map([...leaves.keys()].map((subject) => [subject, []]));
  const all = new Map<number, Contact>();
  for (const { code, ...contact } of codedContacts(db, rangeOf(span))) {
    all.set(contact.key, contact);
    if (leaves.has(`code:${code}`)) add(members, `code:${code}`, contact);
  }
  return familyOf(span, { members, all: [...all.values()], names: leaves });
}

/** Saved text rules; what they are a share of are contacts with a transcript. */
export function ruleFamily(db: Database, span: Span): Family {
  const all = spokenContacts(db, rangeOf(span));
  const members: Members = new Map();
  const names = new Map<string, { name: string; owner: null }>();
  for (const rule of listRules(db)) {
    const found = matchingContacts(db, rule.words);
    members.set(`rule:${rule.id}`, all.filter(({ key }) => found.has(key)));
    names.set(`rule:${rule.id}`, { name: rule.name, owner: null });
  }
  return familyOf(span, { members, all, names });
}

const wordPattern = /[\p{L}][\p{L}'’]{3,}/gu;
/** In fewer contacts of the span a word cannot be a signal. */
const leastContacts = 3;

/** Words of customers; what they are a share of are contacts with a transcript. */
export function wordFamily(db: Database, span: Span): Family {
  const all = spokenContacts(db, rangeOf(span));
  const byKey = new Map(all.map((contact) => [contact.key, contact]));
  const members: Members = new Map();
  for (const { key, text } of customerWords(db, rangeOf(span))) {
    const contact = byKey.get(key);
    if (!contact) continue;
    for (const word of new Set(text.toLowerCase().match(wordPattern) ?? [])) add(members, `words:${word}`, contact);
  }
  for (const [subject, contacts] of members) if (contacts.length < leastContacts) members.delete(subject);
  return familyOf(span, { members, all, names: new Map([...members.keys()].map((subject) => [subject, { name: subject.slice('words:'.length), owner: null }])) });
}
