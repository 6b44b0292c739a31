import { describe, expect, it } from 'vitest';
import { hiddenTimes } from '#engine/privacy/hidden-times.ts';

const names = ['Kathleen Ormerod'];
const turn = { text: 'My name is Kathleen Ormerod and I am cold.', startMs: 10_000, endMs: 14_200, words: null };

describe('what has to be silent in a clip', () => {
  it('is placed by the words where they have times', () => {
    const words = turn.text.split(' ').reduce<[number, number, number, number][]>((all, word) => {
      const from = (all.at(-1)?.[3] ?? -1) + 1;
      return [...all, [10_000 + from * 100, 10_000 + (from + word.length) * 100, from, from + word.length]];
    }, []);
    expect(hiddenTimes({ ...turn, words }, { names, isStrict: true })).toEqual([{ startMs: 10_850, endMs: 12_950 }]);
  });

  it('is the whole turn for others, and a generous guess for the person', () => {
    expect(hiddenTimes(turn, { names, isStrict: true })).toEqual([{ startMs: 10_000, endMs: 14_200 }]);
    expect(hiddenTimes(turn, { names, isStrict: false })).toEqual([{ startMs: 10_100, endMs: 13_700 }]);
  });

  it('is nothing where nothing is hidden, or nobody knows when it was said', () => {
    expect(hiddenTimes({ ...turn, text: 'I am cold.' }, { names, isStrict: true })).toEqual([]);
    expect(hiddenTimes({ ...turn, startMs: null }, { names, isStrict: true })).toEqual([]);
  });
});
