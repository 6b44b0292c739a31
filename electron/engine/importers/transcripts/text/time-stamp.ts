/** A calendar day as written; `order` says which number is the day when both could be ("03/04/2026"). */
export type StampDay = { year: number; first: number; second: number; order: 'ymd' | 'open' };

/**
 * A time as people write it in front of or behind a name. `ms` from midnight or from the start of the call (`isClock`
 * is only true where AM/PM, a zone or a date says so). `end` is the position behind it.
 */
export type Stamp = { ms: number; endMs: number | null; parts: 2 | 3; isClock: boolean; day: StampDay | null; zone: string | null; end: number };

const time = String.raw`(\d{1,3}):(\d{1,2})(?::(\d{1,2}))?(?:[.,](\d{1,3}))?(?:[  ]?([AaPp])\.?[Mm]\b\.?)?`;
const timeAt = new RegExp(time, 'y');
const dayAt = /(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2}))(?:,? +|T|\t)(?:at )?(?=\d)/y;
const zoneAt = /[  ]?(Z|UTC|GMT|[+-]\d{2}:?\d{2})(?![\w:])/y;
const rangeAt = new RegExp(String.raw`[ \t]*(?:-->|–|—|-|to)[ \t]*${time}`, 'y');
const spanAt = /(?:(\d{1,2})h ?)?(?:(\d{1,3})m ?)?(\d{1,3})s\b/y;

/** The stamp that begins exactly at `at`, or `null`. Knows `0:12`, `00:01:02.5`, `9:15 AM`, `2026-02-03 09:15:02Z`, `3/2/26, 9:15`, ranges, `2m 3s`. */
export function readStamp(text: string, at: number): Stamp | null {
  const span = matchAt(spanAt, text, at);
  if (span !== null) return spanStamp(span, at);
  const dayMatch = matchAt(dayAt, text, at);
  const timeStart = at + (dayMatch?.[0].length ?? 0);
  const match = matchAt(timeAt, text, timeStart);
  const ms = match === null ? null : timeMs(match);
  if (match === null || ms === null) return null;
  const afterTime = timeStart + match[0].length;
  const zone = matchAt(zoneAt, text, afterTime);
  const range = readRangeEnd(text, afterTime + (zone?.[0].length ?? 0), ms);
  return {
    ms,
    endMs: range.endMs,
    parts: match[3] === undefined ? 2 : 3,
    isClock: match[5] !== undefined || dayMatch !== null || zone !== null,
    day: dayMatch === null ? null : dayOf(dayMatch),
    zone: zone?.[1] ?? null,
    end: range.end,
  };
}

/** `00:12 - 00:15`: where the second time ends, if one follows. */
function readRangeEnd(text: string, at: number, startMs: number): { endMs: number | null; end: number } {
  const range = matchAt(rangeAt, text, at);
  const endMs = range === null ? null : timeMs(range);
  if (range === null || endMs === null) return { endMs: null, end: at };
  return { endMs: endMs >= startMs ? endMs : null, end: at + range[0].length };
}

function spanStamp(span: RegExpExecArray, at: number): Stamp {
  const [, hours = '0', minutes = '0', seconds = '0'] = span;
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return { ms, endMs: null, parts: 3, isClock: false, day: null, zone: null, end: at + span[0].length };
}

/** Two numbers are minutes and seconds here; whoever finds out that they are hours and minutes multiplies by 60. */
function timeMs(match: RegExpExecArray): number | null {
  const [, a = '', b = '', c, fraction = '0', half] = match;
  const [hours, minutes, seconds] = c === undefined ? [0, Number(a), Number(b)] : [Number(a), Number(b), Number(c)];
  if (seconds > 59 || (c !== undefined && minutes > 59)) return null;
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(fraction.padEnd(3, '0'));
  return half === undefined ? ms : halfDayMs(match, ms);
}

function halfDayMs(match: RegExpExecArray, ms: number): number | null {
  const hour = Number(match[1]);
  if (hour < 1 || hour > 12) return null;
  const unit = match[3] === undefined ? 60_000 : 3_600_000;
  const isAfternoon = match[5]?.toLowerCase() === 'p';
  return ms - hour * unit + ((hour % 12) + (isAfternoon ? 12 : 0)) * unit;
}

function dayOf(match: RegExpExecArray): StampDay {
  const [, year, month, day, first, second, shortYear] = match;
  if (year !== undefined) return { year: Number(year), first: Number(month), second: Number(day), order: 'ymd' };
  const number = Number(shortYear);
  return { year: number < 100 ? 2000 + number : number, first: Number(first), second: Number(second), order: 'open' };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
