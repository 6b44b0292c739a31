import { EarshotError } from '#shared/errors.ts';
import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { BadWhy, CustomerProfile, StoryMoment, ThreadContact, ThreadEntry } from '#shared/model/customer.ts';
import type { Definitions } from '#shared/model/gap.ts';
import { badExperienceCounts, experienceTier } from '#shared/stats/bad-experience.ts';
import { historicalValue } from '#shared/stats/clv.ts';
import type { Database } from '#engine/store/database.ts';
import { badContacts, lastContactAt } from '#engine/store/queries/bad-contacts.ts';
import {
  contactsOfCustomer, customerTurns, findCustomer, purchasesOfCustomer, serviceCostOf, surveysOfCustomer, tagsOfCustomer, type ContactSql, type CustomerSql, type SaidSql, type ThreadTagSql,
} from '#engine/store/queries/thread.ts';
import { dayOf } from './days.ts';
import { isSaidBefore } from './said-before.ts';
import { storyOf } from './story.ts';

type Purchase = Extract<ThreadEntry, { kind: 'purchase' }>;

/** Shorter turns greet; what a contact is about comes after. */
const leastWords = 25;

function grouped<T extends { key: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const own = groups.get(row.key);
    if (own) own.push(row);
    else groups.set(row.key, [row]);
  }
  return groups;
}

const momentOf = ({ seq, startMs, text }: SaidSql) => ({ turnSeq: seq, startMs, text });

/** Turns in which the customer says that it was said before, and those that a listener tagged so. */
function saidBefore(turns: readonly SaidSql[], tags: readonly ThreadTagSql[]): ThreadContact['saidBefore'] {
  const tagged = tags.filter(({ kind, name }) => kind !== 'cause' && /repeat/i.test(name));
  // A tag on the agent's question marks the customer's answer to it: the first turn that ends after the tag begins.
  const marked = new Set(tagged.flatMap(({ startMs, turnSeq }) => (turnSeq !== null ? turns.find(({ seq }) => seq >= turnSeq)
    : turns.find(({ endMs }) => startMs !== null && (endMs ?? 0) > startMs))?.seq ?? []));
  return turns.filter((turn) => isSaidBefore(turn.text) || marked.has(turn.seq)).map(momentOf);
}

function toContact(contact: ContactSql, { turns, tags, bad }: { turns: readonly SaidSql[]; tags: readonly ThreadTagSql[]; bad: readonly BadWhy[] }): ThreadContact {
  const { key: _key, hasAudio, waitsBlind: _waits, ...rest } = contact;
  const words = turns.find(({ text }) => text.length >= leastWords) ?? turns[0];
  return {
    kind: 'contact', ...rest, hasAudio: hasAudio === 1, bad: [...bad], words: words ? momentOf(words) : null, saidBefore: saidBefore(turns, tags),
    tags: tags.map(({ id, code, name, kind, severity, startMs, turnSeq }) => ({ id, key: code, name, kind, severity, startMs, turnSeq })),
  };
}

const answered: ReadonlySet<BadWhy> = new Set(['csat', 'ces', 'nps', 'resolved']);

/** Why contacts were bad, by their key. What the customer answered is no reason while the contact waits to be evaluated blind. */
function badReasons(contacts: readonly ContactSql[], found: ReadonlyMap<number, readonly { why: BadWhy }[]>): Map<number, BadWhy[]> {
  return new Map(contacts.flatMap(({ key, waitsBlind }): [number, BadWhy[]][] => {
    const reasons = (found.get(key) ?? []).map(({ why }) => why).filter((why) => waitsBlind === 0 || !answered.has(why));
    return reasons.length === 0 ? [] : [[key, reasons]];
  }));
}

/** Contacts that follow one about the same reason within so many days. */
function repeatsWithin(contacts: readonly ContactSql[], days: number): number {
  const inbound = contacts.filter(({ direction, at, reason }) => direction !== 'outbound' && at !== null && reason !== null).toReversed();
  return inbound.filter((contact, index) => inbound.slice(0, index)
    .some((earlier) => earlier.reason === contact.reason && dayOf(contact.at ?? '') - dayOf(earlier.at ?? '') <= days)).length;
}

