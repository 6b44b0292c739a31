import { attributeOf, type XmlElement } from '#engine/importers/xml/read-xml.ts';

/** Frames and ticks a second, as the root element states them. */
export type TtmlClock = { frameRate: number; tickRate: number };

/** TTML2 section 7.2: 30 frames a second unless stated, times a multiplier; ticks follow frames. */
export function ttmlClock(root: XmlElement): TtmlClock {
  const frames = positive(attributeOf(root, 'frameRate'));
  const [over = 1, under = 1] = (attributeOf(root, 'frameRateMultiplier') ?? '1 1').split(/\s+/).map(Number);
  const factor = over > 0 && under > 0 ? over / under : 1;
  const frameRate = (frames ?? 30) * factor;
  return { frameRate, tickRate: positive(attributeOf(root, 'tickRate')) ?? (frames === null ? 1 : frameRate) };
}

/** A time expression (TTML2 section 10.3.1) in milliseconds: `00:00:13.020`, `00:00:13:12` (frames), `13.02s`, `500ms`, `120f`, `9000t`. */
export function readTtmlTime(expression: string | undefined, { frameRate, tickRate }: TtmlClock): number | null {
  const text = expression?.trim() ?? '';
  const clock = /^(\d{2,6}):(\d{2}):(\d{2})(?:\.(\d{1,9})|:(\d{1,4})(?:\.\d{1,4})?)?$/.exec(text);
  if (clock !== null) {
    const [, hours = '', minutes = '', seconds = '', fraction, frames] = clock;
    const whole = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return whole + (fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000) + (frames === undefined ? 0 : (Number(frames) * 1000) / frameRate);
  }
  const offset = /^(\d{1,15}(?:\.\d{1,9})?)(h|m|s|ms|f|t)$/.exec(text);
  if (offset === null) return null;
  const units: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, f: 1000 / frameRate, t: 1000 / tickRate };
  return Number(offset[1]) * (units[offset[2] ?? ''] ?? 1);
}

function positive(value: string | undefined): number | null {
  const number = Number(value);
  return Number.isFinite(number) && number > 0 ? number : null;
}
