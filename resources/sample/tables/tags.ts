import { clockOf } from '../calendar.ts';
import type { Conversation } from '../dialogue/conversation.ts';
import type { Mark } from '../dialogue/line.ts';
import type { Outcomes } from '../plan/outcomes.ts';
import { createRandom, hashOf } from '../random.ts';
import type { SampleFile } from '../sample-file.ts';
import { leafCauses } from '../world/codebook.ts';
import { type Cell, csvFile } from './csv.ts';

const causeCodes = new Set(leafCauses.map((entry) => entry.code));
const notes: Readonly<Record<string, readonly string[]>> = {
  E1: ['said twice', 'one could hear it in the voice', 'a good clip for training', 'answered with a number'], E2: ['off the card', 'in the words of the customer'], E3: ['the note was there', 'nobody had read it'], VR: ['account number a second time', 'the whole story again'],
  T4: ['a day and a name', 'no day, no name'], VT: ['cold', 'the third desk'], BF: ['first bill with the fee', 'talks of leaving', 'others in the street as well'], VC: ['asks for it in writing'],
};

function clockWithMs(ms: number): string {
  return `${clockOf(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}`;
}

/** The place in a call to the millisecond, turn numbers (from 1) in chats and e-mails. */
function placeOf(conversation: Conversation, turn: number, reach: number): [at: Cell, to: Cell] {
  const last = Math.min(turn + reach, conversation.lines.length - 1);
  if (conversation.contact.channel !== 'phone') return [turn + 1, last > turn ? last + 1 : ''];
  const from = conversation.lines[turn]?.startMs ?? 0;
  const to = conversation.lines[last]?.endMs ?? from;
  return [clockWithMs(from), clockWithMs(to)];
}

/** 2 and 3 only for bad experiences; nothing for what went well. */
function severityOf(conversation: Conversation, mark: Mark): Cell {
  const { contact } = conversation;
  if (mark.code !== contact.reason.cause) return '';
  if (contact.bad) return contact.satisfaction === 1 ? 3 : 2;
  return contact.satisfaction <= 3 ? 1 : '';
}

function marksOf(conversation: Conversation): { turn: number; mark: Mark }[] {
  const marks = conversation.lines.flatMap((line, turn) => (line.marks ?? []).map((mark) => ({ turn, mark })));
  const { contact } = conversation;
  const wantedToKnow = !contact.bad && !contact.script && contact.reason.id !== 'paper-fee' && hashOf(`know ${contact.id}`) % 15 === 0;
  return wantedToKnow ? [...marks, { turn: Math.floor(conversation.lines.length / 2), mark: { code: 'CI' } }] : marks;
}

/** `tags.csv`: what the listener heard, and where. Codes that are not causes are kept for every coded contact, too. */
export function tagsFile(conversations: readonly Conversation[], outcomes: Outcomes, seed: number): SampleFile {
  const rows = conversations.filter(({ contact }) => outcomes.coded.has(contact)).flatMap((conversation) => {
    const random = createRandom(seed, `tags ${conversation.contact.id}`);
    return marksOf(conversation).map(({ turn, mark }): Cell[] => {
      const [at, to] = placeOf(conversation, turn, mark.reach ?? 0);
      const pool = notes[mark.code];
      const note = pool && random.chance(0.22) ? random.pick(pool) : '';
      return [conversation.contact.id, mark.code, at, to, note, causeCodes.has(mark.code) ? severityOf(conversation, mark) : '', 'listener-1', mark.outcome ?? ''];
    });
  });
  return csvFile('tags.csv', ['interaction_id', 'code', 'at', 'to', 'note', 'severity', 'coder', 'outcome'], rows);
}
