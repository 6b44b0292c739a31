import type { LikelyCaller, OpenIssue, Trait } from '#shared/model/likely-caller.ts';
import type { Signal } from '#shared/model/signal.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import { signalReport } from '#engine/signals/report.ts';
import type { LoopContext } from '#engine/signals/loops.ts';
import type { Database } from '#engine/store/database.ts';
import { lastContactAt, lastPurchaseOn } from '#engine/store/queries/bad-contacts.ts';
import { contactsSince, customersById, yearMargins } from '#engine/store/queries/customers.ts';
import { customersWithCause, traitsOfCustomers } from '#engine/store/queries/likely-callers.ts';
import { dayBefore } from './days.ts';

/** Callers must share a trait this widely, and this much more often than customers do, before it says anything about others. */
const leastShare = 0.8;
const leastLift = 1.5;
const leastCallers = 10;

type Customer = { id: string; traits: Trait[] };
type Spread = { trait: Trait; callers: number; all: number };

const keyOf = ({ kind, name, value }: Trait): string => JSON.stringify([kind, name, value]);

/** The trait that nearly all callers have and far from all customers; the rarest among customers first. */
function traitOf(customers: readonly Customer[], callers: ReadonlySet<string>): Spread | null {
  const spread = new Map<string, Spread>();
  for (const { id, traits } of customers) {
    for (const trait of traits) {
      const own = spread.get(keyOf(trait)) ?? { trait, callers: 0, all: 0 };
      spread.set(keyOf(trait), own);
      own.all += 1;
      if (callers.has(id)) own.callers += 1;
    }
  }
  const n = customers.filter(({ id }) => callers.has(id)).length;
  if (n < leastCallers) return null;
  return [...spread.values()].filter((one) => one.callers >= leastShare * n && one.callers / n >= leastLift * (one.all / customers.length)).toSorted((a, b) => a.all - b.all)[0] ?? null;
}

type Examined = { issue: OpenIssue; candidates: readonly string[]; trait: Trait | null };

function examine(db: Database, signal: Signal, customers: readonly Customer[]): Examined {
  const callers = customersWithCause(db, signal.subject.slice('code:'.length), signal.onset);
  const known = customers.filter(({ id }) => callers.has(id));
  const found = traitOf(customers, callers);
  const has = ({ traits }: Customer): boolean => found !== null && traits.some((trait) => keyOf(trait) === keyOf(found.trait));
  return {
    trait: found?.trait ?? null, candidates: customers.filter((customer) => has(customer) && !callers.has(customer.id)).map(({ id }) => id),
    issue: {
      subject: signal.subject, name: signal.name, onset: signal.onset, callers: callers.size, trait: found?.trait ?? null,
      amongCallers: found && shareEnvelope({ x: found.callers, n: known.length, flags: ['of_customers'], evidence: signal.evidence }),
      amongCustomers: found && shareEnvelope({ x: found.all, n: customers.length, flags: ['of_customers'], evidence: null }),
    },
  };
}

/**
 * Customers who may call next: of every cause that stands out and goes on, those who share what its callers have in common
 * and had no contact about it yet, frequent callers first. The reason is the trait; nothing else is claimed.
 */
export function likelyCallers(db: Database, context: LoopContext): { issues: OpenIssue[]; rows: LikelyCaller[]; currency: string | null } {
  const open = signalReport(db, context).signals.filter(({ kind, level, state, isStillUp }) => kind === 'code' && level === 'alert' && isStillUp && state !== 'dismissed');
  const [asOf, until] = [lastContactAt(db), lastPurchaseOn(db)];
  if (open.length === 0 || asOf === null) return { issues: [], rows: [], currency: null };
  const customers = traitsOfCustomers(db, asOf.slice(0, 10));
  const examined = open.map((signal) => examine(db, signal, customers));
  const ids = [...new Set(examined.flatMap(({ candidates }) => candidates))];
  const heads = customersById(db, ids);
  const contacts = contactsSince(db, ids, dayBefore(asOf, 365));
  const { margins, currency } = until === null ? { margins: null, currency: null } : yearMargins(db, ids, { after: dayBefore(until, 365), until });
  const rows = examined.flatMap(({ issue, trait, candidates }) => candidates.flatMap((id): LikelyCaller[] => {
    const head = heads.get(id);
    return head === undefined || trait === null ? [] : [{
      id, externalId: head.externalId, name: head.name, issue: issue.name, subject: issue.subject, trait, contacts: contacts.get(id) ?? 0, yearMargin: margins?.get(id)?.margin ?? null,
    }];
  }));
  return { issues: examined.map(({ issue }) => issue), rows: rows.toSorted((a, b) => b.contacts - a.contacts || (b.yearMargin ?? 0) - (a.yearMargin ?? 0) || a.externalId.localeCompare(b.externalId)), currency };
}
