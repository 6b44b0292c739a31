import { UsageError } from './command.ts';

/**
 * A place in a recording as people write it: `2:14`, `1:02:03.5`, or seconds. @returns milliseconds
 * @throws UsageError
 */
export function parseClockTime(text: string): number {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:\.\d{1,3})?)$/.exec(text);
  const [, hours = '0', minutes = '0', seconds = ''] = match ?? [];
  const isOverflowing = match !== null && text.includes(':') && (Number(seconds) >= 60 || (match[1] !== undefined && Number(minutes) >= 60));
  if (match === null || isOverflowing) throw new UsageError(`“${text}” is not a time. Write minutes and seconds: 2:14.`);
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
}

/** Milliseconds as `2:14` or `1:02:03`; a dash for what is not known. */
export function clockTime(ms: number | null): string {
  if (ms === null) return '-';
  const whole = Math.floor(ms / 1000);
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, '0')}:${String(seconds).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}
