import type { InteractionWhole } from '#shared/contract/interactions.ts';

/** Imported fields by whose names one knows that they may say what the customer answered. */
const surveyField = /csat|nps|ces\b|survey|satisf|rating|feedback|score|stars|promoter/i;

/**
 * The interaction without what `hidden` names, so that it never leaves the engine: what is not sent cannot colour a
 * judgement. The agent's own words stay, and may of course contain a name.
 */
export function withHidden(whole: InteractionWhole): InteractionWhole {
  const { hidden } = whole;
  const judged: InteractionWhole = hidden.evaluations ? { ...whole, evaluations: [], interaction: { ...whole.interaction, companyScore: null } } : whole;
  const seen: InteractionWhole = hidden.customer ? {
    ...judged, surveys: [],
    interaction: { ...judged.interaction, customerScore: null, fields: Object.fromEntries(Object.entries(whole.interaction.fields).filter(([name]) => !surveyField.test(name))) },
  } : judged;
  if (!hidden.agent) return seen;
  return {
    ...seen, interaction: { ...seen.interaction, agent: null, agentName: null },
    turns: seen.turns.map((turn) => (turn.role === 'agent' ? { ...turn, speaker: 'Agent' } : turn)),
  };
}
