import type { ModelValue, PurchaseRefusal } from '#shared/model/model-value.ts';
import { bgnbdAt, bgnbdGuard, fitBgnbdSteps } from '#shared/stats/bgnbd-fit.ts';
import { buyerLogLikelihood, conditionalPurchases, isIdentified, type BgnbdParameters, type Buyer } from '#shared/stats/bgnbd.ts';
import { fitGammaGammaSteps, spendAt, spenderLogLikelihood, type SpendParameters, type Spender } from '#shared/stats/gamma-gamma.ts';
import { oneStepRefits, type FittedModel } from '#shared/stats/one-step-bootstrap.ts';
import type { Stepwise } from '#shared/stats/stepwise.ts';
import type { BuyingHistory, Money, Span } from './buying-history.ts';
import { dayOf } from './days.ts';
import { yearlyDiscount } from './discount.ts';

/** From here on spending goes with how often somebody buys, and the spend model does not hold (metric specification 7). */
export const mostCorrelation = 0.2;
/** More repeat buyers without anything spent than this share, and the spend model leaves out too many. */
const mostWithoutAmount = 0.05;
/** Nobody's purchases are told further ahead than that, nor further than the history reaches back. */
const mostYears = 5;
const yearWeeks = 365.25 / 7;
const draws = 200;
const seed = 20_261_122;

type HoldOut = NonNullable<ModelValue['holdOut']>;
export type BuyingParameters = { readonly buying: BgnbdParameters; readonly spend: SpendParameters | null };

/** The models with their trial and what chance in who was observed does to them. `noSpend` says why there is no model of spending. */
export type PurchaseModel = Span & BuyingParameters & {
  readonly customers: number; readonly years: number; readonly noSpend: PurchaseRefusal | null; readonly refits: readonly BuyingParameters[];
  readonly holdOut: HoldOut; readonly currency: string | null; readonly isRevenue: boolean;
};

/** Fits the model to the first three quarters of the time and lets it tell the last one: purchases of the customers known at its beginning. */
function* heldOutPurchases(histories: readonly BuyingHistory[], { until, cut }: Span): Stepwise<HoldOut | null> {
  const known = histories.flatMap(({ early, later }) => (early === null ? [] : [{ early, later }]));
  const { r, alpha, a, b } = yield* fitBgnbdSteps(known.map(({ early }) => early));
  if (r === null || alpha === null || a === null || b === null) return null;
  const weeks = (dayOf(until) - dayOf(cut)) / 7;
  let [predicted, observed] = [0, 0];
  for (const [index, { early, later }] of known.entries()) {
    if (index % 500 === 0) yield;
    predicted += conditionalPurchases({ r, alpha, a, b }, early, weeks).expectedPurchases ?? 0;
    observed += later;
  }
  return { of: 'purchases', from: cut, to: until, customers: known.length, predicted, observed };
}

/** Pearson's correlation; 0 where one of the two does not vary. */
function correlation(pairs: readonly Spender[]): number {
  const n = pairs.length;
  const [mx, my] = [pairs.reduce((sum, { x }) => sum + x, 0) / n, pairs.reduce((sum, { meanValue }) => sum + meanValue, 0) / n];
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, meanValue } of pairs) {
    xx += (x - mx) ** 2;
    yy += (meanValue - my) ** 2;
    xy += (x - mx) * (meanValue - my);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

/** What each purchase brings, or why it cannot be told apart from how often somebody buys. */
function* spendModel(histories: readonly BuyingHistory[], { currencies }: Money): Stepwise<SpendParameters | PurchaseRefusal> {
  if (currencies.size > 1) return 'mixed_currencies';
  const spenders = histories.flatMap(({ spender }) => spender ?? []);
  const repeaters = histories.filter(({ buyer }) => buyer.x > 0).length;
  if (spenders.length < (1 - mostWithoutAmount) * repeaters) return 'no_amounts';
  if (Math.abs(correlation(spenders)) >= mostCorrelation) return 'value_depends';
  return (yield* fitGammaGammaSteps(spenders)) ?? 'not_identified';
}

const logsOf = (parameters: Record<string, number>, names: readonly string[]): number[] => names.map((name) => Math.log(parameters[name] ?? Number.NaN));

function* refitsOf(histories: readonly BuyingHistory[], { buying, spend }: BuyingParameters): Stepwise<BuyingParameters[]> {
  const buyers: FittedModel = {
    optimum: logsOf(buying, ['r', 'alpha', 'a', 'b']),
    logLikelihoodAt: (point) => {
      const of = buyerLogLikelihood(bgnbdAt(point));
      return (unit) => of(histories[unit]?.buyer ?? { x: 0, recency: 0, age: 0 });
    },
  };
  const spenders: FittedModel[] = spend === null ? [] : [{
    optimum: logsOf(spend, ['p', 'q', 'v']),
    logLikelihoodAt: (point) => {
      const of = spenderLogLikelihood(spendAt(point));
      return (unit) => {
        const spender = histories[unit]?.spender ?? null;
        return spender === null ? 0 : of(spender);
      };
    },
  }];
  const found = yield* oneStepRefits([buyers, ...spenders], histories.length, { draws, seed });
  return found.map(([one = [], two]) => ({ buying: bgnbdAt(one), spend: two === undefined ? null : spendAt(two) })).filter((one) => isIdentified(one.buying));
}

/**
 * How customers come back (BG/NBD, Fader, Hardie & Lee 2005) and what each purchase brings (Gamma-Gamma, Fader & Hardie 2013),
 * in steps; or why that cannot be said. Nobody sees it untried: the first three quarters of the time tell the last one.
 */
export function* fitPurchases({ histories, money }: { histories: readonly BuyingHistory[]; money: Money }, span: Span & { first: string }): Stepwise<PurchaseModel | PurchaseRefusal> {
  const buyers = histories.map(({ buyer }): Buyer => buyer);
  const guard = bgnbdGuard(buyers);
  if (guard !== null) return guard;
  const holdOut = yield* heldOutPurchases(histories, span);
  if (holdOut === null) return 'untried';
  const { r, alpha, a, b } = yield* fitBgnbdSteps(buyers);
  if (r === null || alpha === null || a === null || b === null) return 'not_identified';
  const spent = yield* spendModel(histories, money);
  const fitted: BuyingParameters = { buying: { r, alpha, a, b }, spend: typeof spent === 'string' ? null : spent };
  const [currency = null] = money.currencies;
  return {
    ...fitted, until: span.until, cut: span.cut, customers: buyers.length, years: Math.min(mostYears, (dayOf(span.until) - dayOf(span.first)) / 365.25), noSpend: typeof spent === 'string' ? spent : null,
    refits: yield* refitsOf(histories, fitted), holdOut, currency: spent === 'mixed_currencies' ? null : currency, isRevenue: money.isRevenue,
  };
}

/** Purchases of a customer in so many years: all of them, and counted less the later they come, by the middle of each year. */
export function purchasesAhead(buying: BgnbdParameters, buyer: Buyer, years: number): { all: number; discounted: number } {
  let [all, discounted] = [0, 0];
  for (let from = 0; from < years; from += 1) {
    const to = Math.min(years, from + 1);
    const until = conditionalPurchases(buying, buyer, to * yearWeeks).expectedPurchases ?? Number.NaN;
    discounted += (until - all) * (1 + yearlyDiscount) ** -((from + to) / 2);
    all = until;
  }
  return { all, discounted };
}
