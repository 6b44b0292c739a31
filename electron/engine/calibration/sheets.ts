import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { CalibrationAnswer, type RoundDefinition, type SealedSheet } from '#shared/model/calibration.ts';
import { isSignedBy, openText, sealText, signText, type KeyPair } from './seal.ts';

type Place = Pick<SealedSheet, 'rater' | 'interaction'> & { roundId: string };

/** What a sheet belongs to; JSON, so that no name can run into the next. */
const contextOf = ({ roundId, rater, interaction }: Place): string => JSON.stringify([roundId, rater, interaction]);
const signedOf = (place: Place, { sealedAt, sealed }: Pick<SealedSheet, 'sealedAt' | 'sealed'>): string => JSON.stringify([contextOf(place), sealedAt, sealed]);

/** One rater's answers to one interaction, sealed to the round and signed by the rater. */
export function sealSheet(answers: readonly CalibrationAnswer[], { place, publicKey, seat, sealedAt }: { place: Place; publicKey: string; seat: KeyPair; sealedAt: string }): SealedSheet {
  const sealed = sealText(JSON.stringify(answers), publicKey, contextOf(place));
  return { rater: place.rater, interaction: place.interaction, sealedAt, sealed, signature: signText(signedOf(place, { sealedAt, sealed }), seat.privateKey), raterKey: seat.publicKey };
}

/** Whether a sheet is as its rater signed it. */
export function isSheetSound(roundId: string, sheet: SealedSheet): boolean {
  return isSignedBy(signedOf({ roundId, ...sheet }, sheet), sheet.signature, sheet.raterKey);
}

/** The answers of a sheet. @throws EarshotError REFUSED when it cannot be opened with this key */
export function openSheet(roundId: string, sheet: SealedSheet, key: KeyObject): CalibrationAnswer[] {
  return z.array(CalibrationAnswer).parse(JSON.parse(openText(sheet.sealed, key, contextOf({ roundId, ...sheet }))));
}

/** Why a sheet of a file cannot be taken in, or null. `knownKey` is the key that the rater's earlier sheets were signed with. */
export function refusalOfSheet(round: RoundDefinition, sheet: SealedSheet, knownKey: string | null): string | null {
  if (!round.raters.includes(sheet.rater)) return 'This rater takes no part in the round.';
  if (!round.interactions.includes(sheet.interaction)) return 'This interaction is no part of the round.';
  if (!isSheetSound(round.id, sheet)) return 'The sheet was changed after it was signed.';
  if (knownKey !== null && knownKey !== sheet.raterKey) return 'The sheet is signed with another key than this rater’s earlier ones.';
  return null;
}
