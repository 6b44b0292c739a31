import type { EntityType } from '#shared/model/privacy.ts';
import { addresses, datesAndAges, places } from './addresses.ts';
import { type Detector, type Entity, lowerKeepingOffsets } from './entity.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { phones } from './phones.ts';
import type { Roster } from './roster.ts';
import { spokenNumbers } from './spoken-numbers.ts';
import { accountDetectors, structuredDetectors } from './structured.ts';

/** In the order of how sure they are: where two overlap, the earlier one stands. */
const shaped: readonly Detector[] = [...structuredDetectors, ...accountDetectors, phones, spokenNumbers];
const guessed: readonly Detector[] = [addresses, organisations, people, places, datesAndAges];

/**
 * Personal data in a text, in order and without overlap: structured kinds by shape, check digit and context (digits
 * said in words included); names and addresses by the roster, lists and context. It finds much, never all. `isSure`
 * leaves out what is guessed from lists and context.
 */
export function findEntities(text: string, options: { roster?: Roster; types?: ReadonlySet<EntityType>; isSure?: boolean } = {}): Entity[] {
  const lower = lowerKeepingOffsets(text);
  const named = options.roster?.find(text) ?? [];
  const found: Entity[] = [];
  for (const detector of [() => named, ...shaped, ...(options.isSure === true ? [] : guessed)]) {
    for (const entity of detector(text, lower)) {
      if (entity.end > entity.start && !found.some((other) => entity.start < other.end && other.start < entity.end)) found.push(entity);
    }
  }
  return found.filter(({ type }) => options.types?.has(type) ?? true).toSorted((a, b) => a.start - b.start);
}

/** The text with every found place written over, unit for unit, so that offsets into it stay what they were. */
export function maskText(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    masked += text.slice(at, from) + maskSign.repeat(Math.min(end, text.length) - from);
    at = Math.min(end, text.length);
  }
  return masked + text.slice(at);
}

/** What stands in place of every hidden letter. */
export const maskSign = '▮';
