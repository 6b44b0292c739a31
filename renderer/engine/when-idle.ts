/** How long idle work may be kept waiting by a page that is never idle, one that plays for instance. */
const latestMs = 500;

/** Does work once the page is drawn and has nothing else to do. @returns takes the wish back */
export function whenIdle(work: () => void): () => void {
  const wish = requestIdleCallback(work, { timeout: latestMs });
  return () => cancelIdleCallback(wish);
}

/** Until the page is drawn and has nothing else to do. */
export function idle(): Promise<void> {
  return new Promise((done) => void whenIdle(done));
}
