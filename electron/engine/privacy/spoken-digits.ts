/** Digits as they are said: `digits` is what a run of number words stands for, `start` and `end` where it lies. */
export type DigitRun = { readonly digits: string; readonly start: number; readonly end: number; readonly isSpoken: boolean };

const units: Readonly<Record<string, string>> = {
  zero: '0', oh: '0', o: '0', nought: '0', naught: '0', nil: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', niner: '9',
};
const teens: Readonly<Record<string, string>> = {
  ten: '10', eleven: '11', twelve: '12', thirteen: '13', fourteen: '14', fifteen: '15', sixteen: '16', seventeen: '17', eighteen: '18', nineteen: '19',
};
const tens: Readonly<Record<string, string>> = {
  twenty: '2', thirty: '3', forty: '4', fifty: '5', sixty: '6', seventy: '7', eighty: '8', ninety: '9',
};
const times: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3, quadruple: 4 };
/** What people say between digits without ending the number. */
const fillers = new Set(['uh', 'um', 'erm', 'er', 'and', 'then', 'dash', 'hyphen', 'space', 'so', 'okay', 'ok']);
/** Words that make the number before them an amount, a time or a count. */
const counts = new Set(['pounds', 'dollars', 'euros', 'pence', 'cents', 'percent', 'per', 'minutes', 'hours', 'days', 'weeks', 'months', 'years', 'hundred', 'thousand', 'million', 'oclock', 'pm', 'am']);

type Token = { word: string; start: number; end: number };
type Step = { digits: string; next: number };

function tokensOf(lower: string): Token[] {
  return Array.from(lower.matchAll(/\d+|\p{L}+(?:['’]\p{L}+)?|[^\s\p{L}\p{N}]/gu), (match) => ({ word: match[0], start: match.index, end: match.index + match[0].length }));
}

/** One number word (or two: “double five”, “forty two”) from a place on; null where none stands. */
function readNumber(tokens: readonly Token[], at: number): Step | null {
  const word = tokens[at]?.word ?? '';
  if (/^\d{1,8}$/.test(word)) return { digits: word, next: at + 1 };
  const unit = units[word] ?? teens[word];
  if (unit !== undefined) return { digits: unit, next: at + 1 };
  return readRepeat(tokens, at) ?? readTen(tokens, at);
}

/** “double five”, “triple oh” */
function readRepeat(tokens: readonly Token[], at: number): Step | null {
  const repeat = times[tokens[at]?.word ?? ''];
  const following = tokens[at + 1]?.word ?? '';
  const digit = units[following] ?? (/^\d$/.test(following) ? following : undefined);
  return repeat === undefined || digit === undefined ? null : { digits: digit.repeat(repeat), next: at + 2 };
}

/** “forty”, “forty two”, “forty-two” */
function readTen(tokens: readonly Token[], at: number): Step | null {
  const ten = tens[tokens[at]?.word ?? ''];
  if (ten === undefined) return null;
  const hyphen = tokens[at + 1]?.word === '-' ? 1 : 0;
  const after = units[tokens[at + 1 + hyphen]?.word ?? ''];
  return after === undefined || after === '0' ? { digits: `${ten}0`, next: at + 1 } : { digits: `${ten}${after}`, next: at + 2 + hyphen };
}

/** “… nine hundred one two three” inside a longer number: the hundred stands for two zeros. */
function readHundred(tokens: readonly Token[], at: number, digits: string): Step | null {
  return tokens[at]?.word === 'hundred' && digits.length > 3 ? { digits: '00', next: at + 1 } : null;
}

function skipFillers(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at - from < 3 && (/^[,.\-–—…/]$/.test(tokens[at]?.word ?? '') || fillers.has(tokens[at]?.word ?? ''))) at += 1;
  return at;
}

/**
 * Runs of at least `least` digits that are said in words, or partly so: “four five three nine, double one, oh two”.
 * Written numbers alone are left to the patterns, unless `withWritten`.
 */
export function digitRuns(lower: string, options: { least: number; withWritten?: boolean }): DigitRun[] {
  const tokens = tokensOf(lower);
  const runs: DigitRun[] = [];
  for (let at = 0; at < tokens.length;) {
    const run = readRun(tokens, at);
    if (run === null) {
      at += 1;
      continue;
    }
    const isWanted = run.digits.length >= options.least && (run.isSpoken || options.withWritten === true);
    if (isWanted && !counts.has(tokens[run.next]?.word ?? '')) runs.push({ digits: run.digits, start: run.start, end: run.end, isSpoken: run.isSpoken });
    at = run.next;
  }
  return runs;
}

function readRun(tokens: readonly Token[], from: number): (DigitRun & { next: number }) | null {
  let digits = '';
  let at = from;
  let end = from;
  let isSpoken = false;
  for (let step = readNumber(tokens, at); step !== null; step = readNumber(tokens, at) ?? readHundred(tokens, at, digits)) {
    isSpoken ||= !/^\d/.test(tokens[at]?.word ?? '');
    digits += step.digits;
    end = step.next;
    at = skipFillers(tokens, step.next);
  }
  const first = tokens[from];
  const last = tokens[end - 1];
  if (digits === '' || first === undefined || last === undefined) return null;
  return { digits, start: first.start, end: last.end, isSpoken, next: end };
}
