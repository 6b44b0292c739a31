import { describe, expect, it } from 'vitest';
import { cohenKappa } from '#shared/stats/cohen.ts';
import { wilson } from '#shared/stats/wilson.ts';
import { shippedCues } from '#engine/empathy/shipped-cues.ts';
import { cueMatcher } from '#engine/empathy/cue-matcher.ts';
import { labellings, readCueDialogue, type LabelledTurn, type Labelling } from './cue-dialogue.ts';

const { turns, allTurns } = readCueDialogue();
const match = cueMatcher(shippedCues);
const isOffered = ({ text }: LabelledTurn): boolean => match(text) !== null;

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function shareText(x: number, n: number): string {
  const [lo, hi] = wilson({ x, n }) ?? [0, 1];
  return `${percent(x / n)} (${x} of ${n}, 95 % interval ${Math.round(100 * lo)} to ${percent(hi)})`;
}

/** Precision and recall of the shipped list against one labelling. */
function measured(of: readonly LabelledTurn[], label: Labelling) {
  const offered = of.filter(isOffered);
  const cues = of.filter((turn) => turn[label]);
  const hits = offered.filter((turn) => turn[label]);
  return { hits: hits.length, offered: offered.length, cues: cues.length, precision: hits.length / offered.length, recall: hits.length / cues.length };
}

describe('the shipped list of cues, on dialogue labelled for the purpose', () => {
  it.each([['second', 'the same labeller'], ['third', 'a second labeller']] as const)('has at least 300 turns, and the first and the %s labelling, by %s, agree beyond chance', (other, whose) => {
    const cell = (isFirst: boolean, isOther: boolean) => turns.filter((turn) => turn.first === isFirst && turn[other] === isOther).length;
    const { kappa, percentAgreement } = cohenKappa([[cell(true, true), cell(true, false)], [cell(false, true), cell(false, false)]]);
    expect(allTurns).toBeGreaterThanOrEqual(300);
    expect(kappa).toBeGreaterThan(0.8);
    console.log(`Cue dialogue: ${allTurns} turns, ${turns.length} of customers; the first labelling and that of ${whose} agree on ${percent(percentAgreement ?? 0)}, kappa ${kappa?.toFixed(2)}.`);
  });

  it.each([
    { name: 'Dialogues 01 to 40, with which the list was made', parts: ['a', 'b'], least: [0.75, 0.5] },
    { name: 'Dialogues 41 to 60, written after it', parts: ['c'], least: [0.6, 0.1] },
  ])('offers cues with the precision and recall that are printed. $name', ({ name, parts, least: [leastPrecision = 1, leastRecall = 1] }) => {
    for (const label of labellings) {
      const { hits, offered, cues, precision, recall } = measured(turns.filter(({ part }) => parts.includes(part)), label);
      console.log(`${name}, ${label} labelling: precision ${shareText(hits, offered)}, recall ${shareText(hits, cues)}.`);
      expect(precision).toBeGreaterThan(leastPrecision);
      expect(recall).toBeGreaterThan(leastRecall);
    }
  });
});
