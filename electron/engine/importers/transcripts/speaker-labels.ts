import type { Role } from '#shared/model/interaction.ts';

/**
 * What transcripts write in front of a turn, by role: whole labels, lower case, without numbers. Add a word here and
 * every importer knows it. Order of languages: en, de, fr, es, it, pt, nl, sv/da/no, fi, pl, cs, tr, ru, uk, ar, he, hi, ja, zh, ko.
 */
const labels: Record<Exclude<Role, 'unknown'>, string> = {
  agent: `agent|advisor|adviser|representative|rep|operator|csr|customer service|customer service representative|service agent|support|support agent|
    customer support|associate|consultant|clerk|staff|employee|teller|specialist|technician|call center agent|contact center agent|human agent|live agent|
    berater|beraterin|mitarbeiter|mitarbeiterin|kundenberater|kundenberaterin|kundenservice|sachbearbeiter|agentin|
    conseiller|conseillère|téléconseiller|téléconseillère|opérateur|opératrice|
    agente|asesor|asesora|operador|operadora|teleoperador|teleoperadora|ejecutivo|ejecutiva|
    operatore|operatrice|addetto|addetta|consulente|atendente|assistente humano|medewerker|klantenservice|adviseur|
    handläggare|kundtjänst|rådgivare|medarbejder|rådgiver|kundeservice|agentti|asiakaspalvelija|
    konsultant|konsultantka|doradca|operátor|poradce|temsilci|müşteri temsilcisi|оператор|агент|консультант|спеціаліст|
    الموظف|موظف|وكيل|נציג|נציגה|एजेंट|オペレーター|担当者|客服|坐席|客服人员|專員|상담원|상담사`,
  customer: `customer|caller|client|member|patient|guest|consumer|policyholder|subscriber|cardholder|visitor|end user|user|shopper|passenger|buyer|
    kunde|kundin|anrufer|anruferin|appelant|appelante|cliente|clienta|llamante|usuario|usuaria|utente|chiamante|usuário|consumidor|
    klant|beller|kund|uppringare|asiakas|soittaja|klient|klientka|dzwoniący|zákazník|zákaznice|müşteri|arayan|клиент|клієнт|абонент|покупатель|
    العميل|عميل|المتصل|לקוח|לקוחה|ग्राहक|お客様|顧客|客户|客戶|顾客|고객`,
  bot: `bot|chatbot|chat bot|virtual agent|virtual assistant|assistant|ai assistant|ai agent|voicebot|copilot|automated agent|
    virtueller assistent|assistent|assistant virtuel|asistente virtual|assistente virtuale|assistente virtual|virtuele assistent|機器人|机器人|ボット|챗봇`,
  ivr: `ivr|voice menu|phone menu|auto attendant|automated voice|interactive voice response|voice response|sprachmenü|svi|ura`,
  system: `system|system message|system_message|action|event|notification|automated message|narrator|recording|announcement|disclaimer|
    systemnachricht|système|sistema|systeem|система|システム|系统|系統|시스템`,
};

const roleByLabel = new Map<string, Role>(
  (Object.entries(labels) as [Role, string][]).flatMap(([role, words]) => words.split('|').map((word) => [word.trim(), role] as const)),
);

/** Labels that only count voices: they name nobody. */
const generic = /^(?:speaker|spk|spkr|voice|channel|ch|participant|person|track|sprecher|sprecherin|locuteur|hablante|interlocutore|parlante|falante|spreker|talare|puhuja|mówca|konuşmacı|спикер|говорящий|話者|说话人|화자|s|unknown(?: speaker)?|unidentified(?: speaker)?|[mf]|[mf] s|[a-z])$/u;

/** The role a label states, `null` when it states none (a name, `Speaker 1`). Numbers, case and decoration do not matter. */
export function roleOfLabel(label: string): Role | null {
  const plain = plainLabel(label);
  const exact = roleByLabel.get(plain);
  if (exact !== undefined) return exact;
  const inBrackets = /[([]([^)\]]+)[)\]]\s*$/u.exec(label)?.[1];
  if (inBrackets !== undefined) return roleByLabel.get(plainLabel(inBrackets)) ?? null;
  return roleOfNamedLabel(plain);
}

/** True for labels that tell voices apart without naming anybody: `Speaker 2`, `spk_0`, `A`, `Channel 1`. */
export function isGenericLabel(label: string): boolean {
  const plain = plainLabel(label);
  return plain === '' || generic.test(plain);
}

/** True for a label that can only be a speaker: a role, or a numbered voice. A single letter could be anything. */
export function statesVoice(label: string): boolean {
  return roleOfLabel(label) !== null || (isGenericLabel(label) && /\p{L}{2}|\p{L}\d/u.test(label));
}

/** A speaker as the interface shows it when a vendor gives a bare number or letter. */
export function speakerName(id: string | number | undefined): string {
  const text = String(id ?? '').trim();
  if (text === '') return 'Speaker';
  return /^(?:\d+|[A-Z])$/.test(text) ? `Speaker ${text}` : text;
}

/** `Agent Priya`, `Customer - Tom`: the first word says it, if at most two words follow. */
function roleOfNamedLabel(plain: string): Role | null {
  const words = plain.split(' ');
  const first = words[0] ?? '';
  if (words.length > 3 || words.length < 2 || !/^(?:agent|advisor|adviser|customer|caller|kunde|agente|cliente)$/.test(first)) return null;
  return /^(?:services?|support|care|desk|team)$/.test(words[1] ?? '') ? 'agent' : (roleByLabel.get(first) ?? null);
}

function plainLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\-–#.:*[\]()|/]+/gu, ' ')
    .replace(/\d+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
