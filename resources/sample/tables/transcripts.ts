import { clockOf } from '../calendar.ts';
import type { Conversation } from '../dialogue/conversation.ts';
import type { SampleFile } from '../sample-file.ts';

const label = { agent: 'Agent', customer: 'Customer' } as const;

function cueTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return `${parts.join(':')}.${String(ms % 1000).padStart(3, '0')}`;
}

function asVtt(conversation: Conversation): string {
  const cues = conversation.lines.map((line) => `${cueTime(line.startMs)} --> ${cueTime(line.endMs)}\n<v ${label[line.role]}>${line.text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}\n`);
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function asTimedText(conversation: Conversation): string {
  return conversation.lines.map((line) => `[${clockOf(line.startMs / 1000)}] ${label[line.role]}: ${line.text}\n`).join('');
}

function asParagraphs(conversation: Conversation): string {
  return conversation.lines.map((line) => `${label[line.role]}: ${line.text}\n`).join('\n');
}

/** One file for each conversation, named after its external id. */
export function transcriptFiles(conversations: readonly Conversation[]): SampleFile[] {
  return conversations.map((conversation) => {
    const { id } = conversation.contact;
    if (conversation.form === 'vtt') return { name: `calls/${id}.vtt`, text: asVtt(conversation) };
    return { name: `calls/${id}.txt`, text: conversation.form === 'timed-text' ? asTimedText(conversation) : asParagraphs(conversation) };
  });
}
