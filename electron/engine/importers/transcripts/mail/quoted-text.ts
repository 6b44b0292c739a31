/** Lines that introduce the mail being answered, in the usual programs and languages. */
const introductions: readonly RegExp[] = [
  /^(?:On|Am|Le|El|Il|Em|Op|Den|W dniu|Dne)\b.{5,200}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał\(?a?\)?|napsal\(?a?\)?).{0,100}:\s*$/iu,
  /^-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|Forwarded message)\s*-{2,}\s*$/iu,
  /^_{20,}\s*$/,
];
const outlookFrom = /^\*?(?:From|Von|De|Da|Van|Od|Från|Fra):\*?\s+\S/iu;
const outlookSent = /^\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Verzonden|Wysłano|Skickat|Sendt):\*?\s+\S/iu;

/** Parts what a mail says itself from the mail it quotes below. `quoted` is empty when there is none. */
export function withoutQuotes(text: string): { own: string; quoted: string } {
  const lines = text.split('\n');
  const cut = lines.findIndex((line, index) => introduces(lines, line, index));
  const kept = cut <= 0 ? lines : lines.slice(0, cut);
  const own = kept.filter((line) => !/^\s*>/.test(line)).join('\n').trim();
  if (own === '') return { own: text.trim(), quoted: '' };
  const below = cut <= 0 ? [] : lines.slice(cut);
  return { own, quoted: [...kept.filter((line) => /^\s*>/.test(line)), ...below].join('\n').trim() };
}

/** The line may be broken in two by the sender's program. */
function introduces(lines: readonly string[], line: string, index: number): boolean {
  const plain = line.trim();
  if (introductions.some((pattern) => pattern.test(plain))) return true;
  const joined = `${plain} ${(lines[index + 1] ?? '').trim()}`;
  if (/^(?:On|Am|Le|El|Il|Em|Op)\b/.test(plain) && (introductions[0]?.test(joined) ?? false)) return true;
  return outlookFrom.test(plain) && lines.slice(index + 1, index + 4).some((next) => outlookSent.test(next.trim()));
}
