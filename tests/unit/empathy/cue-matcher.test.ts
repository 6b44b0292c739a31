import { describe, expect, it } from 'vitest';
import type { CuePhrase } from '#shared/model/empathy.ts';
import { CuePhrase as CuePhraseSchema } from '#shared/model/empathy.ts';
import { shippedCues } from '#engine/empathy/shipped-cues.ts';
import { cueMatcher } from '#engine/empathy/cue-matcher.ts';

const worry = (phrase: string): CuePhrase => ({ kind: 'worry', phrase });
const wordsFound = (phrases: CuePhrase[], text: string): string | null => {
  const found = cueMatcher(phrases)(text);
  return found && text.slice(found.start, found.end);
};

describe('phrases that offer a cue', () => {
  it.each([
    ['worr*', 'It is a WORRY to us', 'WORRY'],
    ['worr*', 'I am worried.', 'worried'],
    ['my dog/cat', 'It was my cat, you see', 'my cat'],
    ["can't sleep", 'I can’t   sleep', 'can’t   sleep'],
    ['they said ... would', 'They said, on Monday, it would come', 'They said, on Monday, it would'],
  ])('%s is found in “%s”', (phrase, text, found) => {
    expect(wordsFound([worry(phrase)], text)).toBe(found);
  });

  it.each([
    ['ill', 'I will pay'],
    ['my dog/cat', 'the dog of my aunt'],
    ['they said ... would', 'they said one two three four five would'],
    ['a.b', 'axb'],
  ])('%s is not found in “%s”', (phrase, text) => {
    expect(wordsFound([worry(phrase)], text)).toBeNull();
  });

  it('offers the first place of a turn, the longest of those that begin there', () => {
    expect(cueMatcher([worry('scared'), worry('so'), worry('so scared')])('I was so scared, so scared')).toEqual({ kind: 'worry', start: 6, end: 15 });
  });

  it('offers nothing that a phrase of the kind “not” covers', () => {
    const phrases: CuePhrase[] = [worry('worr*'), { kind: 'not', phrase: "don't worry" }];
    expect(wordsFound(phrases, "Don't worry about it")).toBeNull();
    expect(wordsFound(phrases, "Don't worry, I worried enough")).toBe('worried');
  });

  it('ships a list that may be saved as it is, no phrase twice', () => {
    for (const cue of shippedCues) expect(CuePhraseSchema.safeParse(cue).success, cue.phrase).toBe(true);
    expect(new Set(shippedCues.map(({ phrase }) => phrase)).size).toBe(shippedCues.length);
  });

  it('reads a long turn at once: no phrase makes the search explode', () => {
    const text = 'they said and then nobody ever told me that '.repeat(400);
    const start = process.cpuUsage().user;
    cueMatcher(shippedCues)(text);
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(1);
  });
});
