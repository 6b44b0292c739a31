import type { Contact } from '../plan/contact.ts';
import type { Random } from '../random.ts';
import type { Temper } from '../world/customers.ts';
import type { Agent } from '../world/agents.ts';
import { agents } from '../world/agents.ts';
import { reasonTexts } from './all-reasons.ts';
import { expand, type Slots, tidy } from './grammar.ts';
import type { Line } from './line.ts';
import { agentAsides, customerAsides } from './phrases-asides.ts';
import { fillers } from './phrases-opening.ts';
import type { ReasonText } from './reason-text.ts';
import { slotsFor, withAgent } from './slots.ts';

type Pool = readonly string[];
type Pairs = readonly (readonly [string, string])[];
/** How a turn is said. `plain`: without fillers and asides, for words that must stand alone. */
type Saying = Omit<Line, 'role' | 'text'> & { plain?: boolean };

/** The deal of one shared set of cards and the stream of one conversation. */
export type Source = { random: Random; deal: <T>(pool: readonly T[]) => T };

/** Where a conversation is written down. The agent on it may change. */
export type Stage = {
  readonly contact: Contact; readonly text: ReasonText; readonly lines: Line[]; readonly source: Source;
  readonly said: Set<unknown>; agent: Agent; slots: Slots;
};

/** An empty stage for a contact, with its facts fixed. */
export function openStage(contact: Contact, source: Source): Stage {
  const text = reasonTexts[contact.reason.id];
  const slots = slotsFor(contact, source.random);
  const topic = expand(source.deal(text.topic), slots, source.random);
  return { contact, text, lines: [], source, said: new Set(), agent: contact.agent, slots: { ...slots, topic: topic.charAt(0).toLowerCase() + topic.slice(1) } };
}

/** An item of the pool that this conversation has not had yet; when all were had, any. */
export function fresh<T>(stage: Stage, pool: readonly T[]): T {
  let item = stage.source.deal(pool);
  for (let attempt = 1; attempt < 2 * pool.length && stage.said.has(item); attempt += 1) item = stage.source.deal(pool);
  stage.said.add(item);
  return item;
}

/** Whether the pool still holds something new for this conversation. */
export function hasFresh(stage: Stage, pool: readonly unknown[]): boolean {
  return pool.some((item) => !stage.said.has(item));
}

/** One sentence or more from a pool. */
export function phrase(stage: Stage, pool: Pool): string {
  return expand(fresh(stage, pool), stage.slots, stage.source.random);
}

/** Adds a turn; who is still speaking goes on in the same turn, unless something lies between. */
function push(stage: Stage, line: Line): void {
  const last = stage.lines[stage.lines.length - 1];
  if (last?.role !== line.role || line.holdBeforeMs || stage.contact.channel === 'chat') {
    stage.lines.push(line);
    return;
  }
  const marks = [...(last.marks ?? []), ...(line.marks ?? [])];
  stage.lines[stage.lines.length - 1] = { ...last, text: tidy(`${last.text} ${line.text}`), ...(marks.length > 0 ? { marks } : {}) };
}

function withAside(stage: Stage, text: string, aside: { pool: Pool; chance: number }): string {
  if (stage.contact.channel === 'email' || stage.lines.length < 3 || !stage.source.random.chance(aside.chance)) return text;
  const words = phrase(stage, aside.pool);
  return stage.source.random.chance(0.5) && !text.endsWith('?') ? `${text} ${words}` : `${words} ${text}`;
}

function lineOf(role: Line['role'], text: string, { marks, ...rest }: Omit<Line, 'role' | 'text'>): Line {
  return { role, text: tidy(text), ...(marks && marks.length > 0 ? { marks } : {}), ...rest };
}

/** The agent speaks. */
export function agentLine(stage: Stage, text: string, { plain, ...rest }: Saying = {}): void {
  const chance = plain ? 0 : stage.agent.manner === 'cold' ? 0.05 : 0.15;
  push(stage, lineOf('agent', withAside(stage, text, { pool: agentAsides, chance }), rest));
}

const asideChance: Readonly<Record<Temper, number>> = { brisk: 0.1, chatty: 0.3, formal: 0.19, anxious: 0.19, blunt: 0.19 };

function withFiller(stage: Stage, text: string): string {
  const { contact, source } = stage;
  if (contact.channel !== 'phone' || stage.lines.length <= 2 || !source.random.chance(0.16)) return text;
  return source.random.pick(fillers[contact.customer.temper]) + (/^(I|I'm|Brightwater|£)\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
}

/** The customer speaks; on the telephone now and then with the little word that belongs to the temper. */
export function customerLine(stage: Stage, text: string, { plain, ...rest }: Saying = {}): void {
  const { contact } = stage;
  const chance = asideChance[contact.customer.temper] * (contact.channel === 'chat' ? 0.5 : 1);
  push(stage, lineOf('customer', plain ? text : withAside(stage, withFiller(stage, text), { pool: customerAsides, chance }), rest));
}

/** One of the pairs: agent asks, customer answers. */
export function exchange(stage: Stage, pairs: Pairs, before = ''): void {
  if (!hasFresh(stage, pairs)) return;
  const [question, answer] = fresh(stage, pairs);
  agentLine(stage, `${before} ${expand(question, stage.slots, stage.source.random)}`, { pauseBeforeMs: before ? 1400 : 300 });
  customerLine(stage, expand(answer, stage.slots, stage.source.random));
}

/** One of the pairs: customer objects, agent replies. */
export function objection(stage: Stage, pairs: Pairs): void {
  if (!hasFresh(stage, pairs)) return;
  const [doubt, reply] = fresh(stage, pairs);
  customerLine(stage, expand(doubt, stage.slots, stage.source.random), stage.source.random.chance(0.2) ? { overlaps: true } : {});
  agentLine(stage, expand(reply, stage.slots, stage.source.random));
}

/** Another agent takes over. */
export function changeAgent(stage: Stage): void {
  const others = agents.filter((agent) => agent !== stage.agent);
  stage.agent = stage.source.random.pick(others);
  stage.slots = withAgent(stage.slots, stage.agent.name);
}
