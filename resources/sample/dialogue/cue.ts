import { coachingDay } from '../calendar.ts';
import { coldAgentId } from '../world/agents.ts';
import { cues, hardened, missedReplies, scriptReplies, wrongReplies } from './phrases-cues.ts';
import { agentLine, customerLine, phrase, type Stage } from './stage.ts';

export type CueOutcome = 'taken' | 'missed' | 'wrong';

/** How often the right-but-cold agent takes up a feeling once coached. */
const noticesOnceCoached = 0.8;

function chanceOfTaking(stage: Stage): number {
  const { contact, agent } = stage;
  const isCold = agent.id === coldAgentId;
  if (isCold && contact.day >= coachingDay) return noticesOnceCoached;
  const base = agent.notices;
  if (isCold) return contact.satisfaction === 5 ? 0.4 : base;
  if (contact.satisfaction === 5) return Math.max(base, 0.84);
  return contact.bad ? base * 0.4 : base;
}

function drawOutcome(stage: Stage): { outcome: CueOutcome; scripted: boolean } {
  const { random } = stage.source;
  if (random.chance(chanceOfTaking(stage))) return { outcome: 'taken', scripted: false };
  if (random.chance(stage.contact.bad ? 0.17 : 0.06)) return { outcome: 'wrong', scripted: false };
  return { outcome: 'missed', scripted: random.chance(stage.agent.manner === 'script' ? 0.7 : 0.15) };
}

/** The customer lets a feeling show and the agent takes it up, or not. Returns what the agent did with it. */
export function playCue(stage: Stage): CueOutcome {
  const { source, slots, contact } = stage;
  const longStanding = Number(slots['years']) >= 9;
  const fitting = cues.filter((cue) => (!cue.returningOnly || contact.contactNo > 1) && (!cue.longStandingOnly || longStanding)
    && (cue.id !== 'move' || contact.reason.queue === 'Moving home') && (cue.id !== 'fright' || contact.reason.id === 'debt-letter' || contact.reason.id === 'missing-payment'));
  const cue = contact.contactNo > 1 && source.random.chance(0.45) ? cues.find((candidate) => candidate.returningOnly) ?? source.random.pick(fitting) : source.random.pick(fitting);
  const { outcome, scripted } = drawOutcome(stage);
  customerLine(stage, phrase(stage, cue.says), { marks: [{ code: 'E1', outcome, reach: 1 }], plain: true });
  if (outcome === 'taken') {
    agentLine(stage, phrase(stage, cue.taken), { marks: source.random.chance(0.35) ? [{ code: 'E2', outcome: 'taken' }] : [], plain: true });
    customerLine(stage, phrase(stage, cue.softer), { plain: true });
    return outcome;
  }
  if (scripted) agentLine(stage, phrase(stage, scriptReplies), { marks: [{ code: 'E2', outcome: 'wrong' }], plain: true });
  else agentLine(stage, phrase(stage, outcome === 'wrong' ? wrongReplies : missedReplies), outcome === 'wrong' ? { overlaps: true } : {});
  if (source.random.chance(contact.satisfaction <= 3 ? 0.75 : 0.4)) customerLine(stage, phrase(stage, hardened), { plain: true });
  return outcome;
}
