import { displayOf, figureOf, type Figure } from '#renderer/charts/figure-display.ts';
import { evidenceOf } from '#renderer/charts/open-evidence.ts';
import { monthText } from '#renderer/charts/segment-name.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import type { Writing } from '#renderer/ui/figure-text.ts';
import type { Envelope } from '#shared/model/envelope.ts';

/** A month as the engine answers it; `figure` is what is drawn. */
export type MonthFigure = { month: string; figure: Envelope; lcl: number | null; ucl: number | null; isSignal: boolean; isComplete: boolean };

export type ControlMonth = {
  month: string;
  label: string;
  /** In the unit of the axis: percent for shares. Null where too few stand behind it. */
  value: number | null;
  lcl: number | null;
  ucl: number | null;
  figure: Figure;
  isFaint: boolean;
  isSignal: boolean;
  isComplete: boolean;
  evidence: ListContext | null;
};

/** Months ready to draw; limits are shares and become percent with the values. */
export function controlMonths(months: readonly MonthFigure[], writing: Writing): ControlMonth[] {
  return months.map(({ month, figure, lcl, ucl, isSignal, isComplete }) => {
    const display = displayOf(figure);
    const scale = figure.unit === 'share' ? 100 : 1;
    return {
      month, label: monthText(month, writing.locale), figure: figureOf(figure, writing), isSignal, isComplete, evidence: evidenceOf(figure),
      value: figure.value === null || display === 'hidden' ? null : figure.value * scale, isFaint: display === 'few',
      lcl: lcl === null ? null : Math.max(0, lcl) * scale, ucl: ucl === null ? null : Math.min(1, ucl) * scale,
    };
  });
}
