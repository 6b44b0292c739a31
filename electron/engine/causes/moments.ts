import type { CauseMoment } from '#shared/model/cause.ts';
import { maskPersonalData } from '#engine/privacy/mask.ts';
import type { Database } from '#engine/store/database.ts';
import { rosterNames } from '#engine/store/queries/briefing-evidence.ts';
import { causeMoments, type MomentRow } from '#engine/store/queries/cause-words.ts';
import { drawn } from './key-words.ts';

/** Tags of so many interactions are looked at for moments. */
const looked = 400;

/**
 * Moments to hear, by rule and not by taste: what a person starred first, then what can be heard, then the words that are
 * most this cause's own; one moment an interaction. Masked.
 */
export function momentsToHear(db: Database, { codeId, ids, words, most }: { codeId: string; ids: readonly string[]; words: readonly { word: string; z: number }[]; most: number }): CauseMoment[] {
  const names = rosterNames(db);
  const weight = new Map(words.map(({ word, z }) => [word, z]));
  const strength = ({ text }: MomentRow): number => {
    let sum = 0;
    for (const word of new Set((text ?? '').toLowerCase().match(/\p{L}[\p{L}'’-]+/gu) ?? [])) sum += weight.get(word) ?? 0;
    return sum;
  };
  const tagged = causeMoments(db, codeId, ids.length <= looked ? ids : drawn(ids, looked));
  // Where nothing was written down and nothing recorded there is nothing to hear.
  const rows = tagged.filter((row) => (row.text ?? '') !== '' || row.hasAudio === 1).map((row) => ({ row, z: strength(row) }));
  rows.sort((a, b) => b.row.isStarred - a.row.isStarred || b.row.hasAudio - a.row.hasAudio || b.z - a.z || a.row.externalId.localeCompare(b.row.externalId));
  const seen = new Set<string>();
  const chosen: CauseMoment[] = [];
  for (const { row } of rows) {
    if (seen.has(row.interactionId)) continue;
    seen.add(row.interactionId);
    const { hasAudio, isStarred, text, note: _note, ...place } = row;
    chosen.push({ ...place, text: maskPersonalData(text ?? '', names), hasAudio: hasAudio === 1, isStarred: isStarred === 1 });
    if (chosen.length === most) break;
  }
  return chosen;
}
