import { envelope, type Envelope, type Reason } from '#shared/model/envelope.ts';
import type { CalibrationItem, ItemAgreement, RoundDefinition } from '#shared/model/calibration.ts';
import { alphaLimits, minUnitsForAlpha } from '#shared/stats/alpha-interval.ts';
import { cohenKappa } from '#shared/stats/cohen.ts';
import { fleissKappa } from '#shared/stats/fleiss.ts';
import { agreementWithMissing } from '#shared/stats/gwet.ts';
import { icc } from '#shared/stats/icc.ts';
import { alphaPanel } from '#shared/stats/krippendorff.ts';
import { wilson } from '#shared/stats/wilson.ts';
import { mean } from '#shared/stats/descriptive.ts';
import type { OpenedAnswer } from '#engine/store/queries/calibration.ts';
import { smallSampleFlags } from '../small-sample.ts';
import { spanAgreement } from './spans.ts';

/** Krippendorff's customary thresholds (Krippendorff 2019, section 12.5.2). */
const [reliableFrom, tentativeFrom] = [0.8, 0.667];
const seed = 20_190_501;

type About = { n: number; ci?: Envelope['ci']; x?: number; reason?: Reason | null };

/**
 * A figure of a round. The rule that hides fewer than five units is for people and customers; a round is two to four
 * calls, and its raters are to see every pair. It is flagged as few all the same.
 */
function figure(unit: 'share' | 'ratio', value: number | null, { n, ci = null, x, reason = null }: About): Envelope {
  return envelope({ unit, value, n, denominator: n, ci, ...(x === undefined ? {} : { x }), reason: value === null ? reason ?? 'NO_DATA' : null, flags: smallSampleFlags(n, ['calibration']) });
}

/** Values of one item: one row per rater, one place per interaction. */
type Matrix = readonly (readonly (number | null)[])[];

export function matrixOf(round: RoundDefinition, answers: readonly OpenedAnswer[], item: string): (number | null)[][] {
  const values = new Map(answers.filter((answer) => answer.item === item).map((answer) => [JSON.stringify([answer.rater, answer.interaction]), answer.value]));
  return round.raters.map((rater) => round.interactions.map((interaction) => values.get(JSON.stringify([rater, interaction])) ?? null));
}

/** Differences of every pair of raters on every interaction that both scored. */
function pairDifferences(matrix: Matrix): number[] {
  return matrix.flatMap((first, at) => matrix.slice(at + 1).flatMap((second) => first.flatMap((value, unit) => {
    const other = second[unit] ?? null;
    return value === null || other === null ? [] : [Math.abs(value - other)];
  })));
}

/** Interactions that at least two raters scored, and those that all did. */
function unitsOf(matrix: Matrix) {
  const columns = (matrix[0] ?? []).map((_, unit) => matrix.map((row) => row[unit] ?? null));
  const paired = columns.filter((column) => column.filter((value) => value !== null).length >= 2);
  return { paired, complete: paired.filter((column): column is number[] => column.every((value) => value !== null)) };
}

/** Agreement on one item, by every measure that its data allow; each that they do not says why. */
export function itemAgreement(round: RoundDefinition, answers: readonly OpenedAnswer[], item: CalibrationItem): ItemAgreement {
  const matrix = matrixOf(round, answers, item.item);
  const differences = pairDifferences(matrix);
  const { paired } = unitsOf(matrix);
  const n = paired.length;
  const share = (within: number): Envelope => {
    const x = differences.filter((difference) => difference <= within + 1e-9).length;
    // Pairs of one interaction are not independent: an interval is given only where there is one pair each.
    const ci = round.raters.length === 2 ? wilson({ x, n: differences.length }) : null;
    return figure('share', differences.length === 0 ? null : x / differences.length, { n: differences.length, x, ci: ci && { lo: ci[0], hi: ci[1], conf: 0.95, method: 'wilson' } });
  };
  const alpha = alphaOf(matrix, n);
  return {
    ...item, raters: matrix.filter((row) => row.some((value) => value !== null)).length, units: n, values: matrix.map((row) => [...row]),
    exact: share(0), withinOne: share(1), alpha, ...cohenOf(matrix, item.max), fleiss: fleissOf(matrix, item.max), ac1: ac1Of(matrix, item.max, n),
    ...spanAgreement(round, answers, item.item), gate: gateOf(alpha),
  };
}

