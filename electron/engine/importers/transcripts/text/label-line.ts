import { readStamp, type Stamp } from '#engine/importers/transcripts/text/time-stamp.ts';

/** What one line says about itself. `form`: how name and words are parted; `heading` = the words follow on the next lines. */
export type LabelLine = { stamp: Stamp | null; speaker: string | null; text: string; form: 'colon' | 'dash' | 'columns' | 'heading' | 'none' };

const maxNameLength = 60;
const maxNameWords = 5;
const looksAt = 240;

/**
 * Reads `Agent: ...`, `[00:12] Customer: ...`, `**Agent:** ...`, `(00:01:02) Agent - ...`, `Agent (00:12): ...`,
 * `Speaker 0    00:00:00    ...`, `Priya Nair  0:12`, `09:15:02 From Priya to Everyone: ...`. `speaker` is `null` without a label.
 */
export function readLabelLine(rawLine: string): LabelLine {
  const line = withoutMarkup(rawLine);
  const leading = leadingStamp(line);
  const rest = leading === null ? line : line.slice(leading.after).replace(/^[ \t]*[-–—|>]?[ \t]*/, '');
  const stamp = leading?.stamp ?? null;
  return columnForm(rest, stamp) ?? colonForm(rest, stamp) ?? headingForm(rest, stamp) ?? dashForm(rest, stamp) ?? { stamp, speaker: null, text: rest.trim(), form: 'none' };
}

/** Markdown around the name (`**Agent:** hi`, `- **Agent**: hi`) and list marks. */
function withoutMarkup(line: string): string {
  const plain = line.trimStart().replace(/^(?:[-*•>]|#{1,4})[ \t]+/, '').trimEnd();
  const bold = /^(\*\*|__|\*|_)([^*_\n]{1,100})\1(.{0,3})/.exec(plain);
  if (bold === null) return plain;
  const [whole, , inner = '', after = ''] = bold;
  const isLabel = inner.trimEnd().endsWith(':') || after.trimStart().startsWith(':') || readStamp(inner, inner.search(/\d/)) !== null;
  return isLabel ? inner + after + plain.slice(whole.length) : plain;
}

function leadingStamp(line: string): { stamp: Stamp; after: number } | null {
  const open = /^[[({<]?[ \t]*/.exec(line)?.[0] ?? '';
  const stamp = readStamp(line, open.length);
  if (stamp === null) return null;
  const close = /^[ \t]*[\])}>]/.exec(line.slice(stamp.end, stamp.end + 8))?.[0] ?? '';
  const isBracketed = /[[({<]/.test(open);
  if (isBracketed !== (close !== '')) return null;
  const after = stamp.end + close.length;
  return isBracketed || /^(?:[\s|:,–—-]|$)/.test(line.slice(after, after + 1)) ? { stamp, after } : null;
}

/** The colon that parts name and words is followed by a blank or nothing; colons inside times are not. */
function colonForm(rest: string, stamp: Stamp | null): LabelLine | null {
  const colon = /^[^\n]{0,100}?:(?=\s|$)/.exec(rest.slice(0, looksAt))?.[0].length ?? 0;
  if (colon === 0) return null;
  const { name, stamp: trailing } = splitTrailingStamp(rest.slice(0, colon - 1));
  const speaker = nameOf(name);
  if (speaker === null) return null;
  return { stamp: stamp ?? trailing, speaker, text: rest.slice(colon).trim(), form: 'colon' };
}

/** `Speaker 0    00:00:00    Hello`, parted by tabs or wide blanks. */
function columnForm(rest: string, stamp: Stamp | null): LabelLine | null {
  const [first = '', second = '', ...others] = rest.slice(0, looksAt).split(/\t+| {2,}/);
  if (first === '' || second === '') return null;
  const speaker = nameOf(first.replace(/:$/, ''));
  if (speaker === null) return null;
  const inner = stamp === null ? leadingStamp(second) : null;
  if (inner !== null && inner.after === second.length) {
    const text = others.length === 0 ? '' : rest.slice(rest.indexOf(second) + second.length).trim();
    return { stamp: inner.stamp, speaker, text, form: text === '' ? 'heading' : 'columns' };
  }
  return stamp !== null && rest.includes('\t') ? { stamp, speaker, text: rest.slice(first.length).trim(), form: 'columns' } : null;
}

/** `Priya Nair 0:12` or `Agent (00:12)` alone on a line: the words follow below. */
function headingForm(rest: string, stamp: Stamp | null): LabelLine | null {
  if (stamp !== null || rest.length > 100) return null;
  const { name, stamp: trailing } = splitTrailingStamp(rest);
  const speaker = trailing === null ? null : nameOf(name);
  return speaker === null ? null : { stamp: trailing, speaker, text: '', form: 'heading' };
}

/** `Agent - Hello`, only behind a time: a dash alone is ordinary punctuation. */
function dashForm(rest: string, stamp: Stamp | null): LabelLine | null {
  const dash = stamp === null ? null : /^([^-–—\n]{1,60}?)[ \t]+[-–—][ \t]+(?=\S)/.exec(rest);
  const speaker = dash === null ? null : nameOf(dash[1] ?? '');
  return dash === null || speaker === null ? null : { stamp, speaker, text: rest.slice(dash[0].length).trim(), form: 'dash' };
}

/** `Agent (00:12)`, `Agent [09:15 AM]`, `Agent at 09:15:02`, `Agent, 0:12`. */
function splitTrailingStamp(text: string): { name: string; stamp: Stamp | null } {
  const plain = text.trimEnd();
  for (const match of plain.matchAll(/(?:^|[\s([,])(?=\d)/g)) {
    const at = match.index + match[0].length;
    const stamp = readStamp(plain, at);
    if (stamp !== null && /^[\s)\]]*$/.test(plain.slice(stamp.end))) return { name: plain.slice(0, at).replace(/(?:\bat|[-–—,|@([])?[\s([]*$/, ''), stamp };
  }
  return { name: plain, stamp: null };
}

/** A name or role: short, begins with a letter or figure, holds no sentence. `From Priya to Everyone` (Zoom) is Priya. */
function nameOf(candidate: string): string | null {
  const inner = candidate.trim().replace(/^[[<]([^\][<>]{1,60})[\]>]$/, '$1').replace(/^From[ \t]+(.{1,60}?)(?:[ \t]+[Tt]o[ \t].*)?$/, '$1');
  const name = inner.replace(/[*_]+$/, '').trim();
  if (name === '' || name.length > maxNameLength || name.split(/\s+/).length > maxNameWords) return null;
  return /^[\p{L}\p{N}@#]/u.test(name) && !/["“”?!;=<>{}\\]|https?$|\.\s|,\s.*,/iu.test(name) ? name : null;
}
