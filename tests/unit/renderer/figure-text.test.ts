import { describe, expect, it } from 'vitest';
import { envelope } from '#shared/model/envelope.ts';
import { startTexts } from '#renderer/locales/i18n.ts';
import { countText, durationText, envelopeText, intervalText, shareText, signedText, sizeText, valueText, type Writing } from '#renderer/ui/figure-text.ts';

const writing: Writing = { locale: 'en-GB', t: startTexts('en').t };

describe('figures in words', () => {
  it.each([[0, '0:00'], [999, '0:00'], [134_000, '2:14'], [3_734_000, '1:02:14'], [-5, '0:00']])('%d ms is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });

  it.each([[0, '0'], [18.4, '+18'], [-4, '−4'], [0.2, '+0.2'], [-0.04, '0']])('the difference %d is %s', (value, text) => {
    expect(signedText(value, 'en-GB')).toBe(text);
  });

  it.each([[0, '0%'], [0.625, '63%'], [0.004, '0.4%'], [0.999, '99.9%'], [1, '100%']])('the share %d is %s', (value, text) => {
    expect(shareText(value, 'en-GB')).toBe(text);
  });

  it.each([[0, '0 byte'], [999, '999 byte'], [1_900_000, '1.9 MB'], [2_400, '2.4 kB'], [5e12, '5,000 GB']])('%d bytes are %s', (bytes, text) => {
    expect(sizeText(bytes, 'en-GB')).toBe(text);
  });

  it('follows the locale: separators and percent signs', () => {
    expect(countText(3214, 'de')).toBe('3.214');
    expect(shareText(0.62, 'de')).toMatch(/^62\s%$/);
  });

  it('never shows a value without its n', () => {
    expect(envelopeText(envelope({ unit: 'share', value: 0.62, n: 1102 }), writing)).toBe('62% (n = 1,102)');
    expect(envelopeText(envelope({ unit: 'points', value: 1, n: 40 }), writing)).toBe('+1 point (n = 40)');
    expect(envelopeText(envelope({ unit: 'share', value: null, n: 3, reason: 'BELOW_MIN_N' }), writing)).toBe('Too few to show (n = 3)');
    expect(envelopeText(envelope({ unit: 'share', value: null }), writing)).toBe('No data for this yet (n = 0)');
  });

  it('writes each unit', () => {
    expect((['share', 'points', 'seconds', 'count', 'score', 'ratio', 'wpm'] as const).map((unit) => valueText(2, unit, writing)))
      .toEqual(['200%', '+2 points', '0:02', '2', '2.0', '2.00', '2 words a minute']);
  });

  it('gives the interval with its confidence, and nothing where there is none', () => {
    const ci = { lo: 0.58, hi: 0.66, conf: 0.95, method: 'wilson' };
    expect(intervalText(envelope({ unit: 'share', value: 0.62, n: 600, ci }), writing)).toBe('95% interval 58% to 66%');
    expect(intervalText(envelope({ unit: 'points', value: 4, n: 600, ci: { ...ci, lo: -2, hi: 10 } }), writing)).toBe('95% interval −2 to +10');
    expect(intervalText(envelope({ unit: 'share', value: 0.62, n: 600 }), writing)).toBeNull();
  });
});
