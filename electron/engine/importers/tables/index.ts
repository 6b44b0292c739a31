import type { TableKind } from '#shared/model/import-mapping.ts';
import type { RecordKind } from './record-kind.ts';
import { customersKind } from './record-kinds/customers.ts';
import { interactionsKind } from './record-kinds/interactions.ts';
import { qualityScoresKind } from './record-kinds/quality-scores.ts';
import { surveysKind } from './record-kinds/surveys.ts';

/** Every kind of table that can be imported. */
export const recordKinds: readonly RecordKind[] = [interactionsKind, customersKind, surveysKind, qualityScoresKind];

/** The kind by its name. */
export function recordKindOf(kind: TableKind): RecordKind {
  const found = recordKinds.find((candidate) => candidate.kind === kind);
  if (!found) throw new Error(`No reader for tables of ${kind}`);
  return found;
}
