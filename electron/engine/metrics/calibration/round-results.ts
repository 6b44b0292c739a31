import { envelope } from '#shared/model/envelope.ts';
import type { Disagreement, GuideEntry, Leniency, RoundResults } from '#shared/model/calibration.ts';
import { bootstrapMean } from '#shared/stats/bootstrap.ts';
import { maskPersonalData } from '#engine/privacy/mask.ts';
import type { Database } from '#engine/store/database.ts';
import { rosterNames } from '#engine/store/queries/briefing-evidence.ts';
import { answersOfRound, decisionsOf, findRound, listRounds, shownRound, type OpenedAnswer, type StoredRound } from '#engine/store/queries/calibration.ts';
import { findCode } from '#engine/store/queries/codebook.ts';
import { findInteraction } from '#engine/store/queries/interactions.ts';
import { mediaOf } from '#engine/store/queries/media.ts';
import { turnsOf } from '#engine/store/queries/turns.ts';
import { smallSampleFlags } from '../small-sample.ts';
import { itemAgreement, matrixOf, roundIcc } from './agreement.ts';

/** Agreement and disagreements of an opened round. */
export function roundResults(db: Database, round: StoredRound): RoundResults {
  const { definition } = round;
  const answers = answersOfRound(db, definition.id);
  return {
    round: shownRound(db, round), items: definition.items.map((item) => itemAgreement(definition, answers, item)), icc: roundIcc(definition, answers),
    disagreements: disagreements(db, definition, answers),
  };
}

/** What was scored differently: the widest first, then in the order of the interactions. "Does not apply" against a score counts as one step. */
function disagreements(db: Database, definition: StoredRound['definition'], answers: readonly OpenedAnswer[]): Disagreement[] {
  const decisions = decisionsOf(db, definition.id);
  const names = rosterNames(db);
  return definition.interactions.flatMap((interaction) => {
    const found = findInteraction(db, interaction);
    const turns = found ? turnsOf(db, found.key) : [];
    const mediaId = found ? mediaOf(db, found.interaction.id).find(({ playable }) => playable)?.id ?? null : null;
    return definition.items.flatMap((item): Disagreement[] => {
      const given = answers.filter((answer) => answer.interaction === interaction && answer.item === item.item);
      if (new Set(given.map(({ value }) => value)).size < 2) return [];
      const values = given.flatMap(({ value }) => (value === null ? [] : [value]));
      return [{
        interaction, interactionId: found?.interaction.id ?? null, mediaId, item: item.item, itemName: item.name,
        range: values.length < 2 ? 1 : Math.max(...values) - Math.min(...values),
        answers: given.map(({ rater, value, note, startMs, endMs, turnSeq }) => {
          const text = turnSeq === null ? undefined : turns.find(({ seq }) => seq === turnSeq)?.text;
          return { rater, value, note, startMs, endMs, turnSeq, text: text === undefined ? null : maskPersonalData(text, names) };
        }),
        decision: decisions.find((decision) => decision.interaction === interaction && decision.item === item.item) ?? null,
      }];
    });
  }).toSorted((a, b) => b.range - a.range);
}

const seed = 19_720_101;

/** Each rater's mean difference from the mean of the others, over answers that others gave too; resampled by answer. */
export function leniencyOf(db: Database, { definition }: StoredRound): Leniency[] {
  const answers = answersOfRound(db, definition.id);
  const matrices = definition.items.map(({ item }) => matrixOf(definition, answers, item));
  return definition.raters.map((rater, own) => {
    const differences = matrices.flatMap((matrix) => (matrix[own] ?? []).flatMap((value, unit) => {
      const others = matrix.flatMap((row, at) => (at === own || row[unit] === null || row[unit] === undefined ? [] : [row[unit]]));
      return value === null || others.length === 0 ? [] : [value - others.reduce((sum, other) => sum + other, 0) / others.length];
    }));
    const { mean, percentileCi } = bootstrapMean({ values: differences, seed });
    const n = differences.length;
    return { rater, difference: envelope({ unit: 'ratio', value: mean, n, denominator: n, ci: percentileCi && n > 1 ? { lo: percentileCi[0], hi: percentileCi[1], conf: 0.95, method: `bootstrap-percentile seed ${seed}` } : null, flags: smallSampleFlags(n, ['calibration']) }) };
  });
}

/** What every item of the rounds means, with the examples of the codebook and those agreed in rounds. */
export function guide(db: Database): GuideEntry[] {
  const rounds = listRounds(db);
  const items = new Map(rounds.toReversed().flatMap(({ definition }) => definition.items.map((item) => [item.item, item] as const)));
  const examples = decisionsOf(db, null).filter(({ isExample }) => isExample);
  return [...items.values()].map((item) => ({
    ...item, codeExamples: findCode(db, item.item)?.examples ?? [],
    examples: examples.filter((example) => example.item === item.item).map((example) => ({
      ...example, interactionId: findInteraction(db, example.interaction)?.interaction.id ?? null, roundName: findRound(db, example.roundId)?.definition.name ?? '',
    })),
  }));
}