function valueOf(db: Database, customerId: string, purchases: readonly Purchase[]): { value: Envelope; currency: string | null } {
  const service = serviceCostOf(db, customerId);
  const currencies = new Set([...purchases.map(({ currency }) => currency), ...(service.cost === null ? [] : [service.currency])].filter((currency) => currency !== null));
  const flags = ['historical', ...(service.cost === null ? ['service_cost_unknown'] : []), ...(purchases.some(({ margin, amount }) => margin === null && amount !== null) ? ['revenue_based'] : [])];
  const [currency = null] = currencies;
  const base = { unit: 'currency' as const, n: purchases.length, denominator: purchases.length, flags };
  if (currencies.size > 1) return { value: envelope({ ...base, value: null, reason: 'NOT_IDENTIFIED', flags: [...flags, 'mixed_currencies'] }), currency: null };
  if (purchases.length === 0) return { value: envelope({ ...base, value: null }), currency };
  const sold = purchases.filter(({ what }) => what !== 'credit' && what !== 'cancellation');
  const margins = sold.map(({ what, margin, amount }) => (what === 'return' ? -Math.abs(margin ?? amount ?? 0) : margin ?? amount ?? 0));
  const credits = purchases.filter(({ what }) => what === 'credit').map(({ amount }) => Math.abs(amount ?? 0));
  return { value: envelope({ ...base, value: historicalValue({ margins, serviceCosts: service.cost === null ? [] : [service.cost], credits }) }), currency };
}

type Known = { contacts: readonly ContactSql[]; bad: ReadonlyMap<number, BadWhy[]>; hasSignal: boolean };

function profileOf(db: Database, row: CustomerSql, { definitions, known, purchases }: { definitions: Definitions; known: Known; purchases: readonly Purchase[] }): CustomerProfile {
  const { lookBackDays, episodeGapDays } = definitions;
  const { contacts, bad } = known;
  const asOf = lastContactAt(db);
  const events = contacts.flatMap(({ key, at, reason }) => (at === null ? [] : [{ customer: row.id, day: dayOf(at), reason, isBad: bad.has(key) }]));
  const counted = asOf === null ? undefined : badExperienceCounts(events, { asOfDay: dayOf(asOf), lookBackDays, episodeGapDays }).get(row.id);
  const badCount = known.hasSignal ? counted ?? 0 : null;
  return {
    id: row.id, externalId: row.externalId, name: row.name, since: row.since, segment: row.segment, region: row.region,
    consentQuotes: row.consentQuotes === null ? null : row.consentQuotes === 1, fields: JSON.parse(row.fields) as Record<string, string>,
    badCount, tier: badCount === null ? null : experienceTier(badCount), rule: { lookBackDays, episodeGapDays, asOf },
    contacts: contacts.length, channels: [...new Set(contacts.map(({ channel }) => channel))],
    lastScore: contacts.find(({ customerScore }) => customerScore !== null)?.customerScore ?? null,
    repeats7: repeatsWithin(contacts, 7), repeats30: repeatsWithin(contacts, 30), ...valueOf(db, row.id, purchases),
  };
}

/** One relationship: who it is, everything that happened newest first, and the moments that tell it. @throws EarshotError NOT_FOUND */
export function customerThread(db: Database, definitions: Definitions, id: string): { customer: CustomerProfile; thread: ThreadEntry[]; story: StoryMoment[] } {
  const row = findCustomer(db, id);
  if (!row) throw new EarshotError('NOT_FOUND', `The project has no customer "${id}".`);
  const contacts = contactsOfCustomer(db, row.id);
  const tags = tagsOfCustomer(db, row.id);
  const [turnsOf, tagsOf] = [grouped(customerTurns(db, row.id)), grouped(tags)];
  const bad = badReasons(contacts, grouped(badContacts(db, { since: '1900-01-01', customer: row.id })));
  const surveys = surveysOfCustomer(db, row.id);
  const purchases = purchasesOfCustomer(db, row.id);
  const hasSignal = bad.size > 0 || surveys.some(({ interactionId, answers }) => interactionId !== null && answers.some(({ value }) => value !== null));
  const entries: ThreadEntry[] = [
    ...contacts.map((contact) => toContact(contact, { turns: turnsOf.get(contact.key) ?? [], tags: tagsOf.get(contact.key) ?? [], bad: bad.get(contact.key) ?? [] })), ...surveys, ...purchases,
  ];
  return {
    customer: profileOf(db, row, { definitions, known: { contacts, bad, hasSignal }, purchases }),
    thread: entries.toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? '') || a.kind.localeCompare(b.kind)),
    story: storyOf(db, row.id, { contacts, tags }),
  };
}
