import { z } from 'zod';
import { EarshotError } from '#shared/errors.ts';
import { RoundDefinition, SealedSheet } from '#shared/model/calibration.ts';
import type { SourceFile } from '#engine/importers/importer.ts';

const base = { format: z.literal('earshot-calibration'), version: z.literal(1) };

/** A round for another project. */
export const RoundFile = z.strictObject({ ...base, kind: z.literal('round'), round: RoundDefinition });
/** Sealed answers for the round's owner; the round goes along, so that another version of it is noticed. */
export const AnswersFile = z.strictObject({ ...base, kind: z.literal('answers'), round: RoundDefinition, sheets: z.array(SealedSheet).max(800) });
export const CalibrationFile = z.discriminatedUnion('kind', [RoundFile, AnswersFile]);
export type CalibrationFile = z.infer<typeof CalibrationFile>;

const mostBytes = 32 * 1024 * 1024;

/** A file of a round. @throws EarshotError UNREADABLE_FILE for anything else */
export async function readPacket(file: SourceFile): Promise<CalibrationFile> {
  const unreadable = new EarshotError('UNREADABLE_FILE', `“${file.name}” is no file of a calibration round. Choose one that Earshot wrote in Calibration.`);
  if (file.size > mostBytes) throw unreadable;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.stream()) pieces.push(piece);
  try {
    return CalibrationFile.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
  } catch {
    throw unreadable;
  }
}

/** What differs between two versions of one round, in words; empty when they are the same. */
export function roundDifferences(here: RoundDefinition, file: RoundDefinition): string[] {
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  const items = (round: RoundDefinition) => new Map(round.items.map((item) => [item.item, JSON.stringify(item)]));
  const [ours, theirs] = [items(here), items(file)];
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].filter((item) => ours.get(item) !== theirs.get(item));
  return [
    ...(differs(here.publicKey, file.publicKey) ? ['the key that answers are sealed to'] : []),
    ...(differs(here.interactions, file.interactions) ? ['the interactions'] : []),
    ...(differs(here.raters, file.raters) ? ['the raters'] : []),
    ...(names.length > 0 ? [`the scorecard (${names.join(', ')})`] : []),
  ];
}
