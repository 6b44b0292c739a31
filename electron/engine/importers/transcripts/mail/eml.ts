import type { FileHead, Parsed, ParsedInteraction, SourceFile, TranscriptImporter } from '#engine/importers/importer.ts';
import { finishInteraction } from '#engine/importers/transcripts/interaction-draft.ts';
import { threadDraft } from '#engine/importers/transcripts/mail/mail-thread.ts';
import { parseMail } from '#engine/importers/transcripts/mail/parse-mail.ts';
import { baseName, readBytes } from '#engine/importers/transcripts/source-text.ts';

const headerLine = /^(From|To|Date|Sent|Subject|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Reply-To|Cc|X-[\w-]{1,60}|Content-[\w-]{1,40}|DKIM-Signature|ARC-[\w-]{1,40}|Thread-[\w-]{1,40}|References|In-Reply-To|Sender|List-[\w-]{1,40}|Authentication-Results|User-Agent|Importance|Priority)[ \t]*:/i;

/** A single message: `.eml`, or a mail saved as text with its headers. */
export const eml: TranscriptImporter = {
  id: 'eml',
  label: 'E-mail message (EML)',
  sniff: (head) => (looksLikeMail(head) ? 0.9 : 0),
  read: readEml,
};

/** The bytes are looked at, since a mail may hold several encodings. Headers come first, a sender and a subject or a date among them. */
export function looksLikeMail(head: FileHead): boolean {
  const start = Buffer.from(head.bytes.subarray(0, 32_768)).toString('latin1').replace(/^\xef\xbb\xbf/, '');
  const block = (start.split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const names = block.map((line) => headerLine.exec(line)?.[1]?.toLowerCase());
  return names[0] !== undefined && names.filter((name) => name === undefined).length <= block.length * 0.2 && names.includes('from') && names.some((name) => name === 'subject' || name === 'date' || name === 'sent');
}

async function* readEml(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const raw = Buffer.from(await readBytes(source, signal)).toString('latin1').replace(/^\xef\xbb\xbf/, '');
  yield* finishInteraction(source.name, threadDraft([parseMail(raw)], baseName(source.name)));
}
