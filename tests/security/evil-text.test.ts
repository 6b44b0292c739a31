import { expect, test } from 'vitest';
import { cueMatcher } from '#engine/empathy/cue-matcher.ts';
import { findEntities } from '#engine/privacy/find-entities.ts';
import { maskPersonalData } from '#engine/privacy/mask.ts';
import { CuePhrase } from '#shared/model/empathy.ts';
import { matchesAll, parseSearch, snippetOf } from '#engine/store/queries/full-text.ts';
import { figure } from '#tests/support/figure.ts';

/** Pieces that a pattern can take in more than one way, so that a careless one tries them all. */
const pieces = ['a', 'A ', 'Aa ', 'da ', '1', '1 ', '1-', '12,', '(', '+', '@', 'a@', 'a.', '.a', '-', 'one ', 'double one ', ', Aa', ' and Aa', '1 Aa ', 'Aa 1 ', '\u00e9', ' ', '\t'];
const ends = ['', '!', '@', '1', ' 1/', ' Ltd', ' St', 'x'];
const sizes = [34, 5_000];
/** Nothing that a person may do holds the engine longer (reliability.md U-10). */
const stopMs = 300;

/** Texts of one piece repeated, with an end that spoils the match at the last moment. */
const evil = pieces.flatMap((piece) => ends.flatMap((end) => sizes.map((size) => `${piece.repeat(Math.ceil(size / piece.length))}${end}`)));

function slowest(work: (text: string) => unknown): { ms: number; text: string } {
  let worst = { ms: 0, text: '' };
  for (const text of evil) {
    const startedAt = process.cpuUsage();
    work(text);
    const { user, system } = process.cpuUsage(startedAt);
    const ms = (user + system) / 1000;
    if (ms > worst.ms) worst = { ms, text: `${text.slice(0, 20)}… ${text.length} characters` };
  }
  return worst;
}

const careless = ['a*/aa*/a', 'aa* ... aa* ... aa* ... b', 'a/aa/aaa* ... a*/aa* b'];
const endless = ['a*a*a*a*a*a*b', 'a ... a ... a ... a ... a ... a ... b'];
const evilCues = cueMatcher(careless.map((phrase) => ({ kind: 'worry', phrase })));

test('a phrase that could be looked for without end is no cue', () => {
  expect(careless.map((phrase) => CuePhrase.safeParse({ kind: 'worry', phrase }).success)).toEqual([true, true, true]);
  expect(endless.map((phrase) => CuePhrase.safeParse({ kind: 'worry', phrase }).success)).toEqual([false, false]);
});

const works: readonly (readonly [string, (text: string) => unknown])[] = [
  ['looking for personal data', (text) => findEntities(text)],
  ['masking it', (text) => maskPersonalData(text, ['Ann Aa', 'Aa Aa'])],
  ['searching for it', (text) => parseSearch(text)],
  ['showing where it was found', (text) => [snippetOf(text, ['aa', 'a']), matchesAll(text, ['aa', 'one'])]],
  ['cues of a careless list', (text) => evilCues(text)],
];

test.each(works)('%s takes no text longer than a moment', (name, work) => {
  work('warm up');
  const worst = slowest(work);
  expect(worst.ms, worst.text).toBeLessThan(stopMs);
  figure('G-20', `${name}: ${evil.length} evil texts, the slowest ${Math.round(worst.ms)} ms (to be under ${stopMs})`);
});
