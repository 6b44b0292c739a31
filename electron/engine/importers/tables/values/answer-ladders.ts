import { plainWord } from './words.ts';

/** Answer words from the worst to the best point; words of one point are parted by `|`. */
const LADDERS: readonly (readonly string[])[] = [
  [
    'very dissatisfied|very unsatisfied|sehr unzufrieden|tres insatisfait|tres insatisfaite|muy insatisfecho|muy insatisfecha|zeer ontevreden|molto insoddisfatto|muito insatisfeito',
    'dissatisfied|unsatisfied|somewhat dissatisfied|unzufrieden|eher unzufrieden|insatisfait|insatisfaite|plutot insatisfait|insatisfecho|insatisfecha|ontevreden|insoddisfatto|insatisfeito',
    'neutral|neither satisfied nor dissatisfied|neither|teils/teils|teils teils|teils, teils|weder noch|neutre|ni satisfait ni insatisfait|ni satisfecho ni insatisfecho|neutraal|neutro',
    'satisfied|somewhat satisfied|zufrieden|eher zufrieden|satisfait|satisfaite|plutot satisfait|satisfecho|satisfecha|tevreden|soddisfatto|satisfeito',
    'very satisfied|sehr zufrieden|tres satisfait|tres satisfaite|muy satisfecho|muy satisfecha|zeer tevreden|molto soddisfatto|muito satisfeito',
  ],
  [
    'extremely dissatisfied|completely dissatisfied|very dissatisfied', 'dissatisfied|moderately dissatisfied|mostly dissatisfied', 'somewhat dissatisfied|slightly dissatisfied', 'neutral|neither satisfied nor dissatisfied|neither',
    'somewhat satisfied|slightly satisfied', 'satisfied|moderately satisfied|mostly satisfied', 'extremely satisfied|completely satisfied|very satisfied',
  ],
  [
    "strongly disagree|totally disagree|stimme uberhaupt nicht zu|stimme gar nicht zu|trifft uberhaupt nicht zu|trifft gar nicht zu|pas du tout d'accord|totalmente en desacuerdo|muy en desacuerdo|helemaal mee oneens|discordo totalmente",
    "disagree|somewhat disagree|stimme nicht zu|stimme eher nicht zu|trifft nicht zu|trifft eher nicht zu|pas d'accord|plutot pas d'accord|en desacuerdo|mee oneens|oneens|discordo",
    "neutral|neither agree nor disagree|neither|undecided|teils/teils|teils teils|teils, teils|weder noch|neutre|ni d'accord ni pas d'accord|ni de acuerdo ni en desacuerdo|neutraal|neutro",
    "agree|somewhat agree|stimme zu|stimme eher zu|trifft zu|trifft eher zu|d'accord|plutot d'accord|de acuerdo|mee eens|eens|concordo",
    "strongly agree|totally agree|stimme voll zu|stimme voll und ganz zu|stimme vollkommen zu|trifft voll zu|trifft voll und ganz zu|tout a fait d'accord|totalmente de acuerdo|muy de acuerdo|helemaal mee eens|concordo totalmente",
  ],
  [
    'strongly disagree|totally disagree', 'disagree', 'somewhat disagree|slightly disagree', 'neutral|neither agree nor disagree|neither|undecided', 'somewhat agree|slightly agree', 'agree', 'strongly agree|totally agree',
  ],
  [
    'very difficult|extremely difficult|very hard|sehr schwierig|sehr schwer|tres difficile|muy dificil|zeer moeilijk', 'difficult|hard|somewhat difficult|schwierig|schwer|eher schwierig|difficile|dificil|moeilijk',
    'neutral|neither easy nor difficult|neither|weder noch|neutre', 'easy|somewhat easy|einfach|leicht|eher einfach|facile|facil|makkelijk', 'very easy|extremely easy|sehr einfach|sehr leicht|tres facile|muy facil|zeer makkelijk',
  ],
  [
    'extremely difficult|very difficult', 'difficult|moderately difficult', 'somewhat difficult|slightly difficult', 'neutral|neither easy nor difficult|neither', 'somewhat easy|slightly easy', 'easy|moderately easy', 'extremely easy|very easy',
  ],
  [
    'very poor|very bad|terrible|sehr schlecht|tres mauvais|muy malo|zeer slecht', 'poor|bad|schlecht|mauvais|malo|slecht', 'fair|average|ok|okay|acceptable|mittel|mittelmassig|moyen|regular|matig', 'good|gut|bon|bueno|goed', 'excellent|very good|sehr gut|ausgezeichnet|tres bon|excelente|muy bueno|zeer goed',
  ],
  [
    'very unlikely|extremely unlikely|sehr unwahrscheinlich|tres improbable|muy improbable', 'unlikely|somewhat unlikely|unwahrscheinlich|improbable', 'neutral|neither likely nor unlikely|neither|weder noch', 'likely|somewhat likely|wahrscheinlich|probable', 'very likely|extremely likely|sehr wahrscheinlich|tres probable|muy probable',
  ],
  ['never|nie|jamais|nunca|nooit', 'rarely|seldom|selten|rarement|raramente|zelden', 'sometimes|manchmal|parfois|a veces|soms', 'often|usually|oft|meistens|souvent|a menudo|vaak', 'always|immer|toujours|siempre|altijd'],
];

const MAX_LABEL = 200;

export type AnswerLadder = { points: number; words: ReadonlyMap<string, number> };

/** Points count from 1, the worst. */
const ladders: readonly AnswerLadder[] = LADDERS.map((rungs) => ({
  points: rungs.length,
  words: new Map(rungs.flatMap((words, index) => words.split('|').map((word) => [plainWord(word), index + 1] as const))),
}));

/** The ladder on which every label has a rung of its own, or null. */
export function ladderOf(labels: readonly string[]): AnswerLadder | null {
  if (labels.some((label) => label.length > MAX_LABEL)) return null;
  const words = [...new Set(labels.map(plainWord))];
  if (words.length < 2) return null;
  return ladders.find((ladder) => {
    const rungs = words.map((word) => ladder.words.get(word));
    return !rungs.includes(undefined) && new Set(rungs).size === rungs.length;
  }) ?? null;
}

/** -1 for a word of the worse half, 1 for one of the better half, 0 for neither. */
export function leaningOf(label: string): -1 | 0 | 1 {
  if (label.length > MAX_LABEL) return 0;
  const word = plainWord(label);
  for (const ladder of ladders) {
    const rung = ladder.words.get(word);
    if (rung === undefined) continue;
    const middle = (ladder.points + 1) / 2;
    return rung === middle ? 0 : rung > middle ? 1 : -1;
  }
  return 0;
}
