import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cueMatcher } from '#engine/empathy/cue-matcher.ts';
import { phraseIndex } from '#engine/empathy/phrase-index.ts';
import { shippedCues } from '#engine/empathy/shipped-cues.ts';
import { readCueDialogue } from './cue-dialogue.ts';

const phrases = [...shippedCues.map(({ phrase }) => phrase), '*ing', "l'addition", 'schön', 'no-one told', 'a.b', '24 hours', 'être/was late', "'cause"];
const standing = phraseIndex(phrases);

/** One way of saying a phrase: which of the alternatives, what ending, what stands in gaps, in what case. */
type Said = { readonly way: number; readonly ending: string; readonly between: string; readonly gap: string; readonly upper: boolean };
const said = fc.record<Said>({
  way: fc.nat(), ending: fc.constantFrom('', 's', "'s", 'ingly', 'é'), between: fc.constantFrom(' ', ', ', ' – ', '_', '  '), gap: fc.constantFrom(' ', ' to us ', ' eh, well then '), upper: fc.boolean(),
});

function spoken(phrase: string, { way, ending, between, gap, upper }: Said): string {
  let text = '';
  for (const word of phrase.split(/\s+/u)) {
    if (word === '...') {
      text += gap;
      continue;
    }
    const ways = word.split('/');
    const chosen = (ways[way % ways.length] ?? '').replaceAll('*', ending);
    text += text === '' || text.endsWith(' ') ? chosen : between + chosen;
  }
  return upper ? text.toUpperCase() : text;
}

describe('the index of phrases', () => {
  it('names every phrase that stands in a text, however it is said', () => {
    fc.assert(fc.property(fc.nat({ max: phrases.length - 1 }), said, fc.constantFrom('', 'Well, ', '“', 'x\n'), (at, how, before) => {
      expect(new Set(standing(`${before}${spoken(phrases[at] ?? '', how)}. Thanks`))).toContain(at);
    }), { numRuns: 3000 });
  });

  it('takes the Kelvin sign and the long s for the letters that they are', () => {
    expect([...phraseIndex(['keen', 'silly'])('\u212Aeen and \u017Filly')]).toEqual([0, 1]);
    expect(cueMatcher([{ kind: 'joy', phrase: 'keen' }])('\u212Aeen')).toEqual({ kind: 'joy', start: 0, end: 4 });
  });

  it('leaves next to nothing to be tried on what customers say', () => {
    const { turns } = readCueDialogue();
    const shipped = phraseIndex(shippedCues.map(({ phrase }) => phrase));
    const tried = turns.reduce((sum, { text }) => sum + [...shipped(text)].length, 0);
    expect(tried / turns.length).toBeLessThan(0.05 * shippedCues.length);
  });
});
