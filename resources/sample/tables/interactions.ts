import { londonTime } from '../calendar.ts';
import type { Conversation } from '../dialogue/conversation.ts';
import { createRandom } from '../random.ts';
import type { SampleFile } from '../sample-file.ts';
import { csvFile } from './csv.ts';

/** Seconds of work on one contact; `acw` is null where the switch did not report it. E-mails have no duration, only the time of writing. */
export type Handling = { duration: number | null; talk: number; hold: number; acw: number | null };

/** How long the contact took, after it is known what was said. */
export function handlingOf(conversation: Conversation, seed: number): Handling {
  const { contact } = conversation;
  const random = createRandom(seed, `handling ${contact.id}`);
  const isQuick = contact.reason.queue === 'Tariffs';
  const acw = random.chance(0.035) ? null : isQuick ? random.int(8, 24) : random.int(38, 125);
  if (contact.channel === 'email') return { duration: null, talk: isQuick ? random.int(90, 150) : random.int(260, 640), hold: 0, acw };
  const duration = Math.ceil(conversation.durationMs / 1000);
  const hold = contact.channel === 'phone' ? Math.round(conversation.holdMs / 1000) : 0;
  return { duration, talk: duration - hold, hold, acw };
}

function resolvedByAgent(conversation: Conversation, seed: number): string {
  return createRandom(seed, `logged ${conversation.contact.id}`).chance(conversation.contact.bad ? 0.82 : 0.97) ? 'yes' : 'no';
}

const header = ['interaction_id', 'channel', 'direction', 'started_at', 'duration_s', 'talk_s', 'hold_s', 'acw_s', 'queue', 'team', 'agent_id', 'agent_name', 'customer_id', 'reason', 'product', 'transfers', 'language', 'resolved_agent_logged', 'proactive'];

/** `interactions.csv`: what the switch and the desk know of each contact. */
export function interactionsFile(conversations: readonly Conversation[], seed: number): SampleFile {
  return csvFile('interactions.csv', header, conversations.map((conversation) => {
    const { contact } = conversation;
    const { duration, talk, hold, acw } = handlingOf(conversation, seed);
    return [
      contact.id, contact.channel, contact.outbound ? 'outbound' : 'inbound', londonTime(contact.day, contact.secondOfDay), duration ?? '', talk, hold, acw ?? '', contact.reason.queue,
      contact.agent.team, contact.agent.id, contact.agent.name, contact.customer.id, contact.reason.label, contact.reason.product, contact.transfers, 'en', resolvedByAgent(conversation, seed), contact.outbound ? 'yes' : 'no',
    ];
  }));
}
