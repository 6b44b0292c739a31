import type { Channel } from '../plan/contact.ts';
import type { Random } from '../random.ts';
import type { Line, TimedLine } from './line.ts';

/** Lines in time; `holdMs` is how long the customer was on hold in all. */
export type Timed = { lines: readonly TimedLine[]; durationMs: number; holdMs: number };

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

/** Speech: a pace for each side, a short gap between turns, sometimes an overlap. */
function speak(lines: readonly Line[], random: Random): TimedLine[] {
  const pace = { agent: random.int(150, 188), customer: random.int(132, 180) };
  const timed: TimedLine[] = [];
  let end = random.int(500, 1900);
  for (const line of lines) {
    const overlap = line.overlaps && timed.length > 0 ? random.int(180, 620) : 0;
    const gap = overlap > 0 ? -overlap : (line.holdBeforeMs ?? 0) + (line.pauseBeforeMs ?? 0) + random.int(180, 1100);
    const startMs = end + gap;
    const endMs = startMs + Math.round((wordsIn(line.text) / pace[line.role]) * 60_000 * (0.94 + 0.12 * random.next())) + 250;
    timed.push({ ...line, startMs, endMs });
    end = Math.max(end, endMs);
  }
  return timed;
}

/** Typing: reading, then about forty words a minute; a message has a moment, and lasts until it is sent. */
function type(lines: readonly Line[], random: Random): TimedLine[] {
  const timed: TimedLine[] = [];
  let sent = 0;
  for (const line of lines) {
    const startMs = sent + (timed.length === 0 ? 0 : random.int(3000, 13_000)) + Math.min(line.holdBeforeMs ?? 0, 40_000);
    const endMs = startMs + Math.round((wordsIn(line.text) / random.int(38, 62)) * 60_000);
    timed.push({ ...line, startMs, endMs });
    sent = endMs;
  }
  return timed;
}

/** Gives a call or a chat its times. */
export function timeLines(lines: readonly Line[], channel: Channel, random: Random): Timed {
  const timed = channel === 'chat' ? type(lines, random) : speak(lines, random);
  const durationMs = Math.max(0, ...timed.map((line) => line.endMs)) + random.int(300, 1400);
  return { lines: timed, durationMs, holdMs: lines.reduce((sum, line) => sum + (line.holdBeforeMs ?? 0), 0) };
}
