import type { Mark } from './line.ts';
import { type CueOutcome, playCue } from './cue.ts';
import { backchannels, chatReactions, closings, customerFarewells, reactions } from './phrases-closing.ts';
import { asksAgain, clearPromises, coldHandovers, holds, knowsHistory, looking, nextIssues, returnOpeners, transfers, vaguePromises, warmHandovers } from './phrases-handling.ts';
import { cardPayments, chatGreetings, chatOpeners, greetings, identityChecks, openers } from './phrases-opening.ts';
import { agentLine, changeAgent, customerLine, exchange, fresh, hasFresh, objection, openStage, phrase, type Source, type Stage } from './stage.ts';
import { expand } from './grammar.ts';
import type { Contact } from '../plan/contact.ts';
import type { Line } from './line.ts';

/** What was said, and what the evaluators and the customer will remember of it. */
export type Dialogue = { lines: readonly Line[]; cue: CueOutcome | null; repeatedInformation: boolean };

function isQuick(stage: Stage): boolean {
  return stage.contact.reason.queue === 'Tariffs';
}

function causeMark(stage: Stage): Mark {
  return { code: stage.contact.reason.cause };
}

function greet(stage: Stage): void {
  agentLine(stage, phrase(stage, stage.contact.channel === 'chat' ? chatGreetings : greetings[stage.agent.manner]));
}

/** First contact: the matter. Later contact: the promise that was not kept, and the matter again if the agent does not know it. */
function stateMatter(stage: Stage): boolean {
  const { contact, source } = stage;
  const problem = phrase(stage, stage.text.problem);
  if (!contact.previous) {
    if (contact.channel === 'chat') {
      customerLine(stage, phrase(stage, chatOpeners));
      greet(stage);
      customerLine(stage, problem, { marks: [causeMark(stage)] });
    } else {
      greet(stage);
      customerLine(stage, `${phrase(stage, openers[contact.customer.temper])} ${problem}`, { marks: [causeMark(stage)] });
    }
    return false;
  }
  greet(stage);
  customerLine(stage, phrase(stage, returnOpeners), { marks: [causeMark(stage), ...(source.random.chance(0.3) ? [{ code: 'CP' }] : [])] });
  if (source.random.chance(stage.agent.emotional * (contact.bad ? 0.12 : 0.23))) {
    agentLine(stage, phrase(stage, knowsHistory), { marks: [{ code: 'E3', outcome: 'taken' }] });
    customerLine(stage, phrase(stage, stage.text.detail));
    return false;
  }
  const [ask, answer] = fresh(stage, asksAgain);
  agentLine(stage, expand(ask, stage.slots, source.random), { marks: [{ code: 'E3', outcome: 'missed' }] });
  customerLine(stage, `${expand(answer, stage.slots, source.random)} ${problem}`, { marks: [{ code: 'VR' }] });
  return true;
}

function identify(stage: Stage): void {
  const count = isQuick(stage) || stage.contact.channel === 'chat' ? 1 : stage.source.random.int(1, 2);
  for (let i = 0; i < count; i += 1) exchange(stage, identityChecks);
}

/** Passed on to a colleague, who has been told or has not. */
function transfer(stage: Stage): boolean {
  const { source } = stage;
  const [announce, reaction] = fresh(stage, transfers);
  agentLine(stage, expand(announce, stage.slots, source.random), { marks: [{ code: 'VT' }] });
  customerLine(stage, expand(reaction, stage.slots, source.random));
  changeAgent(stage);
  const isWarm = source.random.chance(stage.contact.satisfaction >= 4 ? 0.65 : 0.18);
  const [ask, answer] = fresh(stage, isWarm ? warmHandovers : coldHandovers);
  agentLine(stage, expand(ask, stage.slots, source.random), { marks: [{ code: 'E3', outcome: isWarm ? 'taken' : 'missed' }], holdBeforeMs: source.random.int(14, 95) * 1000 });
  customerLine(stage, expand(answer, stage.slots, source.random), { marks: isWarm ? [] : [{ code: 'VR' }] });
  return !isWarm;
}

function hold(stage: Stage): string {
  const { source } = stage;
  const [ask, consent, back] = fresh(stage, holds);
  agentLine(stage, expand(ask, stage.slots, source.random), { marks: [{ code: 'VH' }] });
  customerLine(stage, expand(consent, stage.slots, source.random));
  return expand(back, stage.slots, source.random);
}

