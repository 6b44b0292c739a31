import type { ThreadEntry } from '#shared/model/customer.ts';

export const zooms = ['decades', 'years', 'months', 'days'] as const;
export type Zoom = (typeof zooms)[number];
export const lanes = ['phone', 'chat', 'email', 'letter', 'other', 'survey', 'purchase'] as const;
export type Lane = (typeof lanes)[number];

/** A stretch of time with what happened in each lane, or a run of stretches in which nothing did. */
export type LaneColumn =
  | { kind: 'cell'; key: string; start: string; entries: Partial<Record<Lane, ThreadEntry[]>> }
  | { kind: 'fold'; key: string; start: string; end: string; units: number };

/** At least so many empty stretches in a row are folded. */
const foldedFrom = 2;

export function laneOf(entry: ThreadEntry): Lane {
  return entry.kind === 'contact' ? entry.channel : entry.kind;
}

type Unit = { year: number; part: number };
/** Parts of a year at each zoom; days are counted from 1970 instead. */
const parts: Record<Exclude<Zoom, 'days'>, number> = { decades: 1, years: 4, months: 12 };
const dayMs = 86_400_000;

/** The number of the stretch that a day belongs to, counted without gaps: years, quarters, months or days. */
export function unitOf(at: string, zoom: Zoom): number {
  if (zoom === 'days') return Math.floor(Date.parse(at.slice(0, 10)) / dayMs);
  const { year, part }: Unit = { year: Number(at.slice(0, 4)), part: Math.floor(((Number(at.slice(5, 7) || 1) - 1) * parts[zoom]) / 12) };
  return year * parts[zoom] + part;
}

/** The first day of a stretch. */
export function unitStart(unit: number, zoom: Zoom): string {
  if (zoom === 'days') return new Date(unit * dayMs).toISOString().slice(0, 10);
  const year = Math.floor(unit / parts[zoom]);
  const month = ((unit % parts[zoom]) * 12) / parts[zoom] + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

/**
 * What happened, stretch by stretch from the first to the last; empty stretches stand in place, and from two in a row on
 * they become one labelled fold, never a silent break.
 */
export function laneColumns(entries: readonly ThreadEntry[], zoom: Zoom): LaneColumn[] {
  const byUnit = new Map<number, Partial<Record<Lane, ThreadEntry[]>>>();
  for (const entry of entries) {
    if (entry.at === null) continue;
    const unit = unitOf(entry.at, zoom);
    const cell = byUnit.get(unit) ?? {};
    byUnit.set(unit, cell);
    (cell[laneOf(entry)] ??= []).push(entry);
  }
  const units = [...byUnit.keys()].toSorted((a, b) => a - b);
  return units.flatMap((unit, index): LaneColumn[] => {
    const before = units[index - 1];
    const empty = before === undefined ? 0 : unit - before - 1;
    const start = unitStart(unit, zoom);
    const cell: LaneColumn = { kind: 'cell', key: start, start, entries: byUnit.get(unit) ?? {} };
    if (before === undefined || empty === 0) return [cell];
    const from = unitStart(before + 1, zoom);
    if (empty >= foldedFrom) return [{ kind: 'fold', key: `fold ${from}`, start: from, end: unitStart(unit - 1, zoom), units: empty }, cell];
    return [{ kind: 'cell', key: from, start: from, entries: {} }, cell];
  });
}

/** The lanes that anything happened in, in their order. */
export function usedLanes(entries: readonly ThreadEntry[]): Lane[] {
  const used = new Set(entries.map(laneOf));
  return lanes.filter((lane) => used.has(lane));
}
