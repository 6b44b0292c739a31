import { available, ratio, reasonsFor, unavailable, type Outcome } from './outcome.ts';
import { complement, intersection, joinCloserThan, totalLength, union, type Stretch } from './time-set.ts';

export type TalkTimes = {
  readonly durationS: number;
  /** Stretches in seconds from the start of the call, any order. */
  readonly hold: readonly Stretch[];
  readonly agent: readonly Stretch[];
  readonly customer: readonly Stretch[];
  readonly agentWords: number;
  /** Shortest silence that counts as an event. */
  readonly silenceEventMinS: number;
  /** One speaker's stretches with a shorter gap are one (0.3 s). */
  readonly mergeGapS?: number;
  /** Shorter stretches of speech are noise (0.2 s). */
  readonly minSpeechS?: number;
};

/** Seconds and shares of one call; `agentWpm` is words per minute of the agent's own speech. */
export type TalkMetrics = Outcome & {
  readonly agentTalkRatio: number | null; readonly overtalkShare: number | null; readonly silenceShare: number | null;
  readonly agentS: number; readonly customerS: number; readonly overlapS: number; readonly speechS: number;
  readonly talkableS: number; readonly silenceS: number; readonly silenceEvents: number; readonly agentWpm: number | null;
};

/** Below this much speech a pace says nothing. */
const minSpeechForPaceS = 10;

function speech(stretches: readonly Stretch[], talkable: readonly Stretch[], { mergeGapS = 0.3, minSpeechS = 0.2 }: TalkTimes): Stretch[] {
  const turns = joinCloserThan(stretches, mergeGapS).filter(([start, end]) => end - start >= minSpeechS - 1e-9);
  return intersection(turns, talkable);
}

/**
 * Talk ratio |A|/(|A|+|C|), overtalk |A and C|/talkable, silence (talkable - |A or C|)/talkable, silences of at least the given
 * length (a hold ends one) and the agent's pace. Talkable is the call without hold; words spoken into a hold are left out, so
 * shares stay within 0..1. ZERO_DENOMINATOR without speech or talkable time; pace BELOW_MIN_N below 10 s of speech.
 */
export function talkMetrics(times: TalkTimes): TalkMetrics {
  const talkable = complement([0, times.durationS], union(times.hold));
  const agent = speech(times.agent, talkable, times);
  const customer = speech(times.customer, talkable, times);
  const spoken = union([...agent, ...customer]);
  const silences = talkable.flatMap((stretch) => complement(stretch, intersection(spoken, [stretch])));
  const agentS = totalLength(agent);
  const customerS = totalLength(customer);
  const overlapS = totalLength(intersection(agent, customer));
  const talkableS = totalLength(talkable);
  const silenceS = totalLength(silences);
  const agentTalkRatio = ratio(agentS, agentS + customerS);
  const reasons = reasonsFor(
    ['overtalkShare', talkableS === 0, 'ZERO_DENOMINATOR'], ['silenceShare', talkableS === 0, 'ZERO_DENOMINATOR'],
    ['agentWpm', agentS < minSpeechForPaceS, 'BELOW_MIN_N'],
  );
  return {
    agentTalkRatio, overtalkShare: ratio(overlapS, talkableS), silenceShare: ratio(silenceS, talkableS),
    agentS, customerS, overlapS, speechS: totalLength(spoken), talkableS, silenceS,
    silenceEvents: silences.filter(([start, end]) => end - start >= times.silenceEventMinS - 1e-9).length,
    agentWpm: agentS < minSpeechForPaceS ? null : (60 * times.agentWords) / agentS,
    ...(agentTalkRatio === null ? unavailable('ZERO_DENOMINATOR', reasons) : available(reasons)),
  };
}
