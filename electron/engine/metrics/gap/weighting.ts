import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { trimWeights } from '#shared/stats/poststratify.ts';
import { weightedShare as weighted } from '#shared/stats/wilson.ts';
import { groupBy } from '../group-by.ts';
import { withSmallSampleRule } from '../small-sample.ts';
import type { Contact } from './contacts.ts';
import type { Difference } from './response-differences.ts';

/** Cells with fewer responders than this are collapsed into one before weighting. */
const smallestCell = 5;

/** What an answer can be weighted by; a value that is not known is a value. */
const variables: Record<string, (contact: Contact) => string> = {
  channel: (contact) => contact.channel, queue: (contact) => contact.queue ?? '', reason: (contact) => contact.reason ?? '',
  transferred: (contact) => String(contact.transferred), repeatContact: (contact) => String(contact.repeated),
};

/**
 * The customers' share as it would be if those who answered were spread as all contacts are, over everything on which
 * they differ by more than .10 standard deviations: post-stratified, small cells collapsed, weights kept within 0.2 and
 * 5 times their mean. Without such a difference the weights are all 1.
 */
export function weightedShare(contacts: readonly Contact[], { filter, differences }: { filter: InteractionFilter; differences: readonly Difference[] }): Envelope {
  const evidence: InteractionFilter = { ...filter, answered: true };
  const responders = contacts.filter((contact) => contact.answered === 1);
  if (responders.length === 0) return envelope({ unit: 'share', value: null, weighted: true, reason: 'NO_DATA', evidence });
  const flagged = [...new Set(differences.filter((row) => row.flag !== 'none').map((row) => row.name.split(':')[0] ?? ''))].filter((name) => Object.hasOwn(variables, name));
  const cells = cellsOf(contacts, flagged);
  const units = cells.flatMap((cell) => {
    const answered = cell.filter((contact) => contact.answered === 1);
    const weight = cell.length / contacts.length / (answered.length / responders.length);
    return answered.map((contact) => ({ weight, isPositive: contact.customerGood === 1 }));
  });
  const trimmed = trimWeights(units.map((unit) => unit.weight));
  const { share, n, nEff, ci } = weighted(units.map((unit, at) => ({ ...unit, weight: trimmed[at] ?? unit.weight })));
  return withSmallSampleRule(envelope({
    unit: 'share', value: share, n, denominator: n, weighted: true, nEff, reason: share === null ? 'NOT_IDENTIFIED' : null,
    ci: ci && { lo: ci[0], hi: ci[1], conf: 0.95, method: 'wilson, Kish n' },
    flags: [...flagged.map((name) => `weighted_by_${name}`), ...(nEff < 0.5 * n ? ['weighting_costs_half'] : [])], evidence,
  }));
}

/** Contacts by the flagged variables; cells with few answers become one, and that one joins the largest if it has none. */
function cellsOf(contacts: readonly Contact[], names: readonly string[]): Contact[][] {
  const cells = [...groupBy(contacts, (contact) => names.map((name) => variables[name]?.(contact) ?? '').join('\n')).values()];
  const answers = (cell: readonly Contact[]) => cell.filter((contact) => contact.answered === 1).length;
  const large = cells.filter((cell) => answers(cell) >= smallestCell).sort((a, b) => b.length - a.length);
  const rest = cells.filter((cell) => answers(cell) < smallestCell).flat();
  if (rest.length === 0) return large;
  const [largest, ...others] = large;
  return answers(rest) > 0 || largest === undefined ? [...large, rest] : [[...largest, ...rest], ...others];
}
