import type { Parsed, ParsedInteraction, Problem, SourceFile, TranscriptImporter } from '#engine/importers/importer.ts';
import { finishInteraction } from '#engine/importers/transcripts/interaction-draft.ts';
import { idIn, messageId, threadDraft } from '#engine/importers/transcripts/mail/mail-thread.ts';
import { parseMail, type Mail } from '#engine/importers/transcripts/mail/parse-mail.ts';
import { baseName, readBytes } from '#engine/importers/transcripts/source-text.ts';

const maxProblems = 20;
const separator = /^From \S{1,300} .{0,80}\d{4}/;

/** A mailbox (mbox): messages one behind the other, put together to threads by the ids they answer. */
export const mbox: TranscriptImporter = {
  id: 'mbox',
  label: 'Mailbox (MBOX)',
  sniff: (head) => (separator.test(Buffer.from(head.bytes.subarray(0, 500)).toString('latin1')) ? 1 : 0),
  read: readMbox,
};

async function* readMbox(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const raw = Buffer.from(await readBytes(source, signal)).toString('latin1');
  const mails: Mail[] = [];
  for (const message of splitMailbox(raw)) {
    signal.throwIfAborted();
    mails.push(parseMail(message));
  }
  let empty = 0;
  for (const [index, thread] of threadsOf(mails).entries()) {
    const draft = threadDraft(thread, `${baseName(source.name)}-${index + 1}`);
    if (draft.turns.some((turn) => turn.text.trim() !== '')) yield* finishInteraction(source.name, draft);
    else if (empty++ < maxProblems) yield { problem: emptyThread(source.name, draft.fields?.['subject'] ?? 'no subject', index + 1) };
  }
}

/** A thread without words (a picture, a calendar entry) is told about and does not keep the others out. */
function emptyThread(file: string, subject: string, number: number): Problem {
  return {
    file, row: number, column: null, code: 'MAIL_EMPTY', found: subject.slice(0, 200), expected: 'text',
    message: `Thread ${number} ("${subject.slice(0, 80)}") holds no text, so it was left out.`,
  };
}

/** A line `From address date` begins a message when an empty line stands in front of it; inside of one it is written `>From`. */
function splitMailbox(raw: string): string[] {
  return raw
    .split(/(?:^|\r?\n\r?\n)(?=From \S{1,300} .{0,80}\d{4})/)
    .filter((message) => message.trim() !== '')
    .map((message) => message.replace(/^From [^\n]*\n/, '').replace(/^>(>*From )/gm, '$1'));
}

/** Messages that answer each other, in the order of the mailbox. */
function threadsOf(mails: readonly Mail[]): Mail[][] {
  const rootOf = new Map<string, string>();
  const threads = new Map<string, Mail[]>();
  mails.forEach((mail, index) => {
    const own = messageId(mail) ?? `message ${index}`;
    const answered = idIn(mail.headers.get('references')) ?? idIn(mail.headers.get('in-reply-to'));
    const root = answered === undefined ? (rootOf.get(own) ?? own) : (rootOf.get(answered) ?? answered);
    rootOf.set(own, root);
    threads.set(root, [...(threads.get(root) ?? []), mail]);
  });
  return [...threads.values()];
}
