import { CueKind, type CuePhrase } from '#shared/model/empathy.ts';
import { CuePhrase as Phrase } from '#shared/model/empathy.ts';

/** A list as text, a phrase a line: `worry: can't sleep`. */
export function linesOf(phrases: readonly CuePhrase[]): string {
  return phrases.map(({ kind, phrase }) => `${kind}: ${phrase}`).join('\n');
}

/** Text as a list; the numbers of lines (from 1) that are no phrase. Empty lines say nothing, and a phrase counts once. */
export function phrasesOf(text: string): { phrases: CuePhrase[]; wrongLines: number[] } {
  const byPhrase = new Map<string, CuePhrase>();
  const wrongLines: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const kind = CueKind.options.find((option) => option.toLowerCase() === line.slice(0, colon).trim().toLowerCase());
    const parsed = Phrase.safeParse({ kind, phrase: line.slice(colon + 1) });
    if (colon < 0 || !parsed.success) wrongLines.push(at + 1);
    else byPhrase.set(parsed.data.phrase.toLowerCase(), parsed.data);
  }
  return { phrases: [...byPhrase.values()], wrongLines };
}
