import type { Estimate, FeeInput } from '#shared/model/fee.ts';
import { decimalText, shareText } from '#renderer/ui/figure-text.ts';
import { moneyText } from './money.ts';

/** How an input is typed and written: shares as percent. */
export type InputKind = 'count' | 'share' | 'money' | 'number';
export const inputKind: Readonly<Record<FeeInput, InputKind>> = {
  customers: 'count', shareCharged: 'share', fee: 'money', waivedShare: 'share', contactsPerCharged: 'number', costPerContact: 'money', creditPerContact: 'money', extraChurn: 'share',
  marginPerCustomerYear: 'money', yearsLost: 'number', discount: 'share', oneOff: 'money',
};

/** A share is typed as percent; everything else as it is. */
export const scaleOf = (input: FeeInput): number => (inputKind[input] === 'share' ? 100 : 1);

/** One end of a belief changed; the others give way, so that low <= likely <= high always holds. What was exact stays exact when the likely value moves. */
export function withEnd(estimate: Estimate, end: keyof Estimate, value: number): Estimate {
  if (end === 'low') return { low: value, mode: Math.max(value, estimate.mode), high: Math.max(value, estimate.high) };
  if (end === 'high') return { low: Math.min(value, estimate.low), mode: Math.min(value, estimate.mode), high: value };
  if (estimate.low === estimate.high) return { low: value, mode: value, high: value };
  return { low: Math.min(value, estimate.low), mode: value, high: Math.max(value, estimate.high) };
}

/** A value of an input as words. */
export function inputText(input: FeeInput, value: number, { locale, currency }: { locale: string; currency: string | null }): string {
  switch (inputKind[input]) {
    case 'share': return shareText(value, locale);
    case 'money': return moneyText(value, currency, { locale, isExact: true });
    case 'count': return decimalText(value, locale, 0);
    case 'number': return decimalText(value, locale, 2);
  }
}
