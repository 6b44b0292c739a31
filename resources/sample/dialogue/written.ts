import type { Contact } from '../plan/contact.ts';
import type { Dialogue } from './compose.ts';
import type { CueOutcome } from './cue.ts';
import { cues, scriptReplies } from './phrases-cues.ts';
import { clearPromises, returnOpeners, vaguePromises } from './phrases-handling.ts';
import { proactiveEnds, type ProactiveLines, proactiveMeter, proactiveOpens, proactiveThanks, proactiveWho, proactiveWork } from './phrases-proactive.ts';
import { expand } from './grammar.ts';
import { agentLine, customerLine, fresh, openStage, phrase, type Source, type Stage } from './stage.ts';

const salutations = ['{Dear|Hello} Brightwater{ team|},', '{Good <daypart>|To whom it may concern},', 'Hello,', 'Dear Sir or Madam,', '{Hi|Hi there},'];
const signatures = ['{Regards|Kind regards|Yours}, <full>', '<full>, account <account>', '{Thanks|Thank you in advance}, <first> (<phone>)', 'Yours faithfully, <full>, <house> <street>, <town> <postcode>', '{Best|Many thanks}, <full>. {You can reach me on <phone>|Please reply to <email>}.'];
const replyOpenings = ['Dear <first>, {thank you for your message|thank you for writing to us}.', 'Hello <first>, {I have read your e-mail|I am <agent> and I look after this now}.', 'Dear customer, {your reference is <ref>|we refer to your e-mail}.', '{Hello|Hi} <first>, {it is <agent> here|<agent> at Brightwater}. {Sorry that you had to write|Thanks for setting it out so clearly}.'];
const replyEndings = ['{Kind regards|With best wishes}, <agent>, Brightwater Energy', 'Yours sincerely, <agent>', '{Best wishes|Regards}, <agent> ({extension|ext.} <ext>)', '<agent>, customer correspondence'];
const answers: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly string[]>> = {
  1: ['{That is not an answer|You have not read what I wrote}. {I shall take it further|Please open a complaint}. {You may close my account while you are at it|<years> years, and this is what I get}.'],
  2: ['{I am afraid that does not help me|That leaves me where I was}. {When will I know|Who is responsible}?', '{So I am to wait|In other words, nothing happens}. {Noted|I will write again}.'],
  3: ['{Thank you for the reply|All right}. {I will see what the next bill says|It could have been quicker}.', '{Understood|Received}. {I do not like it, but it is clear|Let us leave it there}.'],
  4: ['{Thank you, that is clear|Thanks, that settles it}. {Much appreciated|Good to have it in writing}.', '{Great|Good news}, {thank you for looking into it|that was quick}.'],
  5: ['{What a kind reply|I did not expect such a helpful letter}. {You have understood exactly what I meant|Please tell your manager that I said so}. {Thank you, <agent>|With real thanks}.', '{Thank you so much|I am delighted}. {It is rare that somebody reads an e-mail to the end|It made my week}.'],
};

type Feeling = { says: string; reply: string; outcome: CueOutcome | null };

/** What the customer lets show between the lines, and whether the answer takes it up. */
function feelingOf(stage: Stage): Feeling {
  const { contact, source: { random } } = stage;
  if (!random.chance(contact.bad || contact.satisfaction === 5 ? 0.6 : 0.3)) return { says: '', reply: '', outcome: null };
  const cue = random.pick(cues.filter((candidate) => !candidate.returningOnly && !candidate.longStandingOnly && candidate.id !== 'move'));
  const says = phrase(stage, cue.says);
  if (random.chance(contact.satisfaction === 5 ? 0.85 : stage.agent.notices * (contact.bad ? 0.4 : 1))) return { says, reply: phrase(stage, cue.taken), outcome: 'taken' };
  return { says, reply: random.chance(0.5) ? phrase(stage, scriptReplies) : '', outcome: 'missed' };
}

function firstMessage(stage: Stage, feeling: Feeling): void {
  const { contact } = stage;
  const matter = contact.previous ? [phrase(stage, returnOpeners), phrase(stage, stage.text.problem)] : [phrase(stage, stage.text.problem)];
  const marks = [{ code: contact.reason.cause }, ...(feeling.outcome ? [{ code: 'E1', outcome: feeling.outcome, reach: 1 }] : []), ...(contact.previous ? [{ code: 'VR' }] : [])];
  customerLine(stage, [phrase(stage, salutations), ...matter, phrase(stage, stage.text.detail), feeling.says, phrase(stage, signatures)].join(' '), { marks });
}

function answer(stage: Stage, feeling: Feeling): void {
  const { contact, source: { random } } = stage;
  const isSettled = !contact.bad && !contact.repeats;
  const result = isSettled ? [phrase(stage, stage.text.fixes), random.chance(0.4) ? phrase(stage, clearPromises) : ''] : [phrase(stage, contact.bad ? stage.text.walls : vaguePromises)];
  agentLine(stage, [phrase(stage, replyOpenings), feeling.reply, phrase(stage, stage.text.finds), ...result, phrase(stage, replyEndings)].join(' '), { marks: [{ code: 'T4', outcome: isSettled ? 'taken' : 'missed' }] });
}

/** E-mails: long messages, few of them. */
export function composeEmail(contact: Contact, source: Source): Dialogue {
  const stage = openStage(contact, source);
  const { random } = source;
  const feeling = feelingOf(stage);
  firstMessage(stage, feeling);
  answer(stage, feeling);
  if (random.chance(0.78)) {
    const [doubt, reply] = fresh(stage, stage.text.doubts);
    const asksBack = random.chance(0.4);
    customerLine(stage, `${asksBack ? expand(doubt, stage.slots, random) : ''} ${phrase(stage, answers[contact.satisfaction])}`);
    if (asksBack) agentLine(stage, `${expand(reply, stage.slots, random)} ${phrase(stage, replyEndings)}`);
  }
  return { lines: stage.lines, cue: feeling.outcome, repeatedInformation: contact.previous !== null };
}

function ask(stage: Stage, lines: ProactiveLines): void {
  customerLine(stage, phrase(stage, lines.asks));
  agentLine(stage, phrase(stage, lines.offers));
}

/** A call that the company makes before the customer has to. */
export function composeOutbound(contact: Contact, source: Source): Dialogue {
  const stage = openStage(contact, source);
  const lines = contact.reason.id === 'planned-work' ? proactiveWork : proactiveMeter;
  agentLine(stage, phrase(stage, proactiveOpens));
  customerLine(stage, phrase(stage, proactiveWho));
  agentLine(stage, phrase(stage, lines.tells), { marks: [{ code: contact.reason.cause }, { code: 'T3', outcome: 'taken' }] });
  ask(stage, lines);
  ask(stage, lines);
  if (source.random.chance(0.5)) ask(stage, lines);
  customerLine(stage, phrase(stage, proactiveThanks));
  agentLine(stage, phrase(stage, proactiveEnds));
  return { lines: stage.lines, cue: null, repeatedInformation: false };
}
