import { median } from '#shared/stats/descriptive.ts';
import { intersection, joinCloserThan, totalLength, type Stretch } from '#shared/stats/time-set.ts';

/** Speech of two speakers, in seconds; each as `union` returns it. */
export type TwoSpeakers = { agent: readonly Stretch[]; customer: readonly Stretch[] };

/** "Yes", "mhm": speech that does not ask for the floor. Earshot's own default (metric specification, section 10). */
const backchannelS = 1;
/** Who is interrupted had more than this left to say, and yields within this. */
const [leftS, yieldsWithinS] = [1, 2];

const isMoreThanBackchannel = ([start, end]: Stretch) => end - start > backchannelS;

/** Speech stretches of one speaker as a statistic takes them: gaps under 0.3 s are joined, sounds under 0.2 s are noise. */
export function speechOf(stretches: readonly Stretch[]): Stretch[] {
  return joinCloserThan(stretches, 0.3).filter(([start, end]) => end - start >= 0.2 - 1e-9);
}

/** Seconds in which both speak at once, of overlaps of at least `minS`. */
export function overlapS({ agent, customer }: TwoSpeakers, minS: number): number {
  return totalLength(intersection(agent, customer).filter(([start, end]) => end - start >= minS - 1e-9));
}

/** How often the agent began while the customer had more than a second left and yielded within two. */
export function interruptions({ agent, customer }: TwoSpeakers): number {
  return agent.filter(isMoreThanBackchannel).filter(([start]) =>
    customer.some(([from, to]) => from < start && to - start > leftS && to - start <= yieldsWithinS)).length;
}

/** Seconds of the agent's longest run of speech into which the customer said no more than backchannels; null without speech. */
export function longestMonologueS({ agent, customer }: TwoSpeakers): number | null {
  const answers = customer.filter(isMoreThanBackchannel);
  let longest: number | null = null;
  let from: number | null = null;
  let until = 0;
  for (const [start, end] of agent) {
    if (from === null || answers.some((answer) => answer[0] >= until - backchannelS && answer[0] < start)) from = start;
    until = end;
    longest = Math.max(longest ?? 0, end - from);
  }
  return longest;
}

/** Median seconds from the end of what the customer said to the agent's answer; null when the agent never answered after an end. */
export function responseLatencyS({ agent, customer }: TwoSpeakers): number | null {
  const said = customer.filter(isMoreThanBackchannel);
  const waits = said.flatMap(([, end], at) => {
    const next = said[at + 1]?.[0] ?? Infinity;
    const answer = agent.find(([start]) => start >= end && start <= next);
    const isTaken = agent.some(([start, until]) => start < end && until > end);
    return answer === undefined || isTaken ? [] : [answer[0] - end];
  });
  return median(waits);
}
