/** Reads `00:01:02.345` from `at`; `end` is the position behind it. */
export type ReadTime = { ms: number; end: number };

/**
 * A timestamp exactly as WebVTT 4.4 ("collect a WebVTT timestamp") defines it, which is what browsers read.
 * Hours are optional and unlimited, minutes and seconds two digits up to 59, the fraction three digits.
 */
export function readVttTime(line: string, at: number): ReadTime | null {
  const first = digitsAt(line, at);
  if (first === 0) return null;
  let position = at + first;
  const parts = [Number(line.slice(at, position))];
  const needsHours = first !== 2 || (parts[0] ?? 0) > 59;
  for (let part = 1; part < 3; part++) {
    const isOptional = part === 2 && !needsHours;
    if (line[position] !== ':' && isOptional) break;
    if (line[position] !== ':' || digitsAt(line, position + 1) !== 2) return null;
    parts.push(Number(line.slice(position + 1, position + 3)));
    position += 3;
  }
  if (line[position] !== '.' || digitsAt(line, position + 1) !== 3) return null;
  return timeOf(parts, Number(line.slice(position + 1, position + 4)), position + 4);
}

/** `0:0:4.21`, as some meeting software writes it although browsers skip such cues: hours, minutes, seconds of one or two digits, decimals. */
export function readShortTime(line: string, at: number): ReadTime | null {
  const short = /(\d{1,4}):(\d{1,2}):(\d{1,2})\.(\d{1,3})(?!\d)/y;
  short.lastIndex = at;
  const match = short.exec(line);
  if (match === null) return null;
  const [text, hours = '', minutes = '', seconds = '', fraction = ''] = match;
  return timeOf([Number(hours), Number(minutes), Number(seconds)], Number(fraction.padEnd(3, '0')), at + text.length);
}

function timeOf(parts: readonly number[], fractionMs: number, end: number): ReadTime | null {
  const [seconds = 0, minutes = 0, hours = 0] = parts.toReversed();
  if (minutes > 59 || seconds > 59) return null;
  return { ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 + fractionMs, end };
}

function digitsAt(line: string, at: number): number {
  let count = 0;
  for (let code = line.charCodeAt(at); code >= 0x30 && code <= 0x39; code = line.charCodeAt(at + count)) count++;
  return count;
}
