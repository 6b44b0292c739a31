import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';
import { badByWordIds, filteredIds } from '#engine/store/queries/contact-lists.ts';
import { repeatContacts, repeatDays } from '#engine/store/queries/experience-sql.ts';
import { cachedUnder } from '#engine/metrics/project-cache.ts';
import { codingStamp } from './coding.ts';
import { daySpan } from './calendar.ts';
import type { ContactBase } from './contact-base.ts';

/** 1 for every contact that the filter means. Days are compared here; anything else asks the database. */
export function scopeOf(db: Database, base: ContactBase, { filter, definitions }: { filter: InteractionFilter; definitions: Definitions }): Uint8Array {
  const { from, to, ...others } = filter;
  const mask = new Uint8Array(base.n);
  if (Object.values(others).some((value) => value !== undefined)) {
    for (const id of filteredIds(db, filter, definitions)) {
      const contact = base.indexOf(id);
      if (contact !== undefined) mask[contact] = 1;
    }
    return mask;
  }
  if (from === undefined && to === undefined) return mask.fill(1);
  const [first, after] = daySpan({ from, to }, definitions.timeZone);
  for (let contact = 0; contact < base.n; contact += 1) {
    const at = base.at[contact] ?? Number.NaN;
    if (at >= first && at < after) mask[contact] = 1;
  }
  return mask;
}

/**
 * The third and further contacts of a customer about one reason within 14 days; what the centre began does not count. The
 * same rule as the database's own (`experience-sql.ts`), over columns that are in memory already.
 */
function markRepeated({ episodes: { order }, customer, reason, at, outbound }: ContactBase, mask: Uint8Array): void {
  const recent = new Map<number, number[]>();
  let whose = -1;
  for (const contact of order) {
    if (outbound[contact] === 1) continue;
    if (customer[contact] !== whose) {
      whose = customer[contact] ?? -1;
      recent.clear();
    }
    const time = at[contact] ?? 0;
    const before = recent.get(reason[contact] ?? -1) ?? [];
    const third = before.at(1 - repeatContacts);
    if (third !== undefined && time - third <= repeatDays * 86_400_000) mask[contact] = 1;
    before.push(time);
    recent.set(reason[contact] ?? -1, before);
  }
}

/** 1 for contacts that were a bad experience, by the project's one rule; contacts of whom nothing is known are 0. */
export function badContacts(db: Database, base: ContactBase): Uint8Array {
  return cachedUnder(db, { name: 'bad contacts', stamp: `${codingStamp(db)} ${base.n}` }, () => {
    const mask = new Uint8Array(base.n);
    markRepeated(base, mask);
    for (const id of badByWordIds(db)) {
      const contact = base.indexOf(id);
      if (contact !== undefined) mask[contact] = 1;
    }
    return mask;
  });
}
