import type { Peaks } from '#shared/model/media.ts';
import { turnAt, type Timeline } from '../timeline/timeline.ts';

/** How much louder the other channel must be, over the customer's turns, before the usual order is doubted. */
const CLEARLY = 1.5;

/**
 * Which channel of a stereo recording holds the customer: the left one by convention, the right one when it is clearly
 * the louder while the transcript says that the customer speaks and the quieter while the agent does.
 */
export function customerChannelOf(peaks: Peaks, timeline: Timeline): 0 | 1 {
  const heard = { customer: [0, 0], agent: [0, 0] };
  const steps = Math.floor((peaks.channels[0]?.length ?? 0) / 2);
  for (let step = 0; step < steps; step += 1) {
    const role = turnAt(timeline, peaks.fromMs + (step + 0.5) * peaks.stepMs)?.turn.role;
    if (role !== 'customer' && role !== 'agent') continue;
    for (const channel of [0, 1] as const) heard[role][channel] = (heard[role][channel] ?? 0) + loudness(peaks, channel, step);
  }
  const [customerLeft = 0, customerRight = 0] = heard.customer;
  const [agentLeft = 0, agentRight = 0] = heard.agent;
  return customerRight > customerLeft * CLEARLY && agentLeft > agentRight * CLEARLY ? 1 : 0;
}

function loudness(peaks: Peaks, channel: 0 | 1, step: number): number {
  const samples = peaks.channels[channel];
  return (samples?.[step * 2 + 1] ?? 0) - (samples?.[step * 2] ?? 0);
}
