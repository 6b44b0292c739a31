import type { TableKind } from '#shared/model/import-mapping.ts';
import type { RecordKind } from './record-kind.ts';
import { agentsKind } from './record-kinds/agents.ts';
import { beliefPollKind } from './record-kinds/belief-poll.ts';
import { codebookKind } from './record-kinds/codebook.ts';
import { costsKind } from './record-kinds/costs.ts';
import { customersKind } from './record-kinds/customers.ts';
import { interactionsKind } from './record-kinds/interactions.ts';
import { ownersKind } from './record-kinds/owners.ts';
import { purchasesKind } from './record-kinds/purchases.ts';
import { qualityScoresKind } from './record-kinds/quality-scores.ts';
import { surveyInvitationsKind } from './record-kinds/survey-invitations.ts';
import { surveysKind } from './record-kinds/surveys.ts';
import { tagsKind } from './record-kinds/tags.ts';
import { turnsKind } from './record-kinds/turns.ts';

/** Every kind of table that can be imported. */
export const recordKinds: readonly RecordKind[] = [
  interactionsKind, customersKind, agentsKind, surveysKind, surveyInvitationsKind, qualityScoresKind, beliefPollKind, purchasesKind, costsKind, ownersKind, codebookKind, tagsKind, turnsKind,
];

/** The kind by its name. */
export function recordKindOf(kind: TableKind): RecordKind {
  const found = recordKinds.find((candidate) => candidate.kind === kind);
  if (!found) throw new Error(`No reader for tables of ${kind}`);
  return found;
}
