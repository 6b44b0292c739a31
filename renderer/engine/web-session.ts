/** Sent with every request that is not plain browsing, so that no form and no foreign page can make one. */
export const guardHeader = { 'X-Earshot': '1' } as const;

/** The web host refused this page: the address was used before, or the host was started anew. */
export class SessionRefusedError extends Error {
  constructor() {
    super('This address has been used already, or Earshot was started again. Open the address that Earshot shows now.');
    this.name = 'SessionRefusedError';
  }
}

async function exchange(token: string): Promise<void> {
  const answer = await fetch('/session', {
    method: 'POST', headers: { ...guardHeader, 'Content-Type': 'application/json' }, body: JSON.stringify({ token }),
  });
  if (!answer.ok) throw new SessionRefusedError();
}

/**
 * Makes the cookie of this page: the token of the address is exchanged once and removed from the address bar and history.
 * A page that was loaded again has its cookie already.
 */
export async function establishSession(): Promise<void> {
  const token = location.hash.slice(1);
  if (!/^[\w-]{43}$/.test(token)) return;
  history.replaceState(history.state, '', location.pathname);
  await exchange(token);
}

/** A one-time ticket that opens a WebSocket. @throws SessionRefusedError */
export async function fetchTicket(): Promise<string> {
  const answer = await fetch('/ticket', { method: 'POST', headers: guardHeader });
  if (!answer.ok) throw new SessionRefusedError();
  const { ticket } = (await answer.json()) as { ticket: string };
  return ticket;
}
