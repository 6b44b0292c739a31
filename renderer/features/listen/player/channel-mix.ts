/** Who is heard of a stereo recording. */
export type HeardSide = 'both' | 'customer' | 'agent';
/** Loudness of each side, 0..1, and which of them are muted. */
export type SideLevels = { readonly customer: number; readonly agent: number; readonly isCustomerMuted: boolean; readonly isAgentMuted: boolean };
export type Mix = { readonly side: HeardSide; readonly levels: SideLevels; readonly customerChannel: 0 | 1 };
/** Gain from each recorded channel (first letter) to each ear (second letter). */
export type MixGains = { readonly ll: number; readonly lr: number; readonly rl: number; readonly rr: number };

export const plainMix: Mix = {
  side: 'both', levels: { customer: 1, agent: 1, isCustomerMuted: false, isAgentMuted: false }, customerChannel: 0,
};

/** The next of both, customer only, agent only. */
export function nextSide(side: HeardSide): HeardSide {
  return side === 'both' ? 'customer' : side === 'customer' ? 'agent' : 'both';
}

/** Gains of a mix. Both sides sound where they were recorded; one side alone sounds in both ears. */
export function mixGains({ side, levels, customerChannel }: Mix): MixGains {
  const customer = levels.isCustomerMuted || side === 'agent' ? 0 : levels.customer;
  const agent = levels.isAgentMuted || side === 'customer' ? 0 : levels.agent;
  const left = customerChannel === 0 ? customer : agent;
  const right = customerChannel === 0 ? agent : customer;
  const across = side === 'both' ? 0 : 1;
  return { ll: left, lr: left * across, rl: right * across, rr: right };
}

/** True when the sound can go straight out, without Web Audio. */
export function isPlain(mix: Mix): boolean {
  const { ll, lr, rl, rr } = mixGains(mix);
  return ll === 1 && rr === 1 && lr === 0 && rl === 0;
}
