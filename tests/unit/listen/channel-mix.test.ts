import { describe, expect, test } from 'vitest';
import { isPlain, mixGains, nextSide, plainMix } from '#renderer/features/listen/player/channel-mix.ts';

describe('the channels of a stereo recording', () => {
  test('both sound where they were recorded', () => {
    expect(mixGains(plainMix)).toEqual({ ll: 1, lr: 0, rl: 0, rr: 1 });
    expect(isPlain(plainMix)).toBe(true);
  });

  test('the customer alone sounds in both ears', () => {
    expect(mixGains({ ...plainMix, side: 'customer' })).toEqual({ ll: 1, lr: 1, rl: 0, rr: 0 });
    expect(mixGains({ ...plainMix, side: 'customer', customerChannel: 1 })).toEqual({ ll: 0, lr: 0, rl: 1, rr: 1 });
  });

  test('the agent alone sounds in both ears', () => {
    expect(mixGains({ ...plainMix, side: 'agent' })).toEqual({ ll: 0, lr: 0, rl: 1, rr: 1 });
  });

  test('each side has its own loudness and its own silence', () => {
    const levels = { customer: 0.5, agent: 0.8, isCustomerMuted: false, isAgentMuted: true };
    expect(mixGains({ ...plainMix, levels })).toEqual({ ll: 0.5, lr: 0, rl: 0, rr: 0 });
    expect(isPlain({ ...plainMix, levels })).toBe(false);
  });

  test('are gone through in turn', () => {
    expect([nextSide('both'), nextSide('customer'), nextSide('agent')]).toEqual(['customer', 'agent', 'both']);
  });
});
