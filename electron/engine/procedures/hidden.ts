import type { InteractionAnswer } from '#shared/contract/interactions.ts';
import { packTurns, unpackTurns } from '#shared/model/packed-turns.ts';

/** Imported fields by whose names one knows that they may say what the customer answered. */
const surveyField = /csat|nps|ces\b|survey|satisf|rating|feedback|score|stars|promoter/i;

/**
 * The interaction without what `hidden` names, so that it never leaves the engine: what is not sent cannot colour a
 * judgement. The agent's own words stay, and may of course contain a name.
 */
export function withHidden(whole: InteractionAnswer): InteractionAnswer {
  const { hidden } = whole;
  const judged: InteractionAnswer = hidden.evaluations ? { ...whole, evaluations: [], interaction: { ...whole.interaction, companyScore: null } } : whole;
  const seen: InteractionAnswer = hidden.customer ? {
    ...judged, surveys: [],
    interaction: { ...judged.interaction, customerScore: null, fields: Object.fromEntries(Object.entries(whole.interaction.fields).filter(([name]) => !surveyField.test(name))) },
  } : judged;
  if (!hidden.agent) return seen;
  return {
    ...seen, interaction: { ...seen.interaction, agent: null, agentName: null },
    turns: packTurns(unpackTurns(seen.turns).map((turn) => (turn.role === 'agent' ? { ...turn, speaker: 'Agent' } : turn))),
  };
}
