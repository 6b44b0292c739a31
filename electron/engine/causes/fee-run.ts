import type { FeeBeliefs, FeeOutcome } from '#shared/model/fee.ts';
import { drawNets, feeSummary, usualDraws } from '#shared/stats/fee-uncertainty.ts';
import { feeSimulator, type FeeScenario } from '#shared/stats/fee.ts';
import { mulberry32 } from '#shared/stats/prng.ts';

/** Draws between two looks at the clock. */
const part = 250;
const breathMs = 40;

/** The seed where nobody gives one: stored with the result, so that it can be printed again. */
export const usualFeeSeed = 20_261_121;

/**
 * What a fee earns once contacts, credits and lost customers are counted: at the likely values, and over 10,000 seeded
 * draws (metric specification, section 8). The draws let other calls through every 40 ms.
 */
export async function runFee(beliefs: FeeBeliefs, seed: number, signal: AbortSignal | undefined): Promise<FeeOutcome> {
  const next = mulberry32(seed);
  const nets: number[] = [];
  let lastBreath = performance.now();
  for (let drawn = 0; drawn < usualDraws; drawn += part) {
    for (const net of drawNets(beliefs, next, Math.min(part, usualDraws - drawn))) nets.push(net);
    if (performance.now() - lastBreath < breathMs) continue;
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    lastBreath = performance.now();
  }
  const { meanNet, net80, chanceOfLoss, draws, tornado } = feeSummary(beliefs, nets, usualDraws);
  return { ...likelyFee(beliefs), meanNet, lo: net80?.[0] ?? null, hi: net80?.[1] ?? null, chanceOfLoss, draws, seed, tornado: [...tornado] };
}

/** The steps from the fee to what is left, at the likely value of every input. */
export function likelyFee(beliefs: FeeBeliefs): Omit<FeeOutcome, 'meanNet' | 'lo' | 'hi' | 'chanceOfLoss' | 'draws' | 'seed' | 'tornado'> {
  const scenario = Object.fromEntries(Object.entries(beliefs).map(([input, { mode }]) => [input, mode])) as FeeScenario;
  const result = feeSimulator(scenario);
  const gross = result.chargedCustomers * scenario.fee;
  return {
    net: result.net, charged: result.chargedCustomers, revenue: gross, refunds: gross - result.feeRevenue, contacts: result.inducedContacts,
    contactCost: result.inducedContacts * scenario.costPerContact, credits: result.inducedContacts * scenario.creditPerContact, churnCost: result.churnCost, oneOff: scenario.oneOff ?? 0,
    breakEvenContacts: result.breakEvenContactsPerCharged, breakEvenChurn: result.breakEvenExtraChurn,
  };
}
