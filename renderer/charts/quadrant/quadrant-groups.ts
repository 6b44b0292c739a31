import { displayOf, figureOf, type Figure } from '#renderer/charts/figure-display.ts';
import { evidenceOf } from '#renderer/charts/open-evidence.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import type { Writing } from '#renderer/ui/figure-text.ts';
import type { Envelope } from '#shared/model/envelope.ts';

export type QuadrantAnswer = {
  threshold: number;
  groups: readonly { name: string | null; n: number; technical: Envelope; emotional: Envelope; customer: Envelope }[];
  counts: { rightAndWarm: number; correctButCold: number; kindButWrong: number; neither: number; uncertain: number; unscored: number };
  reliability: Record<'technical' | 'emotional', { units: number; alpha: number | null; gate: 'reliable' | 'tentative' | 'failed' | 'unknown' }>;
};
export type Quadrant = 'rightAndWarm' | 'correctButCold' | 'kindButWrong' | 'neither';

export type QuadrantGroup = {
  id: string; label: string;
  /** 0-100 each, with their intervals; null where fewer than 30 were rated on both. */
  at: { technical: number; emotional: number; technicalCi: readonly [number, number] | null; emotionalCi: readonly [number, number] | null } | null;
  /** The quadrant, or null where an interval crosses a threshold: then it cannot be told. */
  quadrant: Quadrant | null;
  figures: { technical: Figure; emotional: Figure; customer: Figure };
  n: number;
  evidence: ListContext | null;
};

/** Teams or queues on the two dimensions. */
export function quadrantGroups(answer: QuadrantAnswer, nameOf: (name: string | null) => string, writing: Writing): QuadrantGroup[] {
  return answer.groups.map(({ name, technical, emotional, customer }) => {
    const n = Math.min(technical.n, emotional.n);
    const isDrawn = displayOf({ value: technical.value, n }) === 'full' && emotional.value !== null;
    return {
      id: name ?? '', label: nameOf(name), n, evidence: evidenceOf(technical),
      at: isDrawn ? { technical: technical.value ?? 0, emotional: emotional.value ?? 0, technicalCi: intervalOf(technical), emotionalCi: intervalOf(emotional) } : null,
      quadrant: isDrawn ? quadrantOf(technical, emotional, answer.threshold) : null,
      figures: { technical: figureOf(technical, writing), emotional: figureOf(emotional, writing), customer: figureOf(customer, writing) },
    };
  });
}

const intervalOf = ({ ci }: Envelope): readonly [number, number] | null => (ci === null ? null : [ci.lo, ci.hi]);

function quadrantOf(technical: Envelope, emotional: Envelope, threshold: number): Quadrant | null {
  const sure = ({ ci }: Envelope): boolean | null => (ci === null || (ci.lo < threshold && ci.hi >= threshold) ? null : ci.lo >= threshold);
  const [right, warm] = [sure(technical), sure(emotional)];
  if (right === null || warm === null) return null;
  if (right) return warm ? 'rightAndWarm' : 'correctButCold';
  return warm ? 'kindButWrong' : 'neither';
}
