import { EarshotError } from '#shared/errors.ts';
import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { ModelValue } from '#shared/model/model-value.ts';
import { quantile } from '#shared/stats/descriptive.ts';
import { cachedFor } from '#engine/metrics/project-cache.ts';
import type { Database } from '#engine/store/database.ts';
import { lastPurchaseOn } from '#engine/store/queries/bad-contacts.ts';
import { firstCancellations, firstPurchases, renewsContracts, yearMargins, type Margin } from '#engine/store/queries/customers.ts';
import { findCustomer } from '#engine/store/queries/thread.ts';
import { dayBefore } from './days.ts';
import { yearlyDiscount } from './discount.ts';
import { valueByPurchases } from './purchase-value.ts';
import { discountedYears, fitRetention, heldOut, refitRetention, tenureAt, type HoldOut, type Relationship, type RetentionModel } from './retention-model.ts';

/** Fewer customers say too little of how customers stay. */
const leastCustomers = 100;
const seed = 20_261_122;

type ProjectModel = { until: string; customers: number; model: RetentionModel; refits: readonly RetentionModel[]; holdOut: HoldOut };
type Modelled = ProjectModel | 'NO_DATA' | 'BELOW_MIN_N' | 'NOT_MATURE';

/** How the customers of the project stay, with its trial on the last quarter of the time; otherwise why nothing can be said. */
function projectModel(db: Database): Modelled {
  return cachedFor(db, 'model value', (): Modelled => {
    const until = lastPurchaseOn(db);
    if (until === null) return 'NO_DATA';
    const leftOn = firstCancellations(db);
    const all = [...firstPurchases(db)].map(([id, begun]): Relationship => ({ begunOn: begun.slice(0, 10), leftOn: leftOn.get(id)?.slice(0, 10) ?? null }));
    const tenures = all.flatMap((own) => tenureAt(own, until) ?? []);
    if (tenures.length < leastCustomers) return 'BELOW_MIN_N';
    const model = fitRetention(tenures);
    const first = all.reduce((earliest, { begunOn }) => (begunOn < earliest ? begunOn : earliest), until);
    const holdOut = heldOut(all, { first, last: until });
    // Nobody sees a value whose model was not tried on time that it did not know (metric specification 7).
    return model === null || holdOut === null ? 'NOT_MATURE' : { until, customers: tenures.length, model, refits: refitRetention(tenures, seed), holdOut };
  });
}

const flags = ['model', 'planning_number', 'of_customers'];
const nothing = { basis: 'contracts', method: null, years: null, retention: null, yearMargin: null, holdOut: null, leftOn: null, currency: null, ahead: null, fitted: null, refusal: null } as const;

const unavailable = (reason: Exclude<Modelled, ProjectModel>): ModelValue => ({ ...nothing, value: envelope({ unit: 'currency', value: null, reason, flags }) });

/** One customer on the last day that anything is known of: null for somebody who has bought nothing. */
function standing(db: Database, id: string, until: string) {
  const begunOn = firstPurchases(db, id).get(id)?.slice(0, 10);
  if (begunOn === undefined || begunOn > until) return null;
  const left = firstCancellations(db, id).get(id)?.slice(0, 10) ?? null;
  const leftOn = left !== null && left <= until ? left : null;
  const { margins, currency } = yearMargins(db, [id], { after: dayBefore(until, 365), until });
  return { leftOn, currency, renewals: tenureAt({ begunOn, leftOn }, until)?.renewals ?? 0, margin: margins.get(id) ?? null };
}

/** The value of somebody who is still there: years to come at the margin of the last one, with the interval of the refits. */
function valueAhead({ customers, model, refits }: ProjectModel, renewals: number, margin: Margin | null): Envelope {
  const base = { unit: 'currency' as const, n: customers, denominator: customers, flags: margin?.isRevenue === true ? [...flags, 'revenue_based'] : flags };
  const years = discountedYears(model, renewals, yearlyDiscount);
  if (margin === null || years === null) return envelope({ ...base, value: null, reason: margin === null ? 'NO_DATA' : 'NOT_IDENTIFIED' });
  const spread = refits.flatMap((one) => discountedYears(one, renewals, yearlyDiscount) ?? []).map((own) => own * margin.margin);
  const [lo, hi] = [quantile(spread, 0.025), quantile(spread, 0.975)];
  return envelope({ ...base, value: years * margin.margin, ci: lo === null || hi === null ? null : { lo, hi, conf: 0.95, method: 'bootstrap of customers, refitted 200 times' } });
}

/** By the contracts that customers renew: the margin of the last year times the discounted years that customers with as many renewals stay. */
function valueByContracts(db: Database, id: string): ModelValue {
  const found = projectModel(db);
  if (typeof found === 'string') return unavailable(found);
  const own = standing(db, id, found.until);
  if (own === null) return unavailable('NO_DATA');
  const { leftOn, currency, renewals, margin } = own;
  const { model, customers, holdOut } = found;
  return {
    ...nothing, value: leftOn === null ? valueAhead(found, renewals, margin) : envelope({ unit: 'currency', value: 0, n: customers, denominator: customers, flags: [...flags, 'left'] }),
    method: model.kind, years: leftOn === null ? discountedYears(model, renewals, yearlyDiscount) : 0, retention: model.kind === 'constant' ? model.retention : null,
    yearMargin: margin?.margin ?? null, holdOut: { of: 'stayed', ...holdOut }, leftOn, currency,
  };
}

/**
 * What a customer may still bring. Where contracts are renewed, by how customers stay; otherwise by how they come back to buy. A
 * planning number, with an interval of what chance in who was observed does to it. @throws EarshotError NOT_FOUND
 */
export async function modelValue(db: Database, id: string): Promise<ModelValue> {
  const customer = findCustomer(db, id);
  if (!customer) throw new EarshotError('NOT_FOUND', `The project has no customer "${id}".`);
  return renewsContracts(db) ? valueByContracts(db, customer.id) : valueByPurchases(db, customer.id);
}
