import type { BriefingQuote } from '#shared/model/briefing.ts';
import type { Definitions } from '#shared/model/gap.ts';
import { median } from '#shared/stats/descriptive.ts';
import { maskPersonalData } from '#engine/privacy/mask.ts';
import type { Database } from '#engine/store/database.ts';
import { closingWords, quoteCandidates, rosterNames, type QuoteCandidate } from '#engine/store/queries/briefing-evidence.ts';

/**
 * Quotes by rule, not by taste: what a person starred comes first; else, of each of the most frequent causes behind the
 * blind spots, the words of the interaction whose customer score is nearest to that cause's median. One quote speaks
 * against the message: the last words of a customer who was as content as we were. Everything is masked.
 */
export function chooseQuotes(db: Database, definitions: Definitions, options: { causes: readonly string[]; most: number }): BriefingQuote[] {
  const names = rosterNames(db);
  const unhappy = quoteCandidates(db, { cell: 'companyOnly' }, definitions);
  const starred = unhappy.filter((candidate) => candidate.isStarred === 1);
  const typical = options.causes.flatMap((cause) => nearestToMedian(unhappy.filter((candidate) => candidate.cause === cause)));
  const chosen = distinct([...starred, ...typical, ...unhappy.toSorted((a, b) => isLong(a) - isLong(b))]).slice(0, options.most - 1);
  const against = nearestToMedian(closingWords(db, { cell: 'both' }, definitions));
  return [
    ...chosen.map((candidate) => toQuote(candidate, names, false)),
    ...against.slice(0, 1).map((candidate) => toQuote(candidate, names, true)),
  ];
}

/** Characters that are read at a glance, some twenty words: three quotes, title and lead together stay under the words of a slide. */
const glance = 110;
const isLong = ({ text }: QuoteCandidate): number => Number(text.length > glance);

/** Of the words that can be read at a glance, if there are any, the fullest of the nearest; what a person starred may be longer. */
function nearestToMedian(candidates: readonly QuoteCandidate[]): QuoteCandidate[] {
  const middle = median(candidates.map((candidate) => candidate.customerScore ?? 0)) ?? 0;
  const distance = (candidate: QuoteCandidate) => Math.abs((candidate.customerScore ?? 0) - middle);
  return [...candidates].sort((a, b) => isLong(a) - isLong(b) || distance(a) - distance(b) || b.text.length - a.text.length || a.externalId.localeCompare(b.externalId)).slice(0, 1);
}

/** One quote an interaction, and no sentence twice. */
function distinct(candidates: readonly QuoteCandidate[]): QuoteCandidate[] {
  const seen = new Set<string>();
  return candidates.filter((candidate) => {
    const isNew = !seen.has(candidate.interactionId) && !seen.has(candidate.text);
    seen.add(candidate.interactionId).add(candidate.text);
    return isNew;
  });
}

function toQuote(candidate: QuoteCandidate, names: readonly string[], isAgainst: boolean): BriefingQuote {
  return {
    text: maskPersonalData(candidate.text, names), who: `Customer, ${candidate.channel}`, when: candidate.startedAt?.slice(0, 7) ?? '',
    interactionId: candidate.interactionId, externalId: candidate.externalId, turnSeq: candidate.turnSeq, startMs: candidate.startMs, isAgainst,
  };
}