function alphaOf(matrix: Matrix, n: number): Envelope {
  const { ordinal, reason, reasons } = alphaPanel(matrix);
  const limits = n >= minUnitsForAlpha ? alphaLimits(matrix, 'ordinal', { seed }) : null;
  return figure('ratio', ordinal, { n, reason: reason ?? reasons['ordinal'] ?? 'NO_VARIATION', ci: limits && { lo: limits[0], hi: limits[1], conf: 0.95, method: `bootstrap-percentile seed ${seed}` } });
}

/** Below 30 interactions the estimate is no verdict: unknown. */
function gateOf({ value, n, ci }: Envelope): ItemAgreement['gate'] {
  const judged = n < 100 ? ci?.lo ?? null : value;
  if (n < minUnitsForAlpha || judged === null) return 'unknown';
  if (judged >= reliableFrom) return 'reliable';
  return judged >= tentativeFrom ? 'tentative' : 'failed';
}

function cohenOf(matrix: Matrix, max: number): Pick<ItemAgreement, 'cohen' | 'cohenQuadratic'> {
  const { complete } = unitsOf(matrix);
  if (matrix.length !== 2) {
    const none = figure('ratio', null, { n: complete.length, reason: 'NOT_IDENTIFIED' });
    return { cohen: none, cohenQuadratic: none };
  }
  const table = Array.from({ length: max + 1 }, () => Array.from({ length: max + 1 }, () => 0));
  for (const [first = 0, second = 0] of complete) {
    const row = table[Math.round(first)];
    if (row) row[Math.round(second)] = (row[Math.round(second)] ?? 0) + 1;
  }
  const { kappa, ci, quadraticWeighted, reason, reasons } = cohenKappa(table);
  const n = complete.length;
  return {
    cohen: figure('ratio', kappa, { n, reason, ci: ci && { lo: ci[0], hi: ci[1], conf: 0.95, method: 'wald' } }),
    cohenQuadratic: figure('ratio', quadraticWeighted, { n, reason: reason ?? reasons['quadraticWeighted'] ?? 'NO_VARIATION' }),
  };
}

function fleissOf(matrix: Matrix, max: number): Envelope {
  const { complete } = unitsOf(matrix);
  if (matrix.length < 3) return figure('ratio', null, { n: complete.length, reason: 'NOT_IDENTIFIED' });
  const counts = complete.map((column) => Array.from({ length: max + 1 }, (_, value) => column.filter((given) => Math.round(given) === value).length));
  const { kappa, reason } = fleissKappa(counts);
  return figure('ratio', kappa, { n: complete.length, reason });
}

function ac1Of(matrix: Matrix, max: number, n: number): Envelope {
  const { ac1, reason } = agreementWithMissing(matrix, Array.from({ length: max + 1 }, (_, value) => value));
  return figure('ratio', ac1, { n, reason });
}

/** ICC(2,1) of the raters' mean scores, 0-100, over interactions that every rater scored. */
export function roundIcc(round: RoundDefinition, answers: readonly OpenedAnswer[]): Envelope {
  const maxOf = new Map(round.items.map(({ item, max }) => [item, max]));
  const scoreOf = (interaction: string, rater: string) => mean(answers.filter((answer) => answer.interaction === interaction && answer.rater === rater && answer.value !== null)
    .map(({ item, value }) => (100 * (value ?? 0)) / (maxOf.get(item) ?? 4)));
  const scores = round.interactions.map((interaction) => round.raters.map((rater) => scoreOf(interaction, rater))).filter((row): row is number[] => row.every((score) => score !== null));
  const { icc2, reason, reasons } = icc(scores);
  return figure('ratio', icc2, { n: scores.length, reason: reason ?? reasons['icc2'] ?? 'NO_VARIATION' });
}
