import { describe, expect, it } from 'vitest';
import { callEntities } from '#engine/privacy/call-entities.ts';
import { passesLuhn } from '#engine/privacy/checksums.ts';
import { findEntities } from '#engine/privacy/find-entities.ts';
import { rosterOf } from '#engine/privacy/roster.ts';
import { digitRuns } from '#engine/privacy/spoken-digits.ts';
import { figure } from '#tests/support/figure.ts';
import { Random } from '#tests/support/store/random.ts';

const names = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const dozens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const leads = ['my card number is', "it's", 'sure the long number is', 'okay so', 'the visa is', 'yes um'];
const tails = ['', ' thank you', ' and it expires next year', ' did you get that'];

/** The next one to three digits in words: “triple seven”, “double oh”, “forty two”, “nine”. */
function nextWords(digits: string, random: () => number): { words: string; taken: number } {
  const [digit, next, afterNext] = [Number(digits[0]), Number(digits[1]), Number(digits[2])];
  if (digit === next && digit === afterNext && random() < 0.4) return { words: `triple ${names[digit]}`, taken: 3 };
  if (digit === next && random() < 0.5) return { words: `double ${names[digit]}`, taken: 2 };
  if (digit >= 2 && next > 0 && random() < 0.25) return { words: `${dozens[digit]}${random() < 0.5 ? ' ' : '-'}${names[next]}`, taken: 2 };
  return { words: digit === 0 && random() < 0.5 ? 'oh' : (names[digit] ?? ''), taken: 1 };
}

/** A number as people read it out, with pauses between its groups. */
function spoken(digits: string, random: () => number): string {
  const said: string[] = [];
  for (let at = 0; at < digits.length;) {
    const { words, taken } = nextWords(digits.slice(at), random);
    said.push(words);
    at += taken;
    if (at % 4 === 0 && at < digits.length && random() < 0.4) said.push([',', 'uh', 'um', 'and then'][Math.floor(random() * 4)] ?? '');
  }
  return said.join(' ').replaceAll(' ,', ',');
}

function cardNumber(random: () => number): string {
  const length = [16, 16, 16, 15, 13][Math.floor(random() * 5)] ?? 16;
  const body = `${[4, 5, 3, 6][Math.floor(random() * 4)]}${Array.from({ length: length - 2 }, () => Math.floor(random() * 10)).join('')}`;
  const check = names.findIndex((_, digit) => passesLuhn(`${body}${digit}`));
  return `${body}${check}`;
}

describe('spoken digits', () => {
  it('are read as they are said', () => {
    const read = (text: string) => digitRuns(text, { least: 3 }).map(({ digits }) => digits);
    expect(read('double five, triple oh two')).toEqual(['550002']);
    expect(read('forty two seventeen ninety')).toEqual(['421790']);
    expect(read('oh seven seven double oh nine hundred one two three')).toEqual(['07700900123']);
    expect(read('four one 5 6 one')).toEqual(['41561']);
    expect(read('I waited forty five minutes for the two of them')).toEqual([]);
  });

  it('are found in 2,000 generated utterances with a card number, whole', () => {
    const source = new Random(7);
    const random = () => source.next();
    let hits = 0;
    for (let round = 0; round < 2000; round += 1) {
      const number = spoken(cardNumber(random), random);
      const text = `${leads[round % leads.length]} ${number}${tails[round % tails.length]}`;
      const start = text.indexOf(number);
      const entity = findEntities(text).find(({ type }) => type === 'CREDIT_CARD');
      if (entity !== undefined && entity.start <= start && entity.end >= start + number.length) hits += 1;
    }
    expect(hits / 2000).toBeGreaterThanOrEqual(0.98);
    figure('P-01', `${hits} of 2000 generated utterances: the spoken card number found whole`);
  });

  it('are not made of ordinary talk about numbers', () => {
    const texts = ['one of the two options', 'I have called three times in four weeks', 'it was two hundred and fifty pounds', 'about twenty five per cent', 'at five thirty on the twenty first'];
    for (const text of texts) expect(findEntities(text), text).toEqual([]);
  });
});

describe('a card number read out over several turns', () => {
  const types = new Set(['CREDIT_CARD'] as const);

  it('is found in every turn of 200 generated dialogues', () => {
    const source = new Random(11);
    const random = () => source.next();
    let whole = 0;
    for (let round = 0; round < 200; round += 1) {
      const digits = cardNumber(random);
      const pieces = digits.match(/.{1,4}/g) ?? [];
      const turns = pieces.flatMap((piece, at) => [
        { seq: at * 2, speaker: 'Customer', text: at === 0 ? `it is ${spoken(piece, random)}` : spoken(piece, random) },
        { seq: at * 2 + 1, speaker: 'Agent', text: ['yes', 'mhm', 'okay', 'go on'][at % 4] ?? 'yes' },
      ]);
      const hidden = new Set(callEntities(turns, { roster: rosterOf([]), types }).map(({ turnSeq }) => turnSeq));
      if (pieces.every((piece, at) => hidden.has(at * 2) || piece.length < 2)) whole += 1;
    }
    expect(whole / 200).toBeGreaterThanOrEqual(0.98);
    figure('P-01', `${whole} of 200 generated dialogues: the card number found in every turn that it is read out in`);
  });

  it('is not put together from numbers that lie far apart', () => {
    const turns = ['4111', '1111', '1111', '1111'].flatMap((text, at) => [
      { seq: at * 5, speaker: 'Customer', text },
      ...[1, 2, 3, 4].map((step) => ({ seq: at * 5 + step, speaker: step % 2 === 0 ? 'Customer' : 'Agent', text: 'we talked about other things' })),
    ]);
    expect(callEntities(turns, { roster: rosterOf([]), types })).toEqual([]);
  });
});
