/** A stretch of a cue said by one voice; `voice` is `null` outside of `<v ...>`. */
export type CueSpan = { voice: string | null; text: string };

type OpenTag = { tag: string; voice: string | null };

const knownTags = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang']);
const references: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f', hellip: '…', ndash: '–', mdash: '—',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', copy: '©', reg: '®', euro: '€', pound: '£', deg: '°', middot: '·', bull: '•', shy: '\u00ad',
};

/**
 * The plain text of a cue and who says it, by WebVTT's cue text rules: known tags are taken out, unknown tags and
 * timestamps too, character references are resolved, a voice ends with its span, another voice or the cue.
 */
export function readCueText(raw: string): CueSpan[] {
  if (!raw.includes('<') && !raw.includes('&')) return raw === '' ? [] : [{ voice: null, text: raw }];
  const spans: CueSpan[] = [];
  const open: OpenTag[] = [];
  for (let at = 0; at < raw.length; ) {
    const tagAt = raw.indexOf('<', at);
    const textEnd = tagAt < 0 ? raw.length : tagAt;
    addText(spans, open.at(-1)?.voice ?? null, resolveReferences(raw.slice(at, textEnd)));
    if (tagAt < 0) break;
    const close = raw.indexOf('>', tagAt);
    applyTag(open, raw.slice(tagAt + 1, close < 0 ? raw.length : close));
    at = close < 0 ? raw.length : close + 1;
  }
  return spans;
}

/** The text of a cue without tags and voices. */
export function plainCueText(raw: string): string {
  return readCueText(raw).map((span) => span.text).join('');
}

function applyTag(open: OpenTag[], inside: string): void {
  if (inside.startsWith('/')) return closeTag(open, inside.slice(1));
  const tag = /^[^\s.]*/.exec(inside)?.[0] ?? '';
  if (!knownTags.has(tag)) return;
  if (tag === 'rt' && open.at(-1)?.tag !== 'ruby') return;
  const voice = tag === 'v' ? annotationOf(inside) : (open.at(-1)?.voice ?? null);
  open.push({ tag, voice });
}

/** A closing tag only closes what is innermost; `</ruby>` also closes an `<rt>` left open. */
function closeTag(open: OpenTag[], name: string): void {
  const innermost = open.at(-1)?.tag;
  if (innermost === name) open.pop();
  else if (name === 'ruby' && innermost === 'rt') open.splice(-2);
}

/** `v.loud Priya  Nair` gives `Priya Nair`. */
function annotationOf(inside: string): string | null {
  const blank = inside.search(/\s/);
  if (blank < 0) return null;
  const name = resolveReferences(inside.slice(blank)).replace(/\s+/g, ' ').trim();
  return name === '' ? null : name;
}

function addText(spans: CueSpan[], voice: string | null, text: string): void {
  if (text === '') return;
  const last = spans.at(-1);
  if (last !== undefined && last.voice === voice) last.text += text;
  else spans.push({ voice, text });
}

/** Seven old names also count without their semicolon (HTML, "character reference state"). */
function resolveReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});|&(amp|lt|gt|quot|nbsp|copy|reg)(?![a-zA-Z;])/g, (whole, name?: string, bare?: string) => referenceOf(name ?? bare ?? '') ?? whole);
}

function referenceOf(name: string): string | null {
  if (!name.startsWith('#')) return Object.hasOwn(references, name) ? (references[name] ?? null) : null;
  const isHex = name[1] === 'x' || name[1] === 'X';
  const point = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : null;
}
