import { describe, expect, it } from 'vitest';
import { cookieValue, Sessions } from '#hosts/web/sessions.ts';

describe('L-03: tokens', () => {
  it('has 256 bits and is new every time', () => {
    const sessions = new Sessions();
    const tokens = Array.from({ length: 100 }, () => sessions.newToken());
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('gives one session and is dead from then on', () => {
    const sessions = new Sessions();
    const token = sessions.newToken();
    const first = sessions.exchange(token);
    expect(first).toHaveProperty('session');
    expect(sessions.exchange(token)).toEqual({ refused: 'UNKNOWN', retryAfterMs: 0 });
    expect('session' in first && sessions.find(first.session)).toBe('session' in first && first.session);
  });

  it('gives nothing for a token of another host, a piece of one, or nothing', () => {
    const sessions = new Sessions();
    const token = sessions.newToken();
    for (const guess of [new Sessions().newToken(), token.slice(0, -1), `${token}x`, '']) {
      expect(sessions.exchange(guess)).toHaveProperty('refused', 'UNKNOWN');
    }
    expect(sessions.exchange(token)).toHaveProperty('session');
  });

  it('knows nobody after the end', () => {
    const sessions = new Sessions();
    const unused = sessions.newToken();
    const outcome = sessions.exchange(sessions.newToken());
    const session = 'session' in outcome ? outcome.session : '';
    const ticket = sessions.newTicket(session);
    sessions.void();
    expect(sessions.find(session)).toBeNull();
    expect(sessions.takeTicket(ticket, session)).toBe(false);
    expect(sessions.exchange(unused)).toHaveProperty('refused');
  });
});

describe('L-12: guesses', () => {
  it('makes everyone wait half a minute after twenty wrong tokens within a minute, and no longer', () => {
    let at = 0;
    const sessions = new Sessions(() => at);
    const token = sessions.newToken();
    for (let guess = 0; guess < 20; guess += 1) expect(sessions.exchange('wrong')).toEqual({ refused: 'UNKNOWN', retryAfterMs: 0 });
    expect(sessions.exchange(token)).toEqual({ refused: 'TOO_MANY', retryAfterMs: 30_000 });
    at = 29_999;
    expect(sessions.exchange(token)).toHaveProperty('refused', 'TOO_MANY');
    at = 30_000;
    expect(sessions.exchange(token)).toHaveProperty('session');
  });

  it('forgives wrong tokens after a minute', () => {
    let at = 0;
    const sessions = new Sessions(() => at);
    const token = sessions.newToken();
    for (let guess = 0; guess < 100; guess += 1) {
      sessions.exchange('wrong');
      at += 3_200;
    }
    expect(sessions.exchange(token)).toHaveProperty('session');
  });
});

describe('L-06: tickets', () => {
  it('works once, for its own session, for ten seconds', () => {
    let at = 0;
    const sessions = new Sessions(() => at);
    const ticket = sessions.newTicket('mine');
    expect(sessions.takeTicket(ticket, 'theirs')).toBe(false);
    expect(sessions.takeTicket(ticket, 'mine')).toBe(true);
    expect(sessions.takeTicket(ticket, 'mine')).toBe(false);
    const late = sessions.newTicket('mine');
    at = 10_001;
    expect(sessions.takeTicket(late, 'mine')).toBe(false);
  });

  it('keeps at most 25 that wait', () => {
    const sessions = new Sessions();
    const first = sessions.newTicket('mine');
    for (let more = 0; more < 25; more += 1) sessions.newTicket('mine');
    expect(sessions.takeTicket(first, 'mine')).toBe(false);
  });
});

describe('L-04: the cookie', () => {
  it.each([
    [['earshot-80=abc'], 'abc'], [['x=1; earshot-80=abc; y=2'], 'abc'], [['earshot-81=abc'], null], [['earshot-80=a; earshot-80=b'], null],
    [['earshot-80=a', 'earshot-80=b'], null], [['xearshot-80=a'], null], [[], null], [['earshot-80='], ''],
  ])('%j is %j', (lines, expected) => {
    expect(cookieValue(lines, 80)).toBe(expected);
  });
});
