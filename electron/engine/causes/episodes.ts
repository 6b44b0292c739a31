/** `order`: every contact of a known customer and time, customers together, each in order of time. `episode` per contact, -1 outside. */
export type Episodes = { readonly order: Int32Array; readonly episode: Int32Array; readonly count: number };

type Threads = { readonly n: number; readonly at: Float64Array; readonly customer: Int32Array; readonly reason: Int32Array };

const dayMs = 86_400_000;
/** Two time stamps exactly so many days apart are that many days apart. */
const roomMs = 100;

/** Contacts by customer, each customer's own in order of time. */
function byCustomer({ n, at, customer }: Threads): Int32Array {
  const isKnown = (contact: number) => (customer[contact] ?? -1) >= 0 && !Number.isNaN(at[contact]);
  const starts = new Int32Array(customer.reduce((most, own) => Math.max(most, own), -1) + 2);
  for (let contact = 0; contact < n; contact += 1) if (isKnown(contact)) starts[(customer[contact] ?? 0) + 1]! += 1;
  for (let own = 1; own < starts.length; own += 1) starts[own]! += starts[own - 1] ?? 0;
  const order = new Int32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  for (let contact = 0; contact < n; contact += 1) if (isKnown(contact)) order[next[customer[contact] ?? 0]!++] = contact;
  for (let own = 0; own + 1 < starts.length; own += 1) {
    const [from, to] = [starts[own] ?? 0, starts[own + 1] ?? 0];
    sortByTime(order, at, [from, to]);
  }
  return order;
}

/** Few contacts a customer, often in order already: insertion is the fastest. */
function sortByTime(order: Int32Array, at: Float64Array, [from, to]: readonly [number, number]): void {
  if (to - from > 64) {
    order.subarray(from, to).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
    return;
  }
  for (let next = from + 1; next < to; next += 1) {
    const contact = order[next] ?? 0;
    const time = at[contact] ?? 0;
    let place = next;
    while (place > from && (at[order[place - 1] ?? 0] ?? 0) > time) {
      order[place] = order[place - 1] ?? 0;
      place -= 1;
    }
    order[place] = contact;
  }
}

type Open = { episode: number; reason: number; lastAt: number };

/**
 * Episodes: contacts of one customer about one reason with gaps of at most `gapDays`; a contact without a reason belongs
 * to any that is open (metric specification, section 5).
 */
export function episodesOfCustomers(threads: Threads, gapDays: number): Episodes {
  const { n, at, customer, reason } = threads;
  const order = byCustomer(threads);
  const episode = new Int32Array(n).fill(-1);
  const gapMs = gapDays * dayMs + roomMs;
  let count = 0;
  let open: Open[] = [];
  let whose = -1;
  for (const contact of order) {
    const [time, why] = [at[contact] ?? 0, reason[contact] ?? -1];
    if (customer[contact] !== whose) {
      whose = customer[contact] ?? -1;
      open = [];
    }
    open = open.filter((own) => time - own.lastAt <= gapMs);
    let own = open.findLast((candidate) => candidate.reason === why || candidate.reason === -1 || why === -1);
    if (own === undefined) {
      own = { episode: count, reason: why, lastAt: time };
      count += 1;
      open.push(own);
    }
    if (own.reason === -1) own.reason = why;
    own.lastAt = time;
    episode[contact] = own.episode;
  }
  return { order, episode, count };
}
