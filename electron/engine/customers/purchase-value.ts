import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { ModelValue, PurchaseRefusal } from '#shared/model/model-value.ts';
import { aliveProbability } from '#shared/stats/bgnbd.ts';
import { quantile } from '#shared/stats/descriptive.ts';
import { gammaGammaMean } from '#shared/stats/gamma-gamma.ts';
import type { Stepwise } from '#shared/stats/stepwise.ts';
import { createPacer } from '#engine/importers/tables/pacing.ts';
import { cachedUnder, forget } from '#engine/metrics/project-cache.ts';
import type { Database } from '#engine/store/database.ts';
import { lastPurchaseOn } from '#engine/store/queries/bad-contacts.ts';
import { importStamp } from '#engine/store/queries/content-stamp.ts';
import { yearMargins } from '#engine/store/queries/customers.ts';
import { firstPurchaseOn, someoneCancels } from '#engine/store/queries/purchase-days.ts';
import { buyingHistories, buyingHistory, type BuyingHistory } from './buying-history.ts';
import { dayBefore } from './days.ts';
import { fitPurchases, purchasesAhead, type BuyingParameters, type PurchaseModel } from './purchase-model.ts';

/** What the first three quarters of the time are, of which the trial is told. */
const knownShare = 0.75;
const cacheName = 'purchase model';
const flags = ['model', 'planning_number', 'of_customers'];

const reasons: Record<PurchaseRefusal, NonNullable<Envelope['reason']>> = {
  no_purchases: 'NO_DATA', subscriptions: 'NOT_IDENTIFIED', few_customers: 'BELOW_MIN_N', short_history: 'NOT_MATURE', not_identified: 'NOT_IDENTIFIED',
  untried: 'NOT_MATURE', mixed_currencies: 'NOT_IDENTIFIED', no_amounts: 'NOT_IDENTIFIED', value_depends: 'NOT_IDENTIFIED',
};

function* modelSteps(db: Database): Stepwise<PurchaseModel | PurchaseRefusal> {
  const [first, until] = [firstPurchaseOn(db), lastPurchaseOn(db)];
  if (first === null || until === null || first > until) return 'no_purchases';
  if (someoneCancels(db)) return 'subscriptions';
  const cut = new Date(Date.parse(first) + knownShare * (Date.parse(until) - Date.parse(first))).toISOString().slice(0, 10);
  const found = yield* buyingHistories(db, { until, cut });
  return yield* fitPurchases(found, { first, until, cut });
}

/** One step after the other, with a breath between them once 30 ms have passed. */
async function inBreaths<T>(steps: Stepwise<T>): Promise<T> {
  const breathe = createPacer(undefined);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await breathe();
  return step.value;
}

/** The model of the project, fitted again only after an import, or after something moved purchases; whoever asks meanwhile waits for the same. */
async function projectModel(db: Database): Promise<PurchaseModel | PurchaseRefusal> {
  try {
    return await cachedUnder(db, { name: cacheName, stamp: importStamp(db) }, () => inBreaths(modelSteps(db)));
  } catch (error) {
    forget(db, cacheName);
    throw error;
  }
}

const nothing = { basis: 'purchases', method: null, years: null, retention: null, yearMargin: null, holdOut: null, leftOn: null, currency: null, ahead: null, fitted: null } as const;

function refused(refusal: PurchaseRefusal): ModelValue {
  return { ...nothing, basis: refusal === 'no_purchases' ? null : 'purchases', refusal, value: envelope({ unit: 'currency', value: null, reason: reasons[refusal], flags }) };
}

/** What each purchase of somebody is expected to bring; null where the model says nothing. Who bought once is like everybody. */
function eachOf({ spend }: BuyingParameters, { buyer, spender }: BuyingHistory): number | null {
  if (spend === null || (buyer.x > 0 && spender === null)) return null;
  return gammaGammaMean({ ...spend, x: spender?.x ?? 0, meanValue: spender?.meanValue ?? 0 });
}

function worthOf(parameters: BuyingParameters, history: BuyingHistory, years: number): number | null {
  const each = eachOf(parameters, history);
  const worth = each === null ? null : each * purchasesAhead(parameters.buying, history.buyer, years).discounted;
  return worth !== null && Number.isFinite(worth) ? worth : null;
}

function valueAhead(model: PurchaseModel, history: BuyingHistory): Envelope {
  const base = { unit: 'currency' as const, n: model.customers, denominator: model.customers, flags: model.isRevenue ? [...flags, 'revenue_based'] : flags };
  const value = worthOf(model, history, model.years);
  if (value === null) return envelope({ ...base, value, reason: 'NOT_IDENTIFIED' });
  const spread = model.refits.flatMap((refit) => worthOf(refit, history, model.years) ?? []);
  const [lo, hi] = [quantile(spread, 0.025), quantile(spread, 0.975)];
  return envelope({ ...base, value, ci: lo === null || hi === null ? null : { lo, hi, conf: 0.95, method: 'bootstrap of customers, 200 draws by one Newton step' } });
}

/**
 * By purchases as they come, where nothing is renewed or cancelled: how many are expected in the years ahead (BG/NBD), later ones
 * counted less, at what each is expected to bring (Gamma-Gamma). The model is fitted once a project, in breaths.
 */
export async function valueByPurchases(db: Database, id: string): Promise<ModelValue> {
  const model = await projectModel(db);
  if (typeof model === 'string') return refused(model);
  const history = buyingHistory(db, id, model);
  if (history === null) return { ...refused('no_purchases'), basis: 'purchases', holdOut: model.holdOut };
  const { margins } = yearMargins(db, [id], { after: dayBefore(model.until, 365), until: model.until });
  const { buyer } = history;
  const each = eachOf(model, history);
  return {
    ...nothing, method: 'bgnbd', refusal: model.noSpend ?? (each === null ? 'no_amounts' : null), holdOut: model.holdOut, currency: model.currency,
    yearMargin: margins.get(id)?.margin ?? null, value: valueAhead(model, history), fitted: { ...model.buying, spend: model.spend },
    // A chance of 1 for who bought once is an artefact of the model and no comfort (metric specification 7).
    ahead: { purchases: purchasesAhead(model.buying, buyer, model.years).all, years: model.years, each, bought: buyer.x + 1, stillBuys: buyer.x === 0 ? null : aliveProbability(model.buying, buyer) },
  };
}
