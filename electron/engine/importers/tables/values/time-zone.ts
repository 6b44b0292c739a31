const HOUR_MS = 3_600_000;
/** About eleven years of hours; then the memory starts anew. */
const MAX_REMEMBERED = 100_000;

type Zone = { format: Intl.DateTimeFormat; offsets: Map<number, number> };
const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    zone = { format, offsets: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

export function isTimeZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds to add to UTC for the wall clock of a zone. Zones change on the quarter hour at most, so hours are remembered. */
function offsetMs(utcMs: number, zone: Zone): number {
  const hour = Math.floor(utcMs / HOUR_MS);
  const known = zone.offsets.get(hour);
  if (known !== undefined) return known;
  const parts: Record<string, number> = {};
  for (const part of zone.format.formatToParts(hour * HOUR_MS)) parts[part.type] = Number(part.value);
  const { year = 1970, month = 1, day = 1, hour: hours = 0, minute = 0, second = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hours, minute, second) - hour * HOUR_MS;
  if (zone.offsets.size >= MAX_REMEMBERED) zone.offsets.clear();
  zone.offsets.set(hour, offset);
  return offset;
}

/**
 * The UTC time of a wall clock in a zone, both in milliseconds. An hour that the clock skips moves forward; of an hour that
 * it shows twice the first is meant.
 * @param name IANA time zone
 */
export function wallToUtc(wallMs: number, name: string): number {
  if (name === 'UTC') return wallMs;
  const zone = zoneOf(name);
  const early = wallMs - offsetMs(wallMs - 24 * HOUR_MS, zone);
  if (early + offsetMs(early, zone) === wallMs) return early;
  const late = wallMs - offsetMs(wallMs + 24 * HOUR_MS, zone);
  return late + offsetMs(late, zone) === wallMs ? late : early;
}
