import type { CoachedItem, Focus } from '#shared/model/coaching.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { mean } from '#shared/stats/descriptive.ts';
import type { Database } from '#engine/store/database.ts';
import { cachedFor } from '../project-cache.ts';
import { itemReliability } from '../reliability.ts';
import { hiddenBelow } from '../small-sample.ts';
import { readReviews, type Review } from './reviews.ts';
import { rubricItems } from './rubric-items.ts';
import { contrastEnvelope, directionOf, itemScore, poorEnvelope, poorScore, scoreEnvelope, scoresOf } from './score-envelope.ts';

/** What an item is called and means: the code of the same short form says it, where there is one; else the rubric names it. */
export type ItemName = Pick<CoachedItem, 'item' | 'name' | 'definition' | 'dimension' | 'codeId'>;

/** Every item that anybody was scored on, in the order of their names. */
export function itemNames(db: Database): ItemName[] {
  return db.all<{ item: string; id: string | null; name: string | null; definition: string | null; dimension: CoachedItem['dimension'] }>(
    `SELECT x.item, k.id, k.name, k.definition, k.dimension FROM (SELECT DISTINCT item FROM evaluation_answer) x
     LEFT JOIN code k ON k.key = x.item COLLATE NOCASE AND k.kind = 'behaviour' ORDER BY x.item`,
  ).map(({ item, id, name, definition, dimension }) => ({ item, codeId: id, name: name ?? rubricItems.get(item.toLowerCase()) ?? item, definition: definition ?? '', dimension: dimension ?? dimensionByName(item) }));
}

/** The rubric's own items begin with T or E and a number. */
function dimensionByName(item: string): CoachedItem['dimension'] {
  if (/^e\d+$/i.test(item)) return 'emotional';
  return /^t\d+$/i.test(item) ? 'technical' : null;
}

/**
 * By how much customers score higher where an item was not poor, over everybody's reviews: what an item is worth listening
 * for. An association; who is poor at an item may have the harder calls.
 */
export function itemEffect(db: Database, item: string): Envelope {
  return cachedFor(db, `coaching effect ${item}`, () => {
    const score = itemScore(item);
    const answered = readReviews(db, 'counted').filter((review) => review.customerScore !== null && score(review) !== null);
    const isPoor = (review: Review) => (score(review) ?? 0) <= poorScore;
    const customer = (reviews: readonly Review[]) => scoresOf(reviews, (review) => review.customerScore);
    return contrastEnvelope([
      { values: customer(answered.filter((review) => !isPoor(review))), weight: 1 }, { values: customer(answered.filter(isPoor)), weight: -1 },
    ], { evidence: { evaluated: true, answered: true, randomOnly: true }, flags: ['association'] });
  });
}

/** Whose reviews are looked at: the person's own in the period, the colleagues' in the same, and the person's scores of themselves. */
export type Reviewed = { agentId: string; own: readonly Review[]; colleagues: readonly Review[]; self: readonly Review[] };

/** Every item as this person was heard, beside the colleagues of the same team. */
export function coachedItems(db: Database, { agentId, own, colleagues, self }: Reviewed): CoachedItem[] {
  const gates = new Map(itemReliability(db).map(({ item, gate }) => [item, gate]));
  const evidence = { agent: agentId, evaluated: true, randomOnly: true };
  return itemNames(db).map((name) => {
    const score = itemScore(name.item);
    const poor = poorEnvelope(own, score, evidence);
    const effect = itemEffect(db, name.item);
    const scoreHere = scoreEnvelope(own, score, { evidence });
    const gate = gates.get(name.item) ?? 'unknown';
    return {
      ...name, gate, poor, effect,
      own: gate === 'failed' ? { ...scoreHere, value: null, ci: null, reason: 'UNRELIABLE' as const } : scoreHere,
      team: scoreEnvelope(colleagues, score, { evidence: null, cluster: 'agentId' }),
      self: mean(scoresOf(self, score)),
      priority: priorityOf({ poor, effect, gate }),
      quarters: quartersOf(own, name.item),
    };
  });
}

/** poor x effect, where raters agree and the effect is one: its interval lies above zero. */
function priorityOf({ poor, effect, gate }: Pick<CoachedItem, 'poor' | 'effect' | 'gate'>): number | null {
  if (poor.value === null || effect.value === null || gate === 'failed' || directionOf(effect) !== 'up') return null;
  return poor.value * effect.value;
}

function quartersOf(own: readonly Review[], item: string): CoachedItem['quarters'] {
  const score = itemScore(item);
  const quarters = new Map<string, number[]>();
  for (const review of own) {
    const value = score(review);
    if (review.day === '' || value === null) continue;
    const quarter = `${review.day.slice(0, 4)}-Q${Math.ceil(Number(review.day.slice(5, 7)) / 3)}`;
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), value]);
  }
  return [...quarters].map(([quarter, values]) => ({ quarter, n: values.length, score: values.length < hiddenBelow ? null : mean(values) }));
}

/**
 * The one thing to practise: the item whose poor moments, times what they cost in the customer's score, weigh most. Where no
 * item can be shown to go with what customers say, how often it was poor decides alone. Null when nothing was poor.
 */
export function chooseFocus(items: readonly CoachedItem[]): Focus | null {
  const heard = items.filter((item) => item.gate !== 'failed' && item.poor.value !== null && item.poor.value > 0);
  const withEffect = heard.filter((item) => item.priority !== null);
  const by = withEffect.length > 0 ? 'frequencyTimesEffect' as const : 'frequencyOnly' as const;
  const weight = (item: CoachedItem) => (by === 'frequencyTimesEffect' ? item.priority : item.poor.value) ?? 0;
  const [first, second] = (withEffect.length > 0 ? withEffect : heard).toSorted((a, b) => weight(b) - weight(a) || a.item.localeCompare(b.item));
  return first === undefined ? null : { item: first.item, by, runnerUp: second?.item ?? null };
}
