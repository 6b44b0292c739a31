import type { AgentRecord, BeliefRecord, CodeRecord, CostRecord, CustomerRecord, InteractionRecord, OwnerRecord, PurchaseRecord, SurveyInvitationRecord } from '../tables/records.ts';
import type { References } from './references.ts';
import { upsert, type WriteContext, type Written } from './upsert.ts';

/** A record that could not be written, in the words of the set-aside list. */
export type Refused = { refused: { column: string; code: string; found: string; expected: string; message: string } };
export type Outcome = Written | Refused;

export function writeInteraction(context: WriteContext, references: References, r: InteractionRecord): Written {
  const set = {
    channel: r.channel ?? null, direction: r.direction ?? null, started_at: r.startedAt ?? null, duration_ms: r.durationMs ?? null,
    agent_id: references.agent(r.agentExternalId ?? r.agentName, r.agentName), customer_id: references.customer(r.customerExternalId, r.customerName),
    queue: r.queue ?? null, team: r.team ?? null, reason: r.reason ?? null, product: r.product ?? null, language: r.language ?? null,
    talk_ms: r.talkMs ?? null, hold_ms: r.holdMs ?? null, acw_ms: r.acwMs ?? null, transfers: r.transfers ?? null,
    abandoned: r.abandoned ?? null, resolved_by_agent: r.resolvedByAgent ?? null, proactive: r.proactive ?? null,
  };
  return upsert(context, 'interaction', { key: { external_id: r.externalId }, set, fill: r.channel ? {} : { channel: 'other' }, merge: { fields: r.fields } }).written;
}

export function writeCustomer(context: WriteContext, r: CustomerRecord): Written {
  return upsert(context, 'customer', {
    key: { external_id: r.externalId },
    set: { name: r.name ?? null, since: r.since ?? null, segment: r.segment ?? null, region: r.region ?? null, consent_quotes: r.consentQuotes ?? null },
    merge: { fields: r.fields },
  }).written;
}

export function writeAgent(context: WriteContext, r: AgentRecord): Written {
  return upsert(context, 'agent', { key: { external_id: r.externalId }, set: { name: r.name ?? null, team: r.team ?? null, since: r.since ?? null } }).written;
}

export function writeInvitation(context: WriteContext, references: References, r: SurveyInvitationRecord): Written {
  return upsert(context, 'survey_invitation', {
    key: { external_id: r.externalId },
    set: {
      interaction_id: r.interactionExternalId === undefined ? null : references.interaction(r.interactionExternalId)?.id ?? null,
      customer_id: references.customer(r.customerExternalId), sent_at: r.sentAt ?? null, completed: r.completed ?? null,
    },
  }).written;
}

export function writeBelief(context: WriteContext, r: BeliefRecord): Written {
  return upsert(context, 'belief', {
    key: { respondent: r.respondent, question: r.question },
    set: { respondent_group: r.respondentGroup, value: r.value, scale_min: r.scaleMin, scale_max: r.scaleMax, answered_at: r.answeredAt ?? null },
  }).written;
}

export function writePurchase(context: WriteContext, references: References, r: PurchaseRecord): Written {
  return upsert(context, 'purchase', {
    key: { external_id: r.externalId },
    set: {
      customer_id: references.customer(r.customerExternalId), date: r.date, kind: r.purchaseKind, product: r.product ?? null,
      amount: r.amount ?? null, margin: r.margin ?? null, currency: r.currency ?? null,
    },
  }).written;
}

export function writeCost(context: WriteContext, r: CostRecord): Written {
  return upsert(context, 'cost', {
    key: { month: r.month, category: r.category },
    set: { amount: r.amount, currency: r.currency, paid_minutes: r.paidMinutes ?? null, practical_capacity_minutes: r.practicalCapacityMinutes ?? null },
  }).written;
}

/** Digits 1 to 9 go to the first nine codes that come in, so that a new codebook can be used at once. */
export function writeCode(context: WriteContext, r: CodeRecord): Written {
  const { db } = context;
  const taken = db.get<{ n: number; last: number | null }>('SELECT count(quick_slot) AS n, max(position) AS last FROM code');
  const parent = r.parentKey === undefined ? null : db.get<{ id: string }>('SELECT id FROM code WHERE key = ?', [r.parentKey])?.id ?? null;
  return upsert(context, 'code', {
    key: { key: r.key },
    set: {
      name: r.name, kind: r.codeKind, dimension: r.dimension ?? null, parent_id: parent, owner: r.owner ?? null, controllable_by: r.controllableBy ?? null,
      preventable: r.preventable ?? null, definition: r.definition ?? null, examples: r.examples.length === 0 ? null : JSON.stringify(r.examples), colour: r.colour ?? null,
    },
    fill: { quick_slot: taken !== undefined && taken.n < 9 ? taken.n + 1 : null, position: (taken?.last ?? 0) + 1 },
  }).written;
}

export function writeOwner(context: WriteContext, r: OwnerRecord): Outcome {
  if (!context.db.get('SELECT 1 AS found FROM code WHERE key = ?', [r.codeKey])) return unknownCode(r.codeKey);
  return upsert(context, 'code', { key: { key: r.codeKey }, set: { owner: r.owner, controllable_by: r.controllableBy ?? null, preventable: r.preventable ?? null } }).written;
}

export function unknownCode(key: string): Refused {
  return { refused: { column: 'code', code: 'CODE_UNKNOWN', found: key, expected: 'a code of the codebook', message: `The codebook has no code "${key}". Import the codebook first, or add the code.` } };
}
