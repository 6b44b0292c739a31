import type { Role } from '#shared/model/interaction.ts';
import { normaliseLines } from '#engine/importers/text-encoding.ts';
import { statesVoice } from '#engine/importers/transcripts/speaker-labels.ts';
import { readHeading, isHeadingName, type TextHeading } from '#engine/importers/transcripts/text/text-heading.ts';
import { readLabelLine, type LabelLine } from '#engine/importers/transcripts/text/label-line.ts';
import { readStamps, type StampReading } from '#engine/importers/transcripts/text/stamp-clock.ts';
import type { Stamp } from '#engine/importers/transcripts/text/time-stamp.ts';

export type LabelledTurn = { speaker: string; role?: Role; text: string; stamp: Stamp | null; startMs: number | null; endMs: number | null };

/** `unlabelledLines`: lines with words that no turn begins with. */
export type LabelledText = { heading: TextHeading; turns: LabelledTurn[]; times: StampReading; unlabelledLines: number };

const maxEventLength = 200;

/** Lines that report instead of speak. */
const event =
  /^[\s*=\-–—#]*(?:(?:chat|session|conversation|call|interaction|transfer)\b.{0,40}\b(?:started|ended|closed|begins?|began|accepted|initiated|disconnected|transferred)|.{1,60}\b(?:has |have )?(?:joined|left|entered|disconnected from|ended|closed) (?:the )?(?:chat|conversation|session|call|meeting)\b).{0,60}$/iu;

/** Turns of a text with labels, in any of the shapes of `readLabelLine`; a line without label continues the turn above it. */
export function parseLabelledText(rawText: string): LabelledText {
  const lines = normaliseLines(rawText).replace(/<br\s*\/?>/gi, '\n').split('\n');
  const read = lines.map((line) => (line.trim() === '' ? null : readLabelLine(line)));
  const accepted = acceptedSpeakers(read);
  const heading = readHeading(read, (line) => isTurn(line, accepted));
  const turns: LabelledTurn[] = [];
  let unlabelledLines = 0;
  for (let index = heading.lines; index < lines.length; index++) {
    const line = read[index] ?? null;
    if (line === null) continue;
    if (!addLine(turns, { line, raw: (lines[index] ?? '').trim() }, accepted)) unlabelledLines++;
  }
  const said = turns.filter((turn) => turn.text !== '');
  const times = readStamps(said.map((turn) => turn.stamp));
  said.forEach((turn, index) => {
    turn.startMs = times.startMs[index] ?? null;
    turn.endMs = times.endMs[index] ?? null;
  });
  return { heading, turns: said, times, unlabelledLines };
}

/** Returns whether the line began a turn. */
function addLine(turns: LabelledTurn[], { line, raw }: { line: LabelLine; raw: string }, accepted: ReadonlySet<string>): boolean {
  const last = turns.at(-1);
  if (line.speaker !== null && isTurn(line, accepted)) {
    turns.push(newTurn(line.speaker, line.text, line.stamp));
    return true;
  }
  if (raw.length <= maxEventLength && event.test(raw)) {
    turns.push({ ...newTurn('System', line.stamp === null ? raw : line.text, line.stamp), role: 'system' });
    return false;
  }
  if (last === undefined) return false;
  if (line.stamp !== null && line.form === 'none' && last.stamp !== null && last.role === undefined && last.text !== '') {
    turns.push(newTurn(last.speaker, line.text, line.stamp));
    return true;
  }
  last.text += last.text === '' ? raw : `\n${raw}`;
  return false;
}

function newTurn(speaker: string, text: string, stamp: Stamp | null): LabelledTurn {
  return { speaker, text, stamp, startMs: null, endMs: null };
}

function isTurn(line: LabelLine, accepted: ReadonlySet<string>): boolean {
  return line.speaker !== null && accepted.has(line.speaker);
}

/** A label counts when it is a role, has a time beside it, or comes back and looks like a name. Names of header fields never do. */
function acceptedSpeakers(lines: readonly (LabelLine | null)[]): ReadonlySet<string> {
  const counts = new Map<string, { count: number; stamped: number }>();
  for (const line of lines) {
    if (line === null || line.speaker === null) continue;
    const seen = counts.get(line.speaker) ?? { count: 0, stamped: 0 };
    counts.set(line.speaker, { count: seen.count + 1, stamped: seen.stamped + (line.stamp === null ? 0 : 1) });
  }
  const accepted = [...counts].filter(([speaker, { count, stamped }]) => {
    if (isHeadingName(speaker)) return stamped > 1;
    if (statesVoice(speaker)) return true;
    if (!/^[\p{Lu}\p{Lt}\p{Lo}@]/u.test(speaker)) return stamped > 1;
    return count > 1 || stamped > 0;
  });
  return new Set(accepted.map(([speaker]) => speaker));
}
