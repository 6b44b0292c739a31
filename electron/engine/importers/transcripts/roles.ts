import type { Role } from '#shared/model/interaction.ts';
import { roleOfLabel } from '#engine/importers/transcripts/speaker-labels.ts';

export type Spoken = { readonly speaker: string; readonly text: string; readonly role?: Role | undefined };

/** `roles` stands beside the turns. `swapped`: the labels say one thing, the wording clearly the opposite. */
export type RoleFinding = { roles: Role[]; sure: boolean; swapped: boolean };

/** What only the serving side says, in lower case. Openings and offers, in the languages of the label list where they are unmistakable. */
const agentWording = new RegExp(
  [
    String.raw`\b(?:thank you|thanks) (?:so much |very much )?for (?:calling|contacting|choosing|holding|chatting|reaching out|getting in touch|your call|your patience)\b`,
    String.raw`\b(?:how|what) (?:can|may|could) (?:i|we) (?:help|assist|do for)\b`,
    String.raw`\b(?:anything|something) else (?:that )?(?:i|we) (?:can|could|may) (?:help|assist|do)\b`,
    String.raw`\b(?:can|may|could) i (?:please )?(?:have|get|take) your (?:full |first |last |account |order |policy |date|name|number|post|zip|phone|email)`,
    String.raw`\bwas kann ich für sie tun|\b(?:wie|womit) kann ich ihnen (?:be)?(?:hilf|weiter|helf|dien)|\b(?:vielen )?dank für ihren anruf`,
    String.raw`\bcomment puis-je vous aider|\ben quoi puis-je vous|\bque puis-je faire pour vous|\bmerci (?:de|pour) votre appel|\bmerci d'avoir appelé`,
    String.raw`\ben qué (?:le|te|puedo) ?(?:puedo )?(?:ayudar|servir)|\bcómo (?:le |te )?puedo ayudar|\bgracias por (?:llamar|su llamada|contactar)`,
    String.raw`\bcome posso aiutar|\bin (?:che )?cosa posso (?:aiutar|esser)|\bgrazie per (?:aver chiamato|la chiamata)`,
    String.raw`\bcomo posso (?:te |lhe |o |a )?ajud|\bem que posso (?:te |lhe |o |a )?ajud|\bobrigad[oa] (?:por|pela) (?:ligar|liga)`,
    String.raw`\bwaarmee kan ik u|\bhoe kan ik u helpen|\bbedankt voor (?:het bellen|uw telefoontje)`,
    String.raw`w czym mogę pomóc|jak mogę pomóc|vad kan jag hjälpa|hvad kan jeg hjælpe|hva kan jeg hjelpe|miten voin auttaa|nasıl yardımcı olabilirim`,
    String.raw`чем (?:я )?могу (?:вам )?помочь|чим (?:я )?можу (?:вам )?допомогти|お電話ありがとうございます|请问有什么可以帮|有什么可以帮您|무엇을 도와드릴까요`,
  ].join('|'),
);

/** What only the side that needs something says, in lower case. */
const customerWording = new RegExp(
  [
    String.raw`\bi(?:'m| am) calling (?:about|because|to|in regards?|regarding)\b|\bi (?:lost|never received|haven't received|can't log|was charged)\b`,
    String.raw`\bmy (?:order|card|bill|account|internet|package|parcel|phone|claim|flight|refund|invoice) (?:is|was|has|hasn't|isn't|never|doesn't|won't)\b`,
    String.raw`\bich rufe an\b|\bj'appelle (?:pour|parce|au sujet)|\bllamo (?:porque|para|por)\b|\bchiamo (?:perché|per)\b`,
  ].join('|'),
);

/** Openings come early; looking further costs time on long transcripts and finds closings said by both. */
const turnsLookedAt = 20;
const charactersLookedAt = 400;

/**
 * Who serves and who is served. Roles stated by the source or its labels win; with two voices and one known, the other
 * follows; otherwise the wording decides, but only when exactly one of two voices speaks like an agent.
 */
export function findRoles(turns: readonly Spoken[]): RoleFinding {
  const bySpeaker = statedRoles(turns);
  completePair(bySpeaker);
  if (![...bySpeaker.values()].some((role) => role === 'agent' || role === 'customer')) decideByWording(turns, bySpeaker);
  const roles = turns.map((turn) => turn.role ?? bySpeaker.get(turn.speaker) ?? 'unknown');
  const swapped = looksSwapped(turns, roles);
  const sure = !swapped && turns.length > 0 && !roles.includes('unknown') && roles.some((role) => role === 'agent' || role === 'customer');
  return { roles, sure, swapped };
}

function statedRoles(turns: readonly Spoken[]): Map<string, Role> {
  const bySpeaker = new Map<string, Role>();
  for (const turn of turns) {
    if (bySpeaker.has(turn.speaker)) continue;
    bySpeaker.set(turn.speaker, turn.role ?? roleOfLabel(turn.speaker) ?? 'unknown');
  }
  return bySpeaker;
}

/** Two people on the line, one of them labelled: the other label is a name, so it is the other side. */
function completePair(bySpeaker: Map<string, Role>): void {
  const people = [...bySpeaker].filter(([, role]) => role === 'agent' || role === 'customer' || role === 'unknown');
  const [first, second] = people;
  if (first === undefined || second === undefined || people.length !== 2) return;
  const [known, open] = first[1] === 'unknown' ? [second, first] : [first, second];
  if (known[1] === 'unknown' || open[1] !== 'unknown' || open[0].trim() === '') return;
  bySpeaker.set(open[0], known[1] === 'agent' ? 'customer' : 'agent');
}

function decideByWording(turns: readonly Spoken[], bySpeaker: Map<string, Role>): void {
  const open = [...bySpeaker].filter(([, role]) => role === 'unknown').map(([speaker]) => speaker);
  const [one, other] = open;
  if (one === undefined || other === undefined || open.length !== 2) return;
  const oneServes = says(turns, (turn) => turn.speaker === one, agentWording);
  const otherServes = says(turns, (turn) => turn.speaker === other, agentWording);
  if (oneServes === otherServes) return;
  bySpeaker.set(one, oneServes ? 'agent' : 'customer');
  bySpeaker.set(other, oneServes ? 'customer' : 'agent');
}

/** Both sides have to contradict their label; one odd sentence is not enough. */
function looksSwapped(turns: readonly Spoken[], roles: readonly Role[]): boolean {
  const isRole = (role: Role) => (_turn: Spoken, index: number) => roles[index] === role;
  return !says(turns, isRole('agent'), agentWording) && says(turns, isRole('customer'), agentWording) && says(turns, isRole('agent'), customerWording);
}

function says(turns: readonly Spoken[], belongs: (turn: Spoken, index: number) => boolean, wording: RegExp): boolean {
  const limit = Math.min(turns.length, turnsLookedAt);
  for (let index = 0; index < limit; index++) {
    const turn = turns[index];
    if (turn !== undefined && belongs(turn, index) && wording.test(turn.text.slice(0, charactersLookedAt).toLowerCase().replaceAll('’', "'"))) return true;
  }
  return false;
}
