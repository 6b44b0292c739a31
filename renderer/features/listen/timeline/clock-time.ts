/** A time on the player's clock: `2:14`, `1:02:14`. Rounds down, as a clock does. */
export function clockTime(ms: number): string {
  const { hours, minutes, seconds } = clockParts(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** Whole hours, minutes and seconds of a time. Negative times count as 0. */
export function clockParts(ms: number): { hours: number; minutes: number; seconds: number } {
  const total = Math.max(0, Math.floor(ms / 1000));
  return { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
}
