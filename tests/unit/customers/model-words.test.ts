import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { holdOutText, modelHowText, modelValueText } from '#renderer/features/customers/thread/model-words.ts';
import { customers } from '#renderer/locales/en/customers.ts';
import { envelope } from '#shared/model/envelope.ts';
import { PurchaseRefusal, type ModelValue } from '#shared/model/model-value.ts';

let t: TFunction;
beforeAll(async () => {
  const i18n = createInstance();
  await i18n.init({ lng: 'en', resources: { en: { customers } }, defaultNS: 'customers', interpolation: { escapeValue: false } });
  t = i18n.t;
});
const writing = () => ({ t, locale: 'en-GB' });

const holdOut = { of: 'purchases', from: '2026-05-02', to: '2026-10-31', customers: 1500, predicted: 1138.4, observed: 1107 } as const;
const model = (change: Partial<ModelValue>): ModelValue => ({
  value: envelope({ unit: 'currency', value: 234.4, n: 1500, ci: { lo: 203.9, hi: 267, conf: 0.95, method: 'bootstrap' } }), currency: 'GBP', basis: 'purchases', method: 'bgnbd', years: null, retention: null,
  yearMargin: 103.75, leftOn: null, ahead: { purchases: 8.46, years: 2, each: 30.1, bought: 6, stillBuys: 0.145 }, fitted: null, refusal: null, holdOut, ...change,
});

describe('the words of a value by purchases', () => {
  test('say how the model did on time that it did not know', () => {
    expect(holdOutText(holdOut, writing())).toBe('Tried on the last quarter of the time: of 1,500 customers known on 2 May 2026 it expected 1,138 purchases and saw 1,107: off by 3 per cent.');
    expect(holdOutText({ ...holdOut, observed: 0 }, writing())).toContain('it expected 1,138 purchases, none was made.');
  });

  test('give two digits, and of what they are made, by which model and why', () => {
    expect(modelValueText(model({}), writing())).toBe('about £230 (95% interval £200 to £270)');
    const how = modelHowText(model({}), writing());
    for (const part of ['8.5 purchases expected in the next 2', '£30 each', 'Chance of still buying: 15%', 'because nothing on record is renewed or cancelled', 'no promise']) expect(how).toContain(part);
  });

  test('never call somebody safe who bought once', () => {
    const how = modelHowText(model({ ahead: { purchases: 1, years: 2, each: 30, bought: 1, stillBuys: null } }), writing());
    expect(how).toContain('Bought once');
    expect(how).not.toContain('Chance of still buying');
  });

  test.each(PurchaseRefusal.options)('say why there is none: %s', (refusal) => {
    const none = model({ refusal, value: envelope({ unit: 'currency', value: null, reason: 'NOT_IDENTIFIED' }), ahead: null });
    expect(modelValueText(none, writing())).toMatch(/^(No model: |No sum: |Not known: )/);
    expect(modelHowText(none, writing())).toBe('');
  });

  test('tell purchases without their worth where spending cannot be told', () => {
    const how = modelHowText(model({ refusal: 'value_depends', value: envelope({ unit: 'currency', value: null, reason: 'NOT_IDENTIFIED' }), ahead: { purchases: 8.46, years: 2, each: null, bought: 6, stillBuys: 0.145 } }), writing());
    expect(how).toContain('8.5 purchases expected');
    expect(how).not.toMatch(/ each|promise/);
  });
});
