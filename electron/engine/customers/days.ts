const dayMs = 86_400_000;

/** Days since 1970 of a stored time, with the part of the day. */
export function dayOf(at: string): number {
  return Date.parse(at) / dayMs;
}

/** A stored time moved by days, as a day `YYYY-MM-DD`. */
export function dayBefore(at: string, days: number): string {
  return new Date(Date.parse(at) - days * dayMs).toISOString().slice(0, 10);
}