function findOut(stage: Stage): void {
  const { contact, source } = stage;
  const questions = isQuick(stage) ? source.random.int(0, 1) : source.random.int(1, 3);
  for (let i = 0; i < questions; i += 1) exchange(stage, stage.text.asks, i === 0 && source.random.chance(0.5) ? phrase(stage, looking) : '');
  const holdChance = contact.channel === 'chat' ? 0 : isQuick(stage) ? 0.06 : contact.bad ? 0.42 : 0.27;
  if (source.random.chance(holdChance)) agentLine(stage, `${hold(stage)} ${phrase(stage, stage.text.finds)}`, { holdBeforeMs: source.random.int(24, 170) * 1000 });
  else agentLine(stage, phrase(stage, stage.text.finds), { pauseBeforeMs: source.random.int(800, 5200) });
  if (!isQuick(stage) && source.random.chance(0.3)) {
    customerLine(stage, source.random.pick(backchannels), { overlaps: true });
    if (source.random.chance(0.6)) agentLine(stage, phrase(stage, stage.text.finds));
  }
}

function argue(stage: Stage): void {
  const { source } = stage;
  const count = isQuick(stage) ? 1 : source.random.int(1, stage.contact.satisfaction <= 2 ? 3 : 2);
  for (let i = 0; i < count; i += 1) {
    objection(stage, stage.text.doubts);
    if (!isQuick(stage) && hasFresh(stage, stage.text.detail) && source.random.chance(0.35)) customerLine(stage, phrase(stage, stage.text.detail));
  }
}

function settle(stage: Stage): void {
  const { contact, source } = stage;
  if (contact.bad) {
    agentLine(stage, phrase(stage, stage.text.walls), { marks: [{ code: 'E4', outcome: 'missed' }] });
    if (source.random.chance(0.6)) {
      customerLine(stage, hasFresh(stage, stage.text.detail) ? phrase(stage, stage.text.detail) : source.random.pick(backchannels));
      agentLine(stage, phrase(stage, vaguePromises), { marks: [{ code: 'T4', outcome: 'missed' }] });
    }
    return;
  }
  const isClear = source.random.chance(0.2 * stage.agent.technical);
  agentLine(stage, phrase(stage, contact.repeats ? vaguePromises : stage.text.fixes), { marks: contact.satisfaction === 5 && source.random.chance(0.4) ? [{ code: 'E4', outcome: 'taken' }] : [], pauseBeforeMs: source.random.int(600, 3800) });
  if (isClear && !contact.repeats) {
    customerLine(stage, source.random.pick(backchannels));
    agentLine(stage, phrase(stage, clearPromises), { marks: [{ code: 'T4', outcome: 'taken' }] });
  }
  if (contact.reason.queue === 'Billing' && source.random.chance(0.08)) {
    const [ask, answer, reply] = fresh(stage, cardPayments);
    agentLine(stage, expand(ask, stage.slots, source.random));
    customerLine(stage, expand(answer, stage.slots, source.random));
    agentLine(stage, expand(reply, stage.slots, source.random));
  }
  if (!isQuick(stage) && contact.satisfaction >= 4 && source.random.chance(0.11 * stage.agent.technical)) {
    const [offer, answer] = fresh(stage, nextIssues);
    agentLine(stage, expand(offer, stage.slots, source.random), { marks: [{ code: 'T3', outcome: 'taken' }] });
    customerLine(stage, expand(answer, stage.slots, source.random));
  }
}

function part(stage: Stage): void {
  const { contact, source } = stage;
  const formal = contact.reason.queue === 'Complaints' && contact.bad && source.random.chance(0.6) ? [{ code: 'VC' }] : [];
  const complaint = formal.length > 0 ? ' {Put this down as a formal complaint|I want a complaint opened, today}.' : '';
  const pool = contact.channel === 'chat' ? chatReactions[contact.satisfaction] : reactions[contact.satisfaction];
  customerLine(stage, phrase(stage, pool) + expand(complaint, stage.slots, source.random).replace(/^(.)/, ' $1'), { marks: formal, plain: true });
  agentLine(stage, phrase(stage, closings[stage.agent.manner]), { plain: true });
  if (contact.channel === 'phone' || source.random.chance(0.5)) customerLine(stage, phrase(stage, customerFarewells[contact.satisfaction]), { plain: true });
}

/** Writes a telephone call or a chat. */
export function compose(contact: Contact, source: Source): Dialogue {
  const stage = openStage(contact, source);
  const { random } = source;
  let repeated = stateMatter(stage);
  const cueChance = contact.bad || contact.satisfaction === 5 ? 0.72 : 0.45;
  let cue: CueOutcome | null = null;
  const isEarly = random.chance(0.5);
  if (isEarly && random.chance(cueChance)) cue = playCue(stage);
  identify(stage);
  for (let i = 0; i < contact.transfers; i += 1) repeated = transfer(stage) || repeated;
  findOut(stage);
  if (!isEarly && random.chance(cueChance)) cue = playCue(stage);
  argue(stage);
  settle(stage);
  part(stage);
  return { lines: stage.lines, cue, repeatedInformation: repeated };
}
