import { z } from 'zod';
import { Mapping } from './import-mapping.ts';
import { JsonMapping } from './json-mapping.ts';

/** What a recipe holds: how a table is read, or how JSON of an unknown shape is. */
export const SavedMapping = z.union([Mapping, JsonMapping]);
export type SavedMapping = z.infer<typeof SavedMapping>;

export const isJsonMapping = (mapping: SavedMapping): mapping is JsonMapping => 'form' in mapping;

/** The mark by which a file of the same form finds the recipe, and what kind of recipe it is. */
export function recipeKey(mapping: SavedMapping): { kind: string; headerFingerprint: string } {
  return isJsonMapping(mapping) ? { kind: 'json', headerFingerprint: mapping.fingerprint } : { kind: mapping.kind, headerFingerprint: mapping.headerFingerprint };
}
