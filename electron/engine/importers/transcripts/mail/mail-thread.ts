import type { Role } from '#shared/model/interaction.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import type { Mail } from '#engine/importers/transcripts/mail/parse-mail.ts';
import { withoutQuotes } from '#engine/importers/transcripts/mail/quoted-text.ts';

type Person = { address: string; name: string };

/** Mailboxes that a company answers from, by the part in front of the @. */
const serviceMailbox =
  /^(?:no-?reply|do-?not-?reply|support|service|services|customer-?(?:service|care|support)|kundenservice|kundendienst|service-?client|atencion|atendimento|klantenservice|help|helpdesk|help-?desk|care|info|contact|hello|hi|office|sales|billing|accounts?|returns|orders?|claims?|complaints?|beschwerde|enquir(?:y|ies)|team)(?:[.+_@-]|$)/i;

const maxQuotedText = 20_000;

/** One or more messages of a thread as an interaction: each mail a turn, in the order of their dates. */
export function threadDraft(mails: readonly Mail[], name: string): InteractionDraft {
  const dated = mails.map((mail) => ({ mail, at: Date.parse(mail.headers.get('date') ?? ''), ...withoutQuotes(mail.text) }));
  const known = dated.filter(({ at }) => Number.isFinite(at)).map(({ at }) => at);
  const start = known.length === 0 ? undefined : known.reduce((first, at) => Math.min(first, at));
  const end = known.length === 0 ? undefined : known.reduce((last, at) => Math.max(last, at));
  const quoted = dated.length === 1 ? dated[0]?.quoted : undefined;
  const first = mails[0];
  return {
    externalId: messageId(first) ?? name,
    channel: 'email',
    ...definedOnly({
      startedAt: start === undefined ? undefined : new Date(start).toISOString(),
      durationMs: start === undefined || end === undefined || mails.length < 2 ? undefined : end - start,
      customer: customerOf(mails),
    }),
    fields: definedOnly({ subject: first?.headers.get('subject') }) as Record<string, string>,
    facts: definedOnly({ quotedText: quoted === undefined || quoted === '' ? undefined : quoted.slice(0, maxQuotedText) }),
    turns: dated.map(({ mail, at, own }): DraftTurn => {
      const sender = personOf(mail.headers.get('from') ?? '');
      return { speaker: sender.name, role: roleOf(sender, mails), text: own, startMs: start === undefined || !Number.isFinite(at) ? undefined : at - start };
    }),
  };
}

/** The id of a message, or of the one it answers first (`references`). */
export function messageId(mail: Mail | undefined): string | undefined {
  return idIn(mail?.headers.get('message-id'));
}

export function idIn(header: string | undefined): string | undefined {
  return /<([^<>\s]{1,300})>/.exec(header ?? '')?.[1];
}

/** A service mailbox is the agent; who writes to one is the customer. Without one the wording decides. */
function roleOf(sender: Person, mails: readonly Mail[]): Role | undefined {
  if (isService(sender)) return 'agent';
  return peopleOf(mails).some(isService) ? 'customer' : undefined;
}

/** An address is a key that the mail itself states; only one other side may be left, otherwise nobody is named. */
function customerOf(mails: readonly Mail[]): { externalId: string; name: string } | undefined {
  const senders = mails.map((mail) => personOf(mail.headers.get('from') ?? ''));
  const outside = [...senders, ...peopleOf(mails)].filter((person) => person.address !== '' && !isService(person));
  const addresses = new Set(outside.map((person) => person.address.toLowerCase()));
  const [customer] = outside;
  const hasService = peopleOf(mails).some(isService);
  return customer === undefined || addresses.size !== 1 || !hasService ? undefined : { externalId: customer.address.toLowerCase(), name: customer.name };
}

function peopleOf(mails: readonly Mail[]): Person[] {
  return mails.flatMap((mail) => ['from', 'to'].flatMap((header) => splitAddresses(mail.headers.get(header) ?? '').map(personOf)));
}

function isService(person: Person): boolean {
  return serviceMailbox.test(person.address);
}

/** Commas part addresses, but not inside quotes. */
function splitAddresses(header: string): string[] {
  return (header.slice(0, 10_000).match(/(?:"[^"]*"|[^,"])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

/** `"Nair, Priya" <priya@example.com>`, `priya@example.com (Priya Nair)` or the bare address. */
function personOf(text: string): Person {
  const angle = /^\s*"?([^"<]{0,200}?)"?\s*<([^<>\s]{1,300})>/.exec(text);
  if (angle !== null) return { address: angle[2] ?? '', name: (angle[1] ?? '').trim() || (angle[2] ?? '') };
  const bare = /([^\s()<>,;"]{1,200}@[^\s()<>,;"]{1,200})(?:\s*\(([^)]{1,200})\))?/.exec(text);
  if (bare !== null) return { address: bare[1] ?? '', name: bare[2] ?? bare[1] ?? '' };
  return { address: '', name: text.trim() === '' ? 'Sender' : text.trim().slice(0, 200) };
}
