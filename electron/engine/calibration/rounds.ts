import { addRound, keepSheet, openRound, takeSeat } from '#shared/commands/calibration.ts';
import type { Seen } from '#shared/commands/edit.ts';
import { EarshotError } from '#shared/errors.ts';
import type { CalibrationAnswer, CalibrationItem, PacketReport, RoundDefinition, SealedSheet } from '#shared/model/calibration.ts';
import { rubricScore } from '#shared/stats/rubric.ts';
import { itemNames } from '#engine/metrics/coaching/items.ts';
import { rubricItems } from '#engine/metrics/coaching/rubric-items.ts';
import type { Session } from '#engine/session.ts';
import { findRound, seatsOf, sheetsOf, type StoredRound } from '#engine/store/queries/calibration.ts';
import { roundDifferences, type CalibrationFile } from './packets.ts';
import { newSigningKeys, unlock } from './seal.ts';
import { openSheet, refusalOfSheet, sealSheet } from './sheets.ts';

const stale = ['calibration', 'project'];

/** The rubric's own scale. */
const scaleMax = 4;

/** A round by id or name. @throws EarshotError NOT_FOUND */
export function mustFindRound(session: Session, idOrName: string): StoredRound {
  const round = findRound(session.db, idOrName);
  if (!round) throw new EarshotError('NOT_FOUND', `This project has no calibration round "${idOrName}".`);
  return round;
}

/** What can be scored: every item that anybody was scored on, or the rubric. */
export function scorableItems(session: Session): CalibrationItem[] {
  const known = itemNames(session.db);
  if (known.length === 0) return [...rubricItems].map(([item, name]) => ({ item, name, definition: '', dimension: item.startsWith('t') ? 'technical' : 'emotional', max: scaleMax }));
  return known.map(({ item, name, definition, dimension }) => ({ item, name, definition, dimension, max: scaleMax }));
}

/** Seals one rater's answers; the rater's signing key is made with the first sheet. @throws EarshotError REFUSED for a rater, interaction or answer outside the round */
export async function sealAnswers(session: Session, input: { roundId: string; rater: string; interaction: string; answers: readonly CalibrationAnswer[]; seen?: Seen | undefined }): Promise<void> {
  const { definition } = mustFindRound(session, input.roundId);
  const { rater, interaction, answers } = input;
  if (!definition.raters.includes(rater) || !definition.interactions.includes(interaction)) throw new EarshotError('REFUSED', 'This rater or interaction is no part of the round.');
  const missing = definition.items.filter(({ item }) => !answers.some((answer) => answer.item === item));
  const wrong = answers.find(({ item, value }) => !definition.items.some((known) => known.item === item && (value === null || (Number.isInteger(value) && value <= known.max))));
  if (missing.length > 0) throw new EarshotError('REFUSED', `There is no answer yet to ${missing.map(({ name }) => name).join(', ')}.`);
  if (wrong) throw new EarshotError('REFUSED', `The answer to ${wrong.item} is not on the scale of the round.`);
  let seat = seatsOf(session.db, definition.id).find((candidate) => candidate.rater === rater);
  if (!seat) {
    seat = { rater, ...newSigningKeys() };
    await session.execute(takeSeat, { roundId: definition.id, ...seat }, stale);
  }
  const sheet = sealSheet(answers, { place: { roundId: definition.id, rater, interaction }, publicKey: definition.publicKey, seat, sealedAt: session.now() });
  await session.edit({ definition: keepSheet, payload: { roundId: definition.id, ...sheet }, seen: input.seen }, stale);
}

/** Takes in a round or sealed answers of another project. Nothing that is here is overwritten unless that is asked for. */
export async function takeInPacket(session: Session, packet: CalibrationFile, { useNewer }: { useNewer: boolean }): Promise<PacketReport> {
  const { round } = packet;
  const here = findRound(session.db, round.id);
  const report: PacketReport = { kind: packet.kind, roundId: round.id, roundName: round.name, added: 0, unchanged: 0, conflicts: [], refused: [] };
  if (here) {
    const differences = roundDifferences(here.definition, round);
    if (differences.length > 0) throw new EarshotError('REFUSED', `The file belongs to another version of this round. Different are: ${differences.join(', ')}.`);
  } else if (packet.kind === 'answers') {
    throw new EarshotError('REFUSED', `This project has no round "${round.name}". Its owner takes the answers in.`);
  } else {
    await session.execute(addRound, { round, privateKey: null, sheets: [], seats: [] }, stale);
    return { ...report, added: 1 };
  }
  if (packet.kind === 'round') return { ...report, unchanged: 1 };
  for (const sheet of packet.sheets) await takeInSheet(session, { round: here.definition, sheet, useNewer, report });
  return report;
}

async function takeInSheet(session: Session, { round, sheet, useNewer, report }: { round: RoundDefinition; sheet: SealedSheet; useNewer: boolean; report: PacketReport }): Promise<void> {
  const known = sheetsOf(session.db, round.id).filter(({ rater }) => rater === sheet.rater);
  const same = known.find(({ interaction }) => interaction === sheet.interaction);
  const reason = refusalOfSheet(round, sheet, known[0]?.raterKey ?? null);
  const place = { rater: sheet.rater, interaction: sheet.interaction };
  if (reason !== null) report.refused.push({ ...place, reason });
  else if (same?.sealed === sheet.sealed) report.unchanged += 1;
  else if (same && !(useNewer && sheet.sealedAt > same.sealedAt)) report.conflicts.push({ ...place, here: same.sealedAt, file: sheet.sealedAt });
  else {
    await session.execute(keepSheet, { roundId: round.id, ...sheet }, stale);
    report.added += 1;
  }
}

/** Opens a round for good. @throws EarshotError REFUSED while somebody is missing, without the key, or for a sheet that does not open */
export async function openForGood(session: Session, round: StoredRound, openingWord: string | null): Promise<void> {
  const { definition, privateKey, openedAt } = round;
  if (openedAt !== null) return;
  if (privateKey === null) throw new EarshotError('REFUSED', `Only the owner’s project can open this round. It was started by ${definition.owner}.`);
  const sheets = sheetsOf(session.db, definition.id);
  const missing = definition.raters.filter((rater) => definition.interactions.some((interaction) => !sheets.some((sheet) => sheet.rater === rater && sheet.interaction === interaction)));
  if (missing.length > 0) throw new EarshotError('REFUSED', `The round stays blind until everybody is in. Missing: ${missing.join(', ')}.`);
  const key = unlock(privateKey, openingWord);
  const opened = sheets.map((sheet) => {
    const answers = openSheet(definition.id, sheet, key);
    return { evaluationId: session.options.newId(), rater: sheet.rater, interaction: sheet.interaction, sealedAt: sheet.sealedAt, answers, ...dimensionScores(definition, answers) };
  });
  await session.execute(openRound, { roundId: definition.id, openedAt: session.now(), openedBy: session.options.actor, sheets: opened }, ['calibration', 'coaching', 'interactions', 'evaluations', 'metrics', 'gap', 'project']);
}

/** Technical and emotional score as the rubric makes them: of at least four scored items. */
function dimensionScores(definition: RoundDefinition, answers: readonly CalibrationAnswer[]): { technical: number | null; emotional: number | null } {
  const scoreOf = (dimension: 'technical' | 'emotional') => rubricScore(
    definition.items.filter((item) => item.dimension === dimension).map(({ item, max }) => {
      const value = answers.find((answer) => answer.item === item)?.value ?? null;
      return value === null ? null : value / max;
    }), 1, 4,
  );
  return { technical: scoreOf('technical'), emotional: scoreOf('emotional') };
}
