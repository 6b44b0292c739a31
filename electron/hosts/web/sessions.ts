import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What an exchanged token gives, or why it gives nothing. */
export type Exchange = { readonly session: string } | { readonly refused: 'UNKNOWN' | 'TOO_MANY'; readonly retryAfterMs: number };

const maxTokens = 25;
const maxSessions = 25;
const maxTickets = 25;
const ticketLifeMs = 10_000;
const mistakesPerMinute = 20;
const pauseMs = 30_000;

/** 256 bits in 43 characters that need no quoting anywhere. */
function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares without telling by the time it takes how much of the guess was right. */
function isSame(secret: string, guess: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(secret), digest(guess));
}

function keepNewest(secrets: string[], most: number): void {
  secrets.splice(0, Math.max(0, secrets.length - most));
}

/** Who may talk to the web host: tokens of addresses, used once; the sessions they gave; tickets for one socket each. */
export class Sessions {
  readonly #now: () => number;
  readonly #tokens: string[] = [];
  readonly #sessions: string[] = [];
  #tickets: { secret: string; session: string; bornAt: number }[] = [];
  #mistakes: number[] = [];
  #pausedUntil = 0;

  /** @param now milliseconds of a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  newToken(): string {
    const token = newSecret();
    this.#tokens.push(token);
    keepNewest(this.#tokens, maxTokens);
    return token;
  }

  /** Gives a session for a token, which is dead from then on. Twenty wrong ones within a minute make everyone wait half a minute. */
  exchange(token: string): Exchange {
    const at = this.#now();
    if (at < this.#pausedUntil) return { refused: 'TOO_MANY', retryAfterMs: this.#pausedUntil - at };
    const index = this.#tokens.findIndex((known) => isSame(known, token));
    if (index === -1) return this.#mistake(at);
    this.#tokens.splice(index, 1);
    const session = newSecret();
    this.#sessions.push(session);
    keepNewest(this.#sessions, maxSessions);
    return { session };
  }

  /** The session that a cookie's value names, or null. */
  find(value: string): string | null {
    return this.#sessions.find((known) => isSame(known, value)) ?? null;
  }

  newTicket(session: string): string {
    const secret = newSecret();
    this.#tickets.push({ secret, session, bornAt: this.#now() });
    this.#tickets.splice(0, Math.max(0, this.#tickets.length - maxTickets));
    return secret;
  }

  /** True once for a ticket that this session got within the last ten seconds. */
  takeTicket(guess: string, session: string): boolean {
    const youngest = this.#now() - ticketLifeMs;
    this.#tickets = this.#tickets.filter((ticket) => ticket.bornAt >= youngest);
    const index = this.#tickets.findIndex((ticket) => ticket.session === session && isSame(ticket.secret, guess));
    if (index === -1) return false;
    this.#tickets.splice(index, 1);
    return true;
  }

  /** Nobody gets in any more. */
  void(): void {
    this.#tokens.length = 0;
    this.#sessions.length = 0;
    this.#tickets = [];
  }

  #mistake(at: number): Exchange {
    this.#mistakes = [...this.#mistakes.filter((earlier) => earlier > at - 60_000), at];
    if (this.#mistakes.length >= mistakesPerMinute) {
      this.#mistakes = [];
      this.#pausedUntil = at + pauseMs;
    }
    return { refused: 'UNKNOWN', retryAfterMs: 0 };
  }
}

/** The cookie carries the port in its name, because cookies of 127.0.0.1 are shared by all its ports. */
export function cookieName(port: number): string {
  return `earshot-${port}`;
}

/** The value of the host's own cookie; null when it is absent or there are two. */
export function cookieValue(cookies: readonly string[], port: number): string | null {
  const prefix = `${cookieName(port)}=`;
  const own = cookies.flatMap((line) => line.split(/; ?/)).filter((cookie) => cookie.startsWith(prefix));
  return own.length === 1 ? (own[0] ?? '').slice(prefix.length) : null;
}
