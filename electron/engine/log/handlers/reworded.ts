import type { Turn } from '#shared/model/interaction.ts';

/** What changed between two texts: the stretch that was replaced, and how long it is now. UTF-16 units. */
export type TextChange = { readonly start: number; readonly end: number; readonly newEnd: number };

/** The one stretch that differs: what stands before it and after it is the same in both. */
export function changeBetween(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  // Never between the halves of one character.
  if (isLowHalf(before, start) || isLowHalf(after, start)) start -= 1;
  if (isLowHalf(before, before.length - same)) same -= 1;
  return { start, end: before.length - same, newEnd: after.length - same };
}

function isLowHalf(text: string, at: number): boolean {
  const unit = text.codePointAt(at) ?? 0;
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}

/** A span after the change; null when nothing of it is left. A span inside the change covers what replaced it. */
export function movedSpan([from, to]: readonly [number, number], { start, end, newEnd }: TextChange): [number, number] | null {
  const movedFrom = from <= start ? from : from >= end ? from + newEnd - end : start;
  const movedTo = to <= start ? to : to >= end ? to + newEnd - end : newEnd;
  return movedTo > movedFrom ? [movedFrom, movedTo] : null;
}

/** Word times after the change: words that were replaced become one that lasts as long as they did. */
export function movedWords(words: Turn['words'], change: TextChange): Turn['words'] {
  if (words === null) return null;
  const isInside = ([, , from, to]: NonNullable<Turn['words']>[number]): boolean => from >= change.start && to <= change.end && to > change.start && from < change.end;
  const replaced = words.filter(isInside);
  const first = replaced[0];
  const last = replaced.at(-1);
  return words.flatMap((word): NonNullable<Turn['words']> => {
    if (isInside(word)) {
      const isOne = word === first && last !== undefined && change.newEnd > change.start;
      return isOne ? [[word[0], last[1], change.start, change.newEnd]] : [];
    }
    const span = movedSpan([word[2], word[3]], change);
    return span === null ? [] : [[word[0], word[1], ...span]];
  });
}
