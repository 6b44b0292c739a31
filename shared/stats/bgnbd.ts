import { hypergeometric2F1 } from './gauss-hypergeometric.ts';
import { logGamma } from './log-gamma.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** Parameters of the BG/NBD model; alpha is in the unit of time. */
export type BgnbdParameters = { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };

/** x repeat purchases, the last at age `recency`, seen up to `age` (t_x and T of the papers; one unit of time). */
export type Buyer = { readonly x: number; readonly recency: number; readonly age: number };

/** The model's guard: parameters outside are a sign that the data do not identify it. */
export const parameterRange: readonly [number, number] = [1e-3, 1e3];

export function isIdentified({ r, alpha, a, b }: BgnbdParameters): boolean {
  return [r, alpha, a, b].every((value) => value > parameterRange[0] && value < parameterRange[1]);
}

/** Chance that the customer still buys, given the history; 1 for x = 0, which is an artefact of the model and no comfort. */
export function aliveProbability({ r, alpha, a, b }: BgnbdParameters, { x, recency, age }: Buyer): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + age) / (alpha + recency))));
}

/**
 * Purchases in the next `t` while alive: (a+b+x-1)/(a-1) [1 - (1-z)^(a-1) 2F1(a+b-1-r, a-1; a+b+x-1; z)] with z = t/(alpha+age+t).
 * That is the published form after Euler's transformation, in which nothing overflows for frequent buyers.
 */
function purchasesAwayFromOne({ r, alpha, a, b }: BgnbdParameters, { x, age }: Buyer, t: number): number {
  const z = t / (alpha + age + t);
  const c = a + b + x - 1;
  const rest = (alpha + age) / (alpha + age + t);
  const f = hypergeometric2F1({ a: c - r - x, b: a - 1, c, z });
  return (c / (a - 1)) * (1 - rest ** (a - 1) * f);
}

const nodes = [-2, -1, 1, 2].map((step) => step * 1e-3);

/** The value at a removable singularity of `a`, by the cubic through four neighbours (error of the order 1e-12). */
function throughNeighbours(a: number, pole: number, valueAt: (a: number) => number): number {
  return nodes.reduce((sum, node) => {
    const weight = nodes.reduce((product, other) => (other === node ? product : product * ((a - pole - other) / (node - other))), 1);
    return sum + weight * valueAt(pole + node);
  }, 0);
}

/** As above for any a: at a = 1, and at a + b + x = 1, numerator and denominator vanish together. */
function purchasesWhileAlive(parameters: BgnbdParameters, buyer: Buyer, t: number): number {
  const poles = [1, 1 - parameters.b - buyer.x];
  const pole = poles.find((value) => Math.abs(parameters.a - value) < 1e-4);
  const valueAt = (a: number) => purchasesAwayFromOne({ ...parameters, a }, buyer, t);
  return pole === undefined ? valueAt(parameters.a) : throughNeighbours(parameters.a, pole, valueAt);
}

export type ExpectedPurchases = Outcome & { readonly expectedPurchases: number | null; readonly pAlive: number | null };

/**
 * Purchases expected from one customer in the next `t`, and the chance of being alive. NOT_IDENTIFIED for parameters outside
 * (1e-3, 1e3). Source: Fader, Hardie & Lee 2005, Mktg Sci 24:275.
 */
export function conditionalPurchases(parameters: BgnbdParameters, buyer: Buyer, t: number): ExpectedPurchases {
  if (!isIdentified(parameters)) return { expectedPurchases: null, pAlive: null, ...unavailable('NOT_IDENTIFIED') };
  const pAlive = aliveProbability(parameters, buyer);
  return { expectedPurchases: purchasesWhileAlive(parameters, buyer, t) * pAlive, pAlive, ...available() };
}

/** Purchases expected by time t of a new customer; null for parameters outside (1e-3, 1e3) (NOT_IDENTIFIED). */
export function unconditionalPurchases(parameters: BgnbdParameters, t: number): number | null {
  return isIdentified(parameters) ? purchasesWhileAlive(parameters, { x: 0, recency: 0, age: 0 }, t) : null;
}

/** ln(e^p + e^q) without overflow. */
function logSumExp(p: number, q: number): number {
  const larger = Math.max(p, q);
  return larger === -Infinity ? larger : larger + Math.log(Math.exp(p - larger) + Math.exp(q - larger));
}

/** The part of the log-likelihood that depends on x alone; buyers share few values of it. */
function purchaseTerm({ r, alpha, a, b }: BgnbdParameters, x: number): number {
  return logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
}

/** Log-likelihood of one buyer at parameters > 0, to be asked about many. Source: Fader, Hardie & Lee 2005, eq. 6. */
export function buyerLogLikelihood(parameters: BgnbdParameters): (buyer: Buyer) => number {
  const { r, alpha, a, b } = parameters;
  const terms = new Map<number, number>();
  return ({ x, recency, age }) => {
    let term = terms.get(x);
    if (term === undefined) terms.set(x, (term = purchaseTerm(parameters, x)));
    const alive = -(r + x) * Math.log(alpha + age);
    const gone = x === 0 ? -Infinity : Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + recency);
    return term + logSumExp(alive, gone);
  };
}

/** Log-likelihood of the buyers, parameters > 0; null without a buyer (NO_DATA). */
export function bgnbdLogLikelihood(parameters: BgnbdParameters, buyers: readonly Buyer[]): number | null {
  if (buyers.length === 0) return null;
  const of = buyerLogLikelihood(parameters);
  let total = 0;
  for (const buyer of buyers) total += of(buyer);
  return total;
}
