import { describe, expect, test } from 'vitest';
import { paletteMatch } from '#renderer/features/listen/tagging/palette-match.ts';
import { continuesWord } from '#renderer/features/listen/tagging/typed-on.ts';
import { aCode } from './listen-samples.ts';

const codes = [
  aCode({ key: 'HO', name: 'Long hold', uses: 2, quickSlot: 1 }),
  aCode({ key: 'HP', name: 'Hid behind policy', uses: 9 }),
  aCode({ key: 'PO', name: 'Policy not clear', definition: 'The rule itself was hard to follow.' }),
  aCode({ key: 'R', name: 'Repeat contact' }),
  aCode({ key: 'RU', name: 'Résumé of the case' }),
  aCode({ key: 'BILLING', name: 'Billing' }),
];
const keys = (typed: string): string[] => paletteMatch(codes, typed).offers.map((code) => code.key);

describe('the tag palette', () => {
  test('applies a key as soon as its letters can mean nothing else', () => {
    expect(paletteMatch(codes, 'h').apply).toBeNull();
    expect(paletteMatch(codes, 'ho').apply?.key).toBe('HO');
    expect(paletteMatch(codes, 'p').apply?.key).toBe('PO');
  });

  test('waits while one key begins another, with the shorter first', () => {
    expect(paletteMatch(codes, 'r').apply).toBeNull();
    expect(keys('r')[0]).toBe('R');
  });

  test('applies a long key only when it is complete', () => {
    expect(paletteMatch(codes, 'bi').apply).toBeNull();
    expect(paletteMatch(codes, 'billing').apply?.key).toBe('BILLING');
  });

  test('searches words, beginnings of names before later words, and the definition last', () => {
    expect(keys(' policy')).toEqual(['PO', 'HP']);
    expect(keys('rule itself')).toEqual(['PO']);
    expect(keys('nothing like it')).toEqual([]);
  });

  test('never applies by itself what is typed after a space', () => {
    expect(paletteMatch(codes, ' po').apply).toBeNull();
    expect(keys(' po')[0]).toBe('PO');
  });

  test('finds a name without its accents and in any case', () => {
    expect(keys(' RESUME')).toEqual(['RU']);
  });

  test('takes a digit for the quick tag of that digit', () => {
    expect(paletteMatch(codes, '1').apply?.key).toBe('HO');
    expect(paletteMatch(codes, '7').apply).toBeNull();
  });

  test('offers the most used first before anything is typed', () => {
    expect(keys('').slice(0, 2)).toEqual(['HP', 'HO']);
  });
});

test('letters after a code that applied are the rest of a word only while they spell one', () => {
  expect(continuesWord(codes, 'pol')).toBe(true);
  expect(continuesWord(codes, 'hold')).toBe(true);
  expect(continuesWord(codes, 'pon')).toBe(false);
});
