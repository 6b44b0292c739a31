/** `2:14.5` or `1:02:14` as milliseconds; null for anything else. */
export function clockMs(text: string): number | null {
  const parts = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,3})?)$/u.exec(text.trim());
  if (parts === null) return null;
  const seconds = Number((parts[3] ?? '0').replace(',', '.'));
  return seconds >= 60 ? null : Math.round((Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + seconds) * 1000);
}

/** Milliseconds as `2:14.500`. */
export function exactClock(ms: number): string {
  const whole = Math.round(ms);
  const minutes = Math.floor(whole / 60_000);
  return `${minutes}:${((whole % 60_000) / 1000).toFixed(3).padStart(6, '0')}`;
}
