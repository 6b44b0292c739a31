import { ascending, mean, quantileOfSorted } from './descriptive.ts';
import { feeSimulator, type FeeScenario } from './fee.ts';
import type { Limits } from './limits.ts';
import { drawPert, pertQuantile, type Estimate } from './pert.ts';
import { mulberry32, type RandomStream } from './prng.ts';

type Input = Exclude<keyof FeeScenario, 'oneOff'>;

/** A belief for every input of the fee simulator. */
export type FeeBeliefs = { readonly [Key in Input]: Estimate } & { readonly oneOff?: Estimate };

/** A bar of the tornado: net with this input at its 10 % and 90 % value and all others at their mode. */
export type TornadoBar = { readonly input: keyof FeeBeliefs; readonly netAtLow: number | null; readonly netAtHigh: number | null };

/** `net80` holds the middle 80 % of the draws; `chanceOfLoss` = P(net < 0). Null when nobody is charged in any draw. */
export type FeeUncertainty = {
  readonly meanNet: number | null; readonly net80: Limits | null; readonly chanceOfLoss: number | null; readonly draws: number;
  readonly tornado: readonly TornadoBar[];
};

const inputs: readonly Input[] = [
  'customers', 'shareCharged', 'fee', 'waivedShare', 'contactsPerCharged', 'costPerContact', 'creditPerContact', 'extraChurn',
  'marginPerCustomerYear', 'yearsLost', 'discount',
];

/** Draws where nobody asks for a number. */
export const usualDraws = 10_000;

function scenarioFrom(beliefs: FeeBeliefs, pick: (estimate: Estimate, input: keyof FeeBeliefs) => number): FeeScenario {
  const value = (input: Input) => pick(beliefs[input], input);
  return {
    customers: value('customers'), shareCharged: value('shareCharged'), fee: value('fee'), waivedShare: value('waivedShare'),
    contactsPerCharged: value('contactsPerCharged'), costPerContact: value('costPerContact'), creditPerContact: value('creditPerContact'),
    extraChurn: value('extraChurn'), marginPerCustomerYear: value('marginPerCustomerYear'), yearsLost: value('yearsLost'),
    discount: value('discount'), ...(beliefs.oneOff ? { oneOff: pick(beliefs.oneOff, 'oneOff') } : {}),
  };
}

function barOf(beliefs: FeeBeliefs, input: keyof FeeBeliefs): TornadoBar {
  const netAt = (p: number) => feeSimulator(scenarioFrom(beliefs, (estimate, name) => (name === input ? pertQuantile(estimate, p) : estimate.mode))).net;
  return { input, netAtLow: netAt(0.1), netAtHigh: netAt(0.9) };
}

function width({ netAtLow, netAtHigh }: TornadoBar): number {
  return Math.abs((netAtHigh ?? 0) - (netAtLow ?? 0));
}

/** `count` further draws of net from a stream; draws in which nobody is charged are left out. Long work takes them in parts. */
export function drawNets(beliefs: FeeBeliefs, next: RandomStream, count: number): number[] {
  const nets: number[] = [];
  for (let draw = 0; draw < count; draw += 1) {
    const { net } = feeSimulator(scenarioFrom(beliefs, (estimate) => drawPert(next, estimate)));
    if (net !== null) nets.push(net);
  }
  return nets;
}

/** What the draws say, with a tornado of the inputs, widest bar first. */
export function feeSummary(beliefs: FeeBeliefs, nets: readonly number[], draws: number): FeeUncertainty {
  const sorted = ascending(nets);
  const lo = quantileOfSorted(sorted, 0.1);
  const hi = quantileOfSorted(sorted, 0.9);
  const named: (keyof FeeBeliefs)[] = beliefs.oneOff ? [...inputs, 'oneOff'] : [...inputs];
  return {
    meanNet: mean(sorted), net80: lo === null || hi === null ? null : [lo, hi],
    chanceOfLoss: sorted.length === 0 ? null : sorted.filter((net) => net < 0).length / sorted.length, draws,
    tornado: named.map((input) => barOf(beliefs, input)).sort((a, b) => width(b) - width(a)),
  };
}

/** Seeded PERT Monte Carlo of the fee simulator with a tornado of its inputs, widest bar first. */
export function feeUncertainty(beliefs: FeeBeliefs, seed: number, draws: number = usualDraws): FeeUncertainty {
  return feeSummary(beliefs, drawNets(beliefs, mulberry32(seed), draws), draws);
}
