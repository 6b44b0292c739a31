import { coachingDay, isoDate, lastDay } from '../calendar.ts';
import type { Conversation } from '../dialogue/conversation.ts';
import type { Outcomes } from '../plan/outcomes.ts';
import { createRandom, type Random } from '../random.ts';
import type { SampleFile } from '../sample-file.ts';
import { coldAgentId } from '../world/agents.ts';
import { type Cell, csvFile } from './csv.ts';

const evaluators = ['Dana Whitmore', 'Luke Ferris', 'Imogen Vale', 'Rafiq Sen'] as const;
const passMark = 80;
/** Planted truth 4: the usual ratings of the right-but-cold agent, T1-T5 and E1-E5, before coaching; afterwards only E1 is another. */
const coldTechnical = [3.5, 3.6, 3.2, 3.4, 3.3] as const;
const coldEmotional = [0.9, 1.5, 1.9, 1.8, 1.9] as const;
const coldNoticingOnceCoached = 2.7;
const technicalOffsets = [0.1, 0.2, -0.25, -0.1, 0.05] as const;
const emotionalOffsets = [-0.1, -0.15, 0.05, -0.05, 0.25] as const;

function anchored(value: number): number {
  return Math.max(0, Math.min(4, Math.round(value)));
}

function cueEffect(conversation: Conversation): number {
  const { cue } = conversation.dialogue;
  return cue === 'taken' ? 0.9 : cue === 'missed' ? -0.8 : cue === 'wrong' ? -1.5 : 0;
}

function coldRatings(conversation: Conversation, random: Random): number[] {
  const { contact, dialogue } = conversation;
  const noticing = contact.day >= coachingDay ? coldNoticingOnceCoached + (dialogue.cue === 'taken' ? 0.4 : -0.3) : coldEmotional[0] + (dialogue.cue === 'taken' ? 0.8 : 0);
  const emotional = [noticing, ...coldEmotional.slice(1)];
  return [...coldTechnical.map((mean) => anchored(mean + 0.45 * random.normal())), ...emotional.map((mean) => anchored(mean + 0.1 * (contact.satisfaction - 3) + 0.55 * random.normal()))];
}

function usualRatings(conversation: Conversation, passed: boolean, random: Random): number[] {
  const { contact, dialogue } = conversation;
  const mood = 0.2 * (contact.satisfaction - 3);
  const technical = technicalOffsets.map((offset) => anchored(contact.agent.technical + offset + (passed ? 0.15 : -0.55) + mood / 3 + 0.5 * random.normal()));
  const emotional = emotionalOffsets.map((offset, item) => {
    const own = item === 0 ? cueEffect(conversation) + mood : item === 2 ? (dialogue.repeatedInformation ? -1.3 : 0.1) : 0;
    return anchored(contact.agent.emotional + offset + mood + own + 0.5 * random.normal());
  });
  return [...technical, ...emotional];
}

/** At most one item of each dimension does not apply, so that every evaluation has both scores. */
function withNotApplicable(ratings: readonly number[], conversation: Conversation, random: Random): Cell[] {
  const cells: Cell[] = [...ratings];
  if (random.chance(0.12)) cells[2] = '';
  if (conversation.dialogue.cue === null && random.chance(0.2)) cells[5] = '';
  else if (!conversation.contact.previous && random.chance(0.12)) cells[7] = '';
  return cells;
}

/** The house form asks whether the steps were followed; 80 of 100 is a pass. */
function houseScore(ratings: readonly number[], passed: boolean, random: Random): number {
  const technical = ratings.slice(0, 5).reduce((sum, rating) => sum + rating, 0) / 20;
  const raw = Math.round(52 + 42 * technical + 4 * random.normal());
  return passed ? Math.min(100, Math.max(passMark, raw)) : Math.max(38, Math.min(passMark - 1, raw - 8));
}

/** `quality_scores.csv`: what the evaluators heard. */
export function qualityFile(conversations: readonly Conversation[], outcomes: Outcomes, seed: number): SampleFile {
  const rows = conversations.flatMap((conversation): Cell[][] => {
    const { contact } = conversation;
    const evaluation = outcomes.evaluations.get(contact);
    if (!evaluation) return [];
    const random = createRandom(seed, `quality ${contact.id}`);
    const ratings = contact.script ? [...contact.script.ratings] : contact.agent.id === coldAgentId ? coldRatings(conversation, random) : usualRatings(conversation, evaluation.passed, random);
    const cells = contact.script ? ratings : withNotApplicable(ratings, conversation, random);
    const day = Math.min(lastDay, contact.day + random.int(1, 9));
    return [[
      `QE-${contact.id.slice(3)}`, contact.id, random.pick(evaluators), `${isoDate(day)}T${String(random.int(9, 16)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}:00Z`,
      'House form 3', evaluation.purpose, houseScore(ratings, evaluation.passed, random), evaluation.passed ? 'yes' : 'no', ...cells,
    ]];
  });
  return csvFile('quality_scores.csv', ['evaluation_id', 'interaction_id', 'evaluator', 'evaluated_at', 'form', 'purpose', 'score', 'passed', 't1', 't2', 't3', 't4', 't5', 'e1', 'e2', 'e3', 'e4', 'e5'], rows);
}
