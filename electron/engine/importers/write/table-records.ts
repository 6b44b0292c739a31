import type { AgentRecord, BeliefRecord, CodeRecord, CostRecord, CustomerRecord, InteractionRecord, OwnerRecord, PurchaseRecord, SurveyInvitationRecord } from '../tables/records.ts';
import type { References } from './references.ts';
import { letDefaultStepAside, reuseKey } from './step-aside.ts';
import { upsert, type WriteContext, type Written } from './upsert.ts';

/** A record that could not be written, in the words of the set-aside list. */
export type Refused = { refused: { column: string; code: string; found: string; expected: string; message: string } };
export type Outcome = Written | Refused;

export function writeInteraction(context: WriteContext, references: References, r: InteractionRecord): Written {
  const set = {
    channel: r.channel, direction: r.direction, started_at: r.startedAt, duration_ms: r.durationMs,
    agent_id: references.agent(r.agentExternalId ?? r.agentName, r.agentName), customer_id: references.customer(r.customerExternalId, r.customerName),
    queue: r.queue, team: r.team, reason: r.reason, product: r.product, language: r.language,
    talk_ms: r.talkMs, hold_ms: r.holdMs, acw_ms: r.acwMs, transfers: r.transfers,
    abandoned: r.abandoned, resolved_by_agent: r.resolvedByAgent, proactive: r.proactive,
  };
  return upsert(context, 'interaction', { key: { external_id: r.externalId }, set, fill: r.channel ? {} : { channel: 'other' }, merge: { fields: r.fields } }).written;
}

export function writeCustomer(context: WriteContext, r: CustomerRecord): Written {
  return upsert(context, 'customer', {
    key: { external_id: r.externalId },
    set: { name: r.name, since: r.since, segment: r.segment, region: r.region, consent_quotes: r.consentQuotes },
    merge: { fields: r.fields },
  }).written;
}

export function writeAgent(context: WriteContext, r: AgentRecord): Written {
  return upsert(context, 'agent', { key: { external_id: r.externalId }, set: { name: r.name, team: r.team, since: r.since } }).written;
}

export function writeInvitation(context: WriteContext, references: References, r: SurveyInvitationRecord): Written {
  return upsert(context, 'survey_invitation', {
    key: { external_id: r.externalId },
    set: {
      interaction_id: r.interactionExternalId === undefined ? null : references.interaction(r.interactionExternalId)?.id ?? null,
      customer_id: references.customer(r.customerExternalId), sent_at: r.sentAt, completed: r.completed,
    },
  }).written;
}

export function writeBelief(context: WriteContext, r: BeliefRecord): Written {
  return upsert(context, 'belief', {
    key: { respondent: r.respondent, question: r.question },
    set: { respondent_group: r.respondentGroup, value: r.value, scale_min: r.scaleMin, scale_max: r.scaleMax, answered_at: r.answeredAt },
  }).written;
}

export function writePurchase(context: WriteContext, references: References, r: PurchaseRecord): Written {
  return upsert(context, 'purchase', {
    key: { external_id: r.externalId },
    set: {
      customer_id: references.customer(r.customerExternalId), date: r.date, kind: r.purchaseKind, product: r.product,
      amount: r.amount, margin: r.margin, currency: r.currency,
    },
  }).written;
}

export function writeCost(context: WriteContext, r: CostRecord): Written {
  return upsert(context, 'cost', {
    key: { month: r.month, category: r.category },
    set: { amount: r.amount, currency: r.currency, paid_minutes: r.paidMinutes, practical_capacity_minutes: r.practicalCapacityMinutes },
  }).written;
}

/** A digit that another code has already stays with that one. */
export function writeCode(context: WriteContext, r: CodeRecord): Written {
  const { db } = context;
  letDefaultStepAside(context);
  reuseKey(context, r.key);
  const last = db.get<{ position: number | null }>('SELECT max(position) AS position FROM code')?.position ?? 0;
  const isFree = r.quickSlot !== undefined && !db.get('SELECT 1 AS found FROM code WHERE quick_slot = ? AND key <> ?', [r.quickSlot, r.key]);
  return upsert(context, 'code', {
    key: { key: r.key },
    set: {
      name: r.name, kind: r.codeKind, dimension: r.dimension, controllable_by: r.controllableBy, owner: r.owner, preventable: r.preventable,
      parent_id: r.parentKey === undefined ? undefined : db.get<{ id: string }>('SELECT id FROM code WHERE key = ?', [r.parentKey])?.id,
      definition: r.definition, examples: r.examples.length === 0 ? undefined : JSON.stringify(r.examples), colour: r.colour,
      quick_slot: isFree ? r.quickSlot : undefined,
    },
    fill: { position: last + 1 },
  }).written;
}

export function writeOwner(context: WriteContext, r: OwnerRecord): Outcome {
  if (!context.db.get('SELECT 1 AS found FROM code WHERE key = ?', [r.codeKey])) return unknownCode(r.codeKey);
  return upsert(context, 'code', { key: { key: r.codeKey }, set: { owner: r.owner, controllable_by: r.controllableBy, preventable: r.preventable } }).written;
}

export function unknownCode(key: string): Refused {
  return { refused: { column: 'code', code: 'CODE_UNKNOWN', found: key, expected: 'a code of the codebook', message: `The codebook has no code "${key}". Import the codebook first, or add the code.` } };
}
