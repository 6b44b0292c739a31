import { addRound, removeRound, settleAnswer } from '#shared/commands/calibration.ts';
import { EarshotError } from '#shared/errors.ts';
import { readPacket, type CalibrationFile } from '#engine/calibration/packets.ts';
import { mustFindRound, openForGood, scorableItems, sealAnswers, takeInPacket } from '#engine/calibration/rounds.ts';
import { newSealKeys, unlock } from '#engine/calibration/seal.ts';
import { guide, leniencyOf, roundResults } from '#engine/metrics/calibration/round-results.ts';
import { asFileName, encoded, exportFile, type ExportFile } from '#engine/export-file.ts';
import type { Session } from '#engine/session.ts';
import { decisionsOf, listRounds, sheetsOf, shownRound } from '#engine/store/queries/calibration.ts';
import { desk } from './desk.ts';
import { mustFindInteraction } from './interactions.ts';

const stale = ['calibration', 'project'];

/** Writes one file of a round. A failed export leaves none. */
function writePacket(session: Session, packet: CalibrationFile, name: string): Promise<ExportFile> {
  return exportFile(session.options.files, name, encoded([`${JSON.stringify(packet, null, 1)}\n`]));
}

const fileName = (text: string): string => asFileName(text, 'Calibration');

function mustBeOpen(session: Session, idOrName: string) {
  const round = mustFindRound(session, idOrName);
  if (round.openedAt === null) throw new EarshotError('REFUSED', 'The round is still blind. Its answers are shown once it has been opened.');
  return round;
}

export function calibrationProcedures(session: Session) {
  const { newId, actor } = session.options;
  const shown = (id: string) => shownRound(session.db, mustFindRound(session, id));
  return desk.calibration.router({
    rounds: desk.calibration.rounds.handler(() => listRounds(session.db).map((round) => shownRound(session.db, round))),
    choices: desk.calibration.choices.handler(() => ({ items: scorableItems(session), me: actor })),
    create: desk.calibration.create.handler(async ({ input }) => {
      const interactions = [...new Set(input.interactionIds.map((id) => mustFindInteraction(session, id).interaction.externalId))];
      const raters = [...new Set(input.raters)];
      const items = scorableItems(session).filter(({ item }) => input.items.includes(item));
      if (interactions.length < 2 || raters.length < 2 || items.length === 0) throw new EarshotError('REFUSED', 'A round takes two different interactions, two raters and one item at least.');
      const keys = newSealKeys(input.openingWord);
      const round = { id: newId(), name: input.name, owner: actor, createdAt: session.now(), closesOn: input.closesOn, items, interactions, raters, publicKey: keys.publicKey };
      await session.execute(addRound, { round, privateKey: keys.privateKey, sheets: [], seats: [] }, stale);
      return shown(round.id);
    }),
    remove: desk.calibration.remove.handler(async ({ input }) => {
      await session.edit({ definition: removeRound, payload: { id: input.id }, seen: input.seen }, stale);
      return { removed: true };
    }),
    seal: desk.calibration.seal.handler(async ({ input }) => {
      await sealAnswers(session, input);
      return shown(input.roundId);
    }),
    exportRound: desk.calibration.exportRound.handler(({ input }) => {
      const { definition } = mustFindRound(session, input.id);
      return writePacket(session, { format: 'earshot-calibration', version: 1, kind: 'round', round: definition }, `${fileName(definition.name)} round.json`);
    }),
    exportAnswers: desk.calibration.exportAnswers.handler(({ input }) => {
      const { definition } = mustFindRound(session, input.id);
      const sheets = sheetsOf(session.db, definition.id).filter(({ rater }) => rater === input.rater);
      if (sheets.length === 0) throw new EarshotError('REFUSED', `${input.rater} has sealed no answers here yet.`);
      return writePacket(session, { format: 'earshot-calibration', version: 1, kind: 'answers', round: definition, sheets }, `${fileName(`${definition.name} ${input.rater}`)} answers.json`);
    }),
    importFile: desk.calibration.importFile.handler(async ({ input }) => {
      const [file] = await session.options.files.chosen(input.fileId);
      if (!file) throw new EarshotError('FILE_NOT_FOUND', 'The file is not there any more. Choose it again.');
      return takeInPacket(session, await readPacket(file), input);
    }),
    open: desk.calibration.open.handler(async ({ input }) => {
      await openForGood(session, mustFindRound(session, input.id), input.openingWord);
      return roundResults(session.db, mustFindRound(session, input.id));
    }),
    results: desk.calibration.results.handler(({ input }) => roundResults(session.db, mustBeOpen(session, input.id))),
    leniency: desk.calibration.leniency.handler(({ input }) => {
      const round = mustBeOpen(session, input.id);
      if (round.privateKey === null) throw new EarshotError('REFUSED', 'Leniency is shown to the owner of the round alone.');
      unlock(round.privateKey, input.openingWord);
      return leniencyOf(session.db, round);
    }),
    settle: desk.calibration.settle.handler(async ({ input }) => {
      const { definition } = mustFindRound(session, input.roundId);
      const place = { roundId: definition.id, interaction: input.interaction, item: input.item };
      if (!definition.interactions.includes(input.interaction) || !definition.items.some(({ item }) => item === input.item)) throw new EarshotError('NOT_FOUND', 'The round has no such answer.');
      const decision = { ...place, value: input.value, reason: input.reason, isExample: input.isExample, decidedAt: session.now(), decidedBy: actor };
      await session.edit({ definition: settleAnswer, payload: decision, seen: input.seen }, stale);
      return decisionsOf(session.db, definition.id).find(({ interaction, item }) => interaction === input.interaction && item === input.item) ?? decision;
    }),
    guide: desk.calibration.guide.handler(() => guide(session.db)),
  });
}
