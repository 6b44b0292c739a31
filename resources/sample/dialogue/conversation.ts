import type { Contact } from '../plan/contact.ts';
import { createRandom } from '../random.ts';
import { hashOf } from '../random.ts';
import timings from '../audio/timings.json' with { type: 'json' };
import { compose, type Dialogue } from './compose.ts';
import { createDealer } from './grammar.ts';
import type { TimedLine } from './line.ts';
import type { Source } from './stage.ts';
import { timeLines } from './timing.ts';
import { composeEmail, composeOutbound } from './written.ts';

/** A contact with its words and its times; e-mails have no times. */
export type Conversation = { contact: Contact; dialogue: Dialogue; lines: readonly TimedLine[]; durationMs: number; holdMs: number; form: 'vtt' | 'timed-text' | 'paragraphs' };

type RecordingTimes = { durationMs: number; textHash: number; turns: readonly (readonly [startMs: number, endMs: number])[] };
const recordings = timings as unknown as Readonly<Record<string, RecordingTimes>>;

/** Changes when the words of a recorded call change, so that a recording that no longer fits is noticed. */
export function textHashOf(lines: readonly { text: string }[]): number {
  return hashOf(lines.map((line) => line.text).join('\n'));
}

function recorded(contact: Contact, dialogue: Dialogue): Omit<Conversation, 'contact' | 'dialogue' | 'form'> | null {
  const times = recordings[contact.id];
  if (!times || times.textHash !== textHashOf(dialogue.lines)) return null;
  const lines = dialogue.lines.map((line, index) => {
    const [startMs, endMs] = times.turns[index] ?? [0, 0];
    return { ...line, startMs, endMs };
  });
  return { lines, durationMs: times.durationMs, holdMs: dialogue.lines.reduce((sum, line) => sum + (line.holdBeforeMs ?? 0), 0) };
}

function scriptDialogue(contact: Contact): Dialogue | null {
  if (!contact.script) return null;
  const { lines } = contact.script;
  const cue = lines.flatMap((line) => line.marks ?? []).find((mark) => mark.code === 'E1')?.outcome;
  return { lines, cue: cue === 'taken' || cue === 'wrong' || cue === 'missed' ? cue : null, repeatedInformation: lines.some((line) => line.marks?.some((mark) => mark.code === 'VR')) };
}

function write(contact: Contact, source: Source): Dialogue {
  if (contact.outbound) return composeOutbound(contact, source);
  return contact.channel === 'email' ? composeEmail(contact, source) : compose(contact, source);
}

/** People type with less care than they speak: small letters and no full stop, for some of them. */
function asTyped(dialogue: Dialogue, contact: Contact): Dialogue {
  if (contact.channel !== 'chat' || hashOf(contact.id) % 5 > 1) return dialogue;
  const lines = dialogue.lines.map((line) => (line.role === 'agent' ? line : { ...line, text: line.text.replace(/\.$/, '').replace(/(^|[.?!] )([A-Z])(?=[a-z])/g, (_, before: string, letter: string) => before + letter.toLowerCase()) }));
  return { ...dialogue, lines };
}

/** Writes all conversations of the schedule. */
export function converse(contacts: readonly Contact[], seed: number): Conversation[] {
  const dealing = createRandom(seed, 'deal');
  const deal = createDealer(dealing);
  return contacts.map((contact) => {
    const random = createRandom(seed, contact.id);
    const dialogue = scriptDialogue(contact) ?? asTyped(write(contact, { random, deal }), contact);
    const form = contact.channel === 'email' ? 'paragraphs' as const : contact.channel === 'chat' || (!contact.script && hashOf(contact.id) % 7 === 0) ? 'timed-text' as const : 'vtt' as const;
    return { contact, dialogue, form, ...(recorded(contact, dialogue) ?? timeLines(dialogue.lines, contact.channel, random)) };
  });
}
