import { EarshotError } from '#shared/errors.ts';
import type { DrawRequest, FrameAdvice, QueueStratum } from '#shared/model/audit-queue.ts';
import { zFor } from '#shared/stats/limits.ts';
import { drawSample, sampleSizeForProportion, sampleSizeToDetect } from '#shared/stats/sampling.ts';
import { drawStratified, sizeForStrata } from '#shared/stats/stratified-draw.ts';
import type { Database } from '#engine/store/database.ts';
import { interactionWhere, type GoodRule } from '#engine/store/queries/interaction-where.ts';
import { samplingFrame, type FrameUnit, type SamplingFrame } from '#engine/store/queries/sampling-frame.ts';

export type DrawnEntry = { interactionId: string; position: number; stratum: string | null; probability: number | null; replacedBecause: null };
export type Draw = { frame: SamplingFrame; strata: QueueStratum[]; entries: DrawnEntry[] };

/** @throws EarshotError REFUSED for a split that puts an interaction into several strata */
export function frameOf(db: Database, rule: GoodRule, request: DrawRequest): SamplingFrame {
  if (request.strataField === 'cause') throw new EarshotError('REFUSED', 'An interaction can have several causes, so causes are no strata. Choose another field.');
  return samplingFrame(db, rule, request);
}

const entry = (unit: FrameUnit, index: number, probability: number | null): DrawnEntry => ({ interactionId: unit.id, position: index + 1, stratum: unit.stratum, probability, replacedBecause: null });

/**
 * Draws from a frame: the same frame, size and seed give the same interactions. A targeted list is not drawn but taken
 * from the top, newest first, and carries no probabilities.
 */
export function draw(db: Database, rule: GoodRule, request: DrawRequest): Draw {
  const frame = frameOf(db, rule, request);
  const { size, seed } = request;
  if (request.method === 'targeted') {
    const newest = newestFirst(db, rule, { request, units: frame.units }).slice(0, size);
    return { frame, strata: [], entries: newest.map((unit, index) => entry(unit, index, null)) };
  }
  if (request.method === 'random' || request.strataField === null) {
    const units = drawSample(frame.units, size, seed);
    return { frame, strata: [], entries: units.map((unit, index) => entry(unit, index, units.length / frame.units.length)) };
  }
  const { strata, units } = drawStratified(frame.units, (unit) => unit.stratum, { size, seed });
  const inOrder = [...units].sort((a, b) => (a.unit.externalId < b.unit.externalId ? -1 : 1));
  return { frame, strata, entries: inOrder.map(({ unit, probability }, index) => entry(unit, index, probability)) };
}

function newestFirst(db: Database, rule: GoodRule, { request, units }: { request: DrawRequest; units: readonly FrameUnit[] }): FrameUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const where = interactionWhere(request.filter, rule);
  return db.all<{ id: string }>(`SELECT i.id FROM interaction i WHERE ${where.sql} ORDER BY i.started_at DESC NULLS LAST, i.key`, where.parameters)
    .flatMap(({ id }) => byId.get(id) ?? []);
}

/** How large the frame is, what was left out of it, and how many to draw. */
export function frameAdvice(db: Database, rule: GoodRule, request: DrawRequest): FrameAdvice {
  const { frame, strata } = draw(db, rule, request);
  const population = frame.units.length;
  const upTo = (size: number): number => Math.min(size, population);
  const estimate = (e: number): number => (population === 0 ? 0 : sampleSizeForProportion({ p: 0.5, e, population }));
  return {
    frameSize: population, frameHash: frame.hash, excluded: frame.excluded, strata,
    halfWidth: population === 0 ? null : halfWidth(upTo(request.size), population),
    toEstimate5: estimate(0.05), toEstimate10: estimate(0.1), toSeeOneIn20: upTo(sampleSizeToDetect(0.05)),
    forStrata: strata.length === 0 ? null : sizeForStrata(strata.map(({ size }) => size), 2),
  };
}

/** Half-width in points of a share of one half, with the finite population correction (Cochran 1977). */
function halfWidth(n: number, population: number): number {
  const correction = population <= 1 ? 0 : Math.sqrt((population - n) / (population - 1));
  return 100 * zFor(0.95) * Math.sqrt(0.25 / n) * correction;
}

/**
 * Who replaces an interaction that cannot be heard or read: the first of the same stratum in an order that the seed
 * shuffled, which the queue does not hold yet. Null when there is none left.
 */
export function replacement(frame: SamplingFrame, held: ReadonlySet<string>, { stratum, seed }: { stratum: string | null; seed: number }): FrameUnit | null {
  const left = frame.units.filter((unit) => unit.stratum === stratum && !held.has(unit.id));
  return drawSample(left, 1, seed + held.size)[0] ?? null;
}
