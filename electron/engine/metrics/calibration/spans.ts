import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { ItemAgreement, RoundDefinition } from '#shared/model/calibration.ts';
import type { CodedSpan } from '#shared/stats/coded-span.ts';
import { mean } from '#shared/stats/descriptive.ts';
import { spanF1 } from '#shared/stats/span-f1.ts';
import { unitizingAlpha } from '#shared/stats/unitizing.ts';
import type { OpenedAnswer } from '#engine/store/queries/calibration.ts';
import { smallSampleFlags } from '../small-sample.ts';

/** The atomic unit of time, on which alpha depends a little. */
const unitMs = 100;
/** How far the ends of two spans may lie apart. */
const toleranceMs = 1000;

type Span = { interaction: string; startMs: number; endMs: number };

/**
 * Whether raters heard an item at the same place: unitizing alpha (covered or not) over the interactions laid end to end, and
 * the mean F1 of every pair of raters. Interactions reach as far as anybody's evidence does.
 */
export function spanAgreement(round: RoundDefinition, answers: readonly OpenedAnswer[], item: string): Pick<ItemAgreement, 'spansAlpha' | 'spansF1'> {
  const spansBy = round.raters.map((rater) => answers.flatMap(({ rater: by, item: of, interaction, startMs, endMs }): Span[] => (
    by === rater && of === item && startMs !== null && endMs !== null && endMs > startMs ? [{ interaction, startMs, endMs }] : [])));
  const given = spansBy.flat();
  const n = given.length;
  const ends = round.interactions.map((interaction) => Math.max(0, ...answers.filter((answer) => answer.interaction === interaction).map(({ endMs }) => Math.ceil((endMs ?? 0) / unitMs))));
  const starts = new Map(round.interactions.map((interaction, at) => [interaction, ends.slice(0, at).reduce((sum, end) => sum + end, 0)]));
  const length = ends.reduce((sum, end) => sum + end, 0);
  const observers = spansBy.map((spans) => spans.map(({ interaction, startMs, endMs }): CodedSpan => {
    const offset = starts.get(interaction) ?? 0;
    return { start: offset + Math.round(startMs / unitMs), end: offset + Math.round(endMs / unitMs), code: item };
  }));
  const figure = (value: number | null, reason: Envelope['reason'], flags: string[]) => envelope({ unit: 'ratio', value, n, denominator: n, reason: value === null ? reason ?? 'NO_DATA' : null, flags: smallSampleFlags(n, flags) });
  if (n === 0) return { spansAlpha: figure(null, 'NO_DATA', ['calibration']), spansF1: figure(null, 'NO_DATA', ['calibration']) };
  const { binary, reason, reasons } = unitizingAlpha({ length, observers });
  const pairs = observers.flatMap((first, at) => observers.slice(at + 1).map((second) => spanF1(first, second, toleranceMs / unitMs).f1));
  return {
    spansAlpha: figure(binary, reason ?? reasons['binary'] ?? 'NO_VARIATION', ['calibration']),
    spansF1: figure(mean(pairs.filter((f1) => f1 !== null)), 'NO_DATA', ['calibration', 'not_chance_corrected']),
  };
}
