import { readShortTime, readVttTime, type ReadTime } from '#engine/importers/transcripts/captions/vtt-timestamp.ts';

/** `text` is the raw payload, tags and all; `line` counts from 1 and is where the times stand. */
export type VttCue = { id: string; startMs: number; endMs: number; settings: string; text: string; line: number };

/** `skipped`: blocks with an arrow whose times cannot be read, as browsers skip them. `notes`: comment blocks. */
export type VttFile = { cues: VttCue[]; skipped: { line: number; found: string }[]; notes: string[] };

/** `browser` reads what browsers read and nothing else; `tolerant` also takes times like `0:0:4.2`. */
export type VttTimes = 'browser' | 'tolerant';

type Block = { cue: VttCue | null; skipped: { line: number; found: string } | null; text: string };

/** WebVTT: the word, then a blank, a tab, a line end or nothing. `text` without byte order mark. */
export function hasVttSignature(text: string): boolean {
  return /^WEBVTT(?:[ \t\n\r]|$)/.test(text);
}

/** A WebVTT file by the parsing rules of the standard (W3C WebVTT 1, section 6.1). `null` without its signature. `text` LF-normalised. */
export function parseWebVtt(text: string, times: VttTimes): VttFile | null {
  if (!hasVttSignature(text)) return null;
  const file: VttFile = { cues: [], skipped: [], notes: [] };
  const blocks = new BlockReader(text.replaceAll('\0', '\ufffd').split('\n'), times);
  if (blocks.startsAtHeader()) blocks.readBlock(true);
  while (blocks.skipEmptyLines()) {
    const block = blocks.readBlock(false);
    if (block.cue !== null) file.cues.push(block.cue);
    else if (block.skipped !== null) file.skipped.push(block.skipped);
    else if (block.text.startsWith('NOTE')) file.notes.push(block.text.slice(4).trim());
  }
  return file;
}

class BlockReader {
  private at = 1;

  constructor(private readonly lines: readonly string[], private readonly times: VttTimes) {}

  /** Text directly below the signature belongs to the header, unless it is a cue. */
  startsAtHeader(): boolean {
    return (this.lines[1] ?? '') !== '';
  }

  skipEmptyLines(): boolean {
    while (this.at < this.lines.length && this.lines[this.at] === '') this.at++;
    return this.at < this.lines.length;
  }

  /** One block: an arrow in its first or second line makes it a cue, a later arrow begins the next block even without an empty line. */
  readBlock(inHeader: boolean): Block {
    const buffer: string[] = [];
    const block: Block = { cue: null, skipped: null, text: '' };
    let hasArrow = false;
    for (let count = 1; this.at < this.lines.length; count++) {
      const line = this.lines[this.at] ?? '';
      if (line.includes('-->')) {
        if (inHeader || hasArrow || count > 2) break;
        hasArrow = true;
        block.cue = this.readTimes(line, buffer.join('\n'));
        if (block.cue === null) block.skipped = { line: this.at + 1, found: line.trim().slice(0, 80) };
        else buffer.length = 0;
      } else if (line === '') {
        break;
      } else {
        buffer.push(line);
      }
      this.at++;
    }
    block.text = buffer.join('\n');
    if (block.cue !== null) block.cue.text = block.text;
    return block;
  }

  private readTimes(line: string, id: string): VttCue | null {
    const start = this.readTime(line, skipBlanks(line, 0));
    if (start === null) return null;
    const arrow = skipBlanks(line, start.end);
    if (!line.startsWith('-->', arrow)) return null;
    const end = this.readTime(line, skipBlanks(line, arrow + 3));
    if (end === null) return null;
    return { id, startMs: start.ms, endMs: end.ms, settings: line.slice(end.end).trim(), text: '', line: this.at + 1 };
  }

  private readTime(line: string, at: number): ReadTime | null {
    return readVttTime(line, at) ?? (this.times === 'tolerant' ? readShortTime(line, at) : null);
  }
}

/** What HTML calls ASCII white space, without the line feed that cannot stand inside a line. */
function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t' || line[at] === '\f') at++;
  return at;
}
