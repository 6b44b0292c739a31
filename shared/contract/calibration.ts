import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { CalibrationAnswer, CalibrationDecision, CalibrationItem, CalibrationRound, GuideEntry, Leniency, PacketReport, RoundResults } from '../model/calibration.ts';

const id = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(120);
const word = z.string().min(4).max(200).nullable();
const file = z.object({ exportId: z.string(), name: z.string(), size: z.number() });

/** Do we hear the same thing? Rounds are blind until everybody is in, also across projects that exchange files. */
export const calibration = {
  /** Rounds, the latest first; of answers only who has given them. */
  rounds: procedure.output(z.array(CalibrationRound)),
  /** What can be scored, and who is at the desk. */
  choices: procedure.output(z.object({ items: z.array(CalibrationItem), me: z.string() })),
  /** Starts a round. Its key is kept in this project alone, behind the opening word if one is given. */
  create: procedure.input(z.strictObject({
    name, closesOn: z.iso.date().nullable(), interactionIds: z.array(id).min(2).max(40), items: z.array(z.string().max(100)).min(1).max(40), raters: z.array(name).min(2).max(20), openingWord: word,
  })).output(CalibrationRound),
  remove: procedure.input(z.strictObject({ id, seen })).output(z.object({ removed: z.boolean() })),
  /** Seals one rater's answers to one interaction. Nobody reads them, not even the rater, until the round is opened; sealing again replaces them. */
  seal: procedure.input(z.strictObject({ roundId: id, rater: name, interaction: id, answers: z.array(CalibrationAnswer).min(1).max(40), seen })).output(CalibrationRound),
  /** Writes the round for other projects, or a rater's sealed answers for its owner. */
  exportRound: procedure.input(z.strictObject({ id })).output(file),
  exportAnswers: procedure.input(z.strictObject({ id, rater: name })).output(file),
  /** Takes in a round or sealed answers. `useNewer` answers conflicts in favour of the later sheet. */
  importFile: procedure.input(z.strictObject({ fileId: z.string().min(1).max(200), useNewer: z.boolean() })).output(PacketReport),
  /** Opens a round for good, once everybody is in. */
  open: procedure.input(z.strictObject({ id, openingWord: word })).output(RoundResults),
  /** Agreement and disagreements of an open round, by id or name. */
  results: procedure.input(z.strictObject({ id })).output(RoundResults),
  leniency: procedure.input(z.strictObject({ id, openingWord: word })).output(z.array(Leniency)),
  /** One agreed answer with its reason; as an example it stands in the guide. */
  settle: procedure.input(z.strictObject({ roundId: id, interaction: id, item: z.string().min(1).max(100), value: z.number().min(0).max(10).nullable(), reason: z.string().trim().min(1).max(4000), isExample: z.boolean(), seen })).output(CalibrationDecision),
  guide: procedure.output(z.array(GuideEntry)),
};
