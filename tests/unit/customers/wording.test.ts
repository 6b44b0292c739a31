import { describe, expect, test } from 'vitest';
import { causes } from '#renderer/locales/en/causes.ts';
import { customers } from '#renderer/locales/en/customers.ts';
import { signals } from '#renderer/locales/en/signals.ts';

/** What only an experiment could say. "Cause" names what a listener tagged and stays. */
const proof = /\bcauses (?:the|a|an|more|fewer|customers|churn|contacts)\b|\bcaus(?:ed|ing)\b|\bbecause of\b|\bdue to\b|\bresult(?:s|ed)? in\b|\bleads? to\b|\bled to\b|\bmakes? (?:customers|people) (?:leave|call|stay)\b/i;
/** Sentences that deny it may name it. */
const denial = /\bno proof\b|\bnothing (?:here )?says\b|\bnot (?:that|a proof)\b|\bsays nothing\b/i;

/** Every text of a locale with the way to it. */
function textsOf(node: unknown, path = ''): { path: string; text: string }[] {
  if (typeof node === 'string') return [{ path, text: node }];
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, child]) => textsOf(child, `${path}.${key}`));
}

describe.each([['causes', causes], ['customers', customers], ['signals', signals]])('the words of %s', (name, locale) => {
  const texts = textsOf(locale, name);

  test('are there', () => expect(texts.length).toBeGreaterThan(50));

  test('never say that one thing led to another', () => {
    const found = texts.flatMap(({ path, text }) => text.split(/(?<=[.!?:;])\s+/).filter((sentence) => proof.test(sentence) && !denial.test(sentence)).map((sentence) => `${path}: ${sentence}`));
    expect(found).toEqual([]);
  });
});

test('the rule finds what it forbids', () => {
  for (const sentence of ['The fee caused 12 customers to leave.', 'Left because of the fee', 'A bad call leads to churn']) expect(proof.test(sentence)).toBe(true);
  for (const sentence of ['12 customers who had it left later.', 'Causes with every factor of their cost']) expect(proof.test(sentence)).toBe(false);
});
