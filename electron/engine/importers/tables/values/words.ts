import { fault, type Reading } from './reading.ts';

/** Longest text that is looked up as a word. */
const MAX_LENGTH = 100;
const MAX_REMEMBERED = 2_000;
const remembered = new Map<string, string>();

/** Lower case, without accents and surrounding marks: how words from files are compared. */
export function plainWord(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s\u00a0]+/g, ' ').replace(/^[\s"'.:*_-]+|[\s"'.:!?*_-]+$/g, '').replace(/’/g, "'");
  // Columns of words repeat a few of them a hundred thousand times.
  if (text.length <= 40) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(text, plain);
  }
  return plain;
}

const NO_ANSWER = new Set([
  'n/a', 'na', 'n.a', 'n. a', 'n.v.t', 'nvt', 'nd', 'n/d', 'null', 'none', 'nil', 'nan', '#n/a', '#value', '#ref', '#div/0', 'not applicable', 'not available', 'no answer', 'no response',
  'prefer not to say', 'prefer not to answer', "don't know", 'do not know', 'dont know', 'unknown', 'skipped', 'keine angabe', 'k.a', 'k. a', 'keine antwort', 'weiss nicht',
  'weiss ich nicht', 'nicht zutreffend', 'sans reponse', 'ne sait pas', 'non applicable', 'sin respuesta', 'no aplica', 'ns/nc', 'geen antwoord', 'weet niet', 'niet van toepassing',
  'nessuna risposta', 'non so', 'sem resposta',
]);

/** Whether a text says that there is no answer (`n/a`, `keine Angabe`, `-`), which is not the same as an empty cell. */
export function isNoAnswer(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  return /^[-–—?]+$/.test(text.trim()) || NO_ANSWER.has(plainWord(text));
}

const YES = new Set(['yes', 'y', 'true', 't', '1', 'x', 'ja', 'j', 'wahr', 'oui', 'o', 'vrai', 'si', 's', 'verdadero', 'sim', 'verdadeiro', 'vero', 'waar', '✓', '✔', '☑', 'on', 'completed', 'done', 'passed', 'pass']);
const NO = new Set(['no', 'n', 'false', 'f', '0', 'nein', 'falsch', 'non', 'faux', 'falso', 'nao', 'nee', 'onwaar', '✗', '✘', '☐', 'off', 'not completed', 'failed', 'fail']);

/** `true`, `false` or `null` for a word that is neither. */
export function yesNoOf(text: string): boolean | null {
  if (text.length > MAX_LENGTH) return null;
  const word = plainWord(text) || text.trim();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** Reads yes and no in the usual words of several languages. */
export function readYesNo(text: string): Reading {
  return yesNoOf(text) ?? fault('NOT_YES_NO', 'yes or no', 'Write yes or no, or send the column elsewhere.');
}

/** Words that stand for one value of a closed list. */
export type Choices = { readonly expected: string; readonly words: ReadonlyMap<string, string> };

/** Builds a closed list from value to its words; the value itself is one of them. */
export function choicesOf(table: Readonly<Record<string, readonly string[]>>): Choices {
  const words = new Map<string, string>();
  for (const [value, synonyms] of Object.entries(table)) {
    for (const word of [value, ...synonyms]) words.set(plainWord(word.replaceAll('_', ' ')), value);
  }
  return { words, expected: Object.keys(table).join(', ') };
}

export function readChoice(text: string, choices: Choices): Reading {
  const found = text.length > MAX_LENGTH ? undefined : choices.words.get(plainWord(text.replaceAll('_', ' ')));
  return found ?? fault('NOT_A_CHOICE', `one of ${choices.expected}`, `Use one of ${choices.expected}.`);
}
