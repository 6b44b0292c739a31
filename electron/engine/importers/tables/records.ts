import type { SurveyItemKind, TableKind } from '#shared/model/import-mapping.ts';
import type { ParsedInteraction } from '../importer.ts';

/**
 * What the rows of a table become: names as in the project file, absent facts absent. Moments are ISO 8601 in UTC, days
 * `YYYY-MM-DD`, months `YYYY-MM`, durations milliseconds. `row` is the (first) row of the file that it comes from.
 */
type Row<Kind extends TableKind> = { kind: Kind; row: number };

export type InteractionRecord = Row<'interactions'> & {
  externalId: string;
  channel?: 'phone' | 'chat' | 'email' | 'letter' | 'other';
  direction?: 'inbound' | 'outbound';
  startedAt?: string;
  durationMs?: number;
  talkMs?: number;
  holdMs?: number;
  acwMs?: number;
  queue?: string;
  team?: string;
  agentExternalId?: string;
  agentName?: string;
  customerExternalId?: string;
  customerName?: string;
  reason?: string;
  product?: string;
  transfers?: number;
  language?: string;
  abandoned?: boolean;
  resolvedByAgent?: boolean;
  proactive?: boolean;
  /** Columns kept under their own names. */
  fields: Record<string, string>;
};

export type CustomerRecord = Row<'customers'> & {
  externalId: string;
  name?: string;
  since?: string;
  segment?: string;
  region?: string;
  consentQuotes?: boolean;
  fields: Record<string, string>;
};

export type AgentRecord = Row<'agents'> & { externalId: string; name?: string; team?: string; since?: string };

/** A question with its scale. The same key may come with another scale from another file: never pool these raw. */
export type SurveyItem = {
  key: string;
  kind: SurveyItemKind;
  label: string;
  scaleMin: number | null;
  scaleMax: number | null;
  direction: 'up' | 'down';
};
/** `value` on the item's own scale; `text` for free answers. Unanswered items are absent. */
export type SurveyAnswer = { item: SurveyItem; value: number | null; text: string | null };

/**
 * One response. Where the file has no identifier, one is made of the row's content. A long table may yield the same
 * `externalId` more than once if its rows do not stand together: the answers add up.
 */
export type SurveyRecord = Row<'surveys'> & {
  externalId: string;
  interactionExternalId?: string;
  customerExternalId?: string;
  sentAt?: string;
  answeredAt?: string;
  comment?: string;
  answers: SurveyAnswer[];
};

export type SurveyInvitationRecord = Row<'survey_invitations'> & {
  externalId: string;
  interactionExternalId?: string;
  customerExternalId?: string;
  sentAt?: string;
  completed?: boolean;
};

/** `score`, `technical` and `emotional` are 0-100; answers stand on 0..`valueMax`. As for surveys, a long table's answers add up. */
export type EvaluationRecord = Row<'quality_scores'> & {
  externalId?: string;
  interactionExternalId: string;
  form?: string;
  evaluator?: string;
  evaluatedAt?: string;
  purpose?: 'random' | 'targeted' | 'calibration' | 'self';
  score?: number;
  passed?: boolean;
  technical?: number;
  emotional?: number;
  note?: string;
  answers: { item: string; value: number; valueMax: number; evidenceMs?: number }[];
};

/** `question` is the key of the survey item that it mirrors where that is known (`superior`), else the question as written. */
export type BeliefRecord = Row<'belief_poll'> & {
  respondent: string;
  respondentGroup: 'leader' | 'manager' | 'agent';
  question: string;
  value: number;
  scaleMin: number;
  scaleMax: number;
  answeredAt?: string;
};

export type PurchaseRecord = Row<'purchases'> & {
  externalId: string;
  customerExternalId: string;
  date: string;
  purchaseKind: 'purchase' | 'renewal' | 'cancellation' | 'credit' | 'return';
  product?: string;
  amount?: number;
  margin?: number;
  currency?: string;
};

export type CostRecord = Row<'costs'> & {
  month: string;
  category: string;
  amount: number;
  currency: string;
  paidMinutes?: number;
  practicalCapacityMinutes?: number;
};

export type OwnerRecord = Row<'owners'> & { codeKey: string; owner: string; controllableBy?: string; preventable?: boolean };

export type CodeRecord = Row<'codebook'> & {
  key: string;
  name: string;
  codeKind: 'cause' | 'behaviour' | 'event';
  dimension?: 'technical' | 'emotional';
  parentKey?: string;
  owner?: string;
  controllableBy?: string;
  preventable?: boolean;
  definition?: string;
  examples: string[];
  colour?: number;
  quickSlot?: number;
};

/** A tag starts (and may end) at a time or at a turn; turn numbers count from 1, as a person does. */
export type TagRecord = Row<'tags'> & {
  interactionExternalId: string;
  codeKey: string;
  startMs?: number;
  endMs?: number;
  turnNumber?: number;
  endTurnNumber?: number;
  /** A number without a unit: seconds of a call, a turn (from 1) of what was written. */
  bareStart?: number;
  bareEnd?: number;
  note?: string;
  severity?: 1 | 2 | 3;
  outcome?: 'taken' | 'missed' | 'wrong' | 'none';
  coder?: string;
};

/** All turns of one interaction that stand together in the file. */
export type TurnsRecord = Row<'turns'> & { interaction: ParsedInteraction };

export type TableRecord =
  | InteractionRecord | CustomerRecord | AgentRecord | SurveyRecord | SurveyInvitationRecord | EvaluationRecord | BeliefRecord
  | PurchaseRecord | CostRecord | OwnerRecord | CodeRecord | TagRecord | TurnsRecord;

/** Leaves out what is undefined, so that an absent fact is an absent key. */
export function present<T extends object>(record: { [K in keyof T]: T[K] | undefined }): T {
  const kept: Partial<T> = {};
  // Over plain objects only; `for in` takes a third of the time of `Object.entries`, once a row.
  for (const key in record) {
    if (record[key] !== undefined) kept[key] = record[key];
  }
  return kept as T;
}
