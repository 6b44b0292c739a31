import { decimalText, type Writing } from './figure-text.ts';

/** An answer to a question of a survey or of a form; `value` null where it was answered in words or not at all. */
export type Answer = { value: number | null; text: string | null; scaleMin: number | null; scaleMax: number | null };

/** What was answered: `4 of 5`, `yes` where the question knows only 0 and 1, the words themselves, or that nothing was. */
export function answerText({ value, text, scaleMin, scaleMax }: Answer, { locale, t }: Writing): string {
  if (value === null) return text ?? t('figure:answer.none');
  if (scaleMin === 0 && scaleMax === 1 && (value === 0 || value === 1)) return t(value === 1 ? 'figure:answer.yes' : 'figure:answer.no');
  const number = decimalText(value, locale);
  return scaleMax === null ? number : t('figure:answer.scale', { value: number, max: decimalText(scaleMax, locale) });
}
