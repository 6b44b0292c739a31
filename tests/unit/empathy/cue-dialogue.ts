import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../data/cue-dialogue');

export const labellings = ['first', 'second', 'third'] as const;
export type Labelling = (typeof labellings)[number];

/** One customer's turn of the labelled dialogues, and whether each labelling calls it a cue. */
export type LabelledTurn = { readonly id: string; readonly part: 'a' | 'b' | 'c'; readonly text: string } & Readonly<Record<Labelling, boolean>>;

/** `03: 2 4` as the ids `03.2` and `03.4`. */
function readLabels(name: string): ReadonlySet<string> {
  const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  return new Set(lines.flatMap((line) => {
    const [dialogue = '', turns = ''] = line.split(':');
    return turns.trim().split(/\s+/).map((turn) => `${dialogue}.${turn}`);
  }));
}

/** The customer's turns of all dialogues with their labels, and how many turns there are with the agent's. */
export function readCueDialogue(): { turns: LabelledTurn[]; allTurns: number } {
  const [first, second, third] = [readLabels('first.txt'), readLabels('second.txt'), readLabels('third.txt')];
  const turns: LabelledTurn[] = [];
  let allTurns = 0;
  for (const part of ['a', 'b', 'c'] as const) {
    let [dialogue, number] = ['', 0];
    for (const line of readFileSync(join(folder, `dialogues-${part}.txt`), 'utf8').split('\n')) {
      if (line.startsWith('==')) [dialogue, number] = [line.split(' ')[1] ?? '', 0];
      else if (/^[AC]: /.test(line)) allTurns += 1;
      if (!line.startsWith('C: ')) continue;
      number += 1;
      const id = `${dialogue}.${number}`;
      turns.push({ id, part, text: line.slice(3), first: first.has(id), second: second.has(id), third: third.has(id) });
    }
  }
  const known = new Set(turns.map(({ id }) => id));
  const astray = [...first, ...second, ...third].filter((id) => !known.has(id));
  if (astray.length > 0) throw new Error(`Labels without a turn: ${astray.join(', ')}`);
  return { turns, allTurns };
}
