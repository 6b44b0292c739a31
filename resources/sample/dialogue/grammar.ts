import type { Random } from '../random.ts';

/** What `<name>` stands for in one conversation. */
export type Slots = Readonly<Record<string, string>>;

type Cursor = { text: string; at: number };

/** Reads alternatives up to `}` and keeps one of them; nested braces are expanded only where they are chosen. */
function alternative(cursor: Cursor, random: Random): string {
  const options: string[] = [];
  let depth = 0;
  let from = cursor.at;
  for (; cursor.at < cursor.text.length; cursor.at += 1) {
    const char = cursor.text[cursor.at];
    if (char === '{') depth += 1;
    else if (depth > 0 && char === '}') depth -= 1;
    else if (depth === 0 && (char === '|' || char === '}')) {
      options.push(cursor.text.slice(from, cursor.at));
      from = cursor.at + 1;
      if (char === '}') {
        cursor.at += 1;
        return random.pick(options);
      }
    }
  }
  throw new SyntaxError(`unclosed brace in: ${cursor.text}`);
}

function expandOnce(text: string, slots: Slots, random: Random): string {
  const cursor: Cursor = { text, at: 0 };
  let out = '';
  while (cursor.at < text.length) {
    const char = text[cursor.at];
    if (char === '{') {
      cursor.at += 1;
      out += expandOnce(alternative(cursor, random), slots, random);
    } else if (char === '<') {
      const close = text.indexOf('>', cursor.at);
      const name = text.slice(cursor.at + 1, close);
      const value = slots[name];
      if (value === undefined) throw new ReferenceError(`no slot <${name}> for: ${text}`);
      out += value;
      cursor.at = close + 1;
    } else {
      out += char;
      cursor.at += 1;
    }
  }
  return out;
}

/** Mends what joining leaves behind: double blanks, a blank before a comma, a small letter at the start of a sentence. */
export function tidy(text: string): string {
  return text.replace(/\s{2,}/g, ' ').replace(/ (?=[,.?!;:])/g, '').replace(/,(?=[.?!])/g, '').trim()
    .replace(/(?:^|[.?!] )[a-z]/g, (match) => match.slice(0, -1) + match.slice(-1).toUpperCase());
}

/**
 * Writes one sentence of a grammar: `{a|b|}` is one of the alternatives (the last one empty), `<amount>` a slot; both nest.
 * @throws SyntaxError on an unclosed brace, ReferenceError on an unknown slot
 */
export function expand(template: string, slots: Slots, random: Random): string {
  return tidy(expandOnce(template, slots, random));
}

/** Deals the lines of each pool like cards: none comes back before the others were used. */
export function createDealer(random: Random): <T>(pool: readonly T[]) => T {
  const decks = new Map<unknown, unknown[]>();
  return <T>(pool: readonly T[]): T => {
    let deck = decks.get(pool) as T[] | undefined;
    if (!deck || deck.length === 0) {
      deck = random.shuffle(pool);
      decks.set(pool, deck);
    }
    const card = deck.pop();
    if (card === undefined) throw new RangeError('an empty pool was dealt from');
    return card;
  };
}
