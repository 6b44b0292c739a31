import type { CauseReport } from '#shared/model/cause.ts';
import type { CostReport } from '#shared/model/cost.ts';
import type { FeeBasis, FeeBeliefs } from '#shared/model/fee.ts';
import type { PlotStep } from '#shared/model/plot.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { envelope } from '#shared/model/envelope.ts';
import { feeUncertainty } from '#shared/stats/fee-uncertainty.ts';
import { likelyFee } from '#engine/causes/fee-run.ts';
import { moneyText, percentText } from '#shared/plots/plot-figures.ts';
import { count, inSentence, percent, percentWithInterval, period } from '../figures.ts';
import { fewest, figureWords, nWords, onlyWords, thinSlide, type ChartSlide } from './chart-slide.ts';

const associated = 'Causes were tagged by people who listened; a cause stands beside a contact, it is no proof that it led to it.';
const mostBars = 7;
const weights = { count: 'contacts', customers: 'customers', cost: 'cost', harm: 'bad experiences' } as const;

/** What stands behind contacts, by their number, their cost, or whom they touch: the largest first, and what they reach together. */
export function paretoSlide(report: CauseReport, filter: InteractionFilter = {}): ChartSlide {
  const weight = weights[report.weight];
  const when = period(report.firstAt, report.lastAt);
  const named = report.causes.filter((row) => !row.isOther && row.amount > 0);
  const [first] = named;
  const footnote = (more: string) => `${nWords(report.coded, 'interactions with a cause')}${more} ${when}.${onlyWords(filter)}`;
  if (first === undefined || report.coded < fewest || report.codedAmount === 0) return thinSlide(`Only ${count(report.coded)} interactions carry a cause: too few to put them in order`, footnote(''));
  const drawn = named.slice(0, mostBars);
  const currency = report.weight === 'cost' ? report.currency ?? '' : null;
  const together = named.findIndex((row) => row.cumulative !== null && row.cumulative >= 0.5) + 1;
  const adds = drawn.every((row) => row.cumulative !== null);
  const words = { title: `Share of ${weight}, by cause`, description: `${adds ? 'Columns and a line of what they reach together' : 'Bars'} for the ${drawn.length} largest causes. The first is “${first.name}” with ${percent(first.share)} of ${weight} coded.` };
  return {
    title: together > 0 && together < named.length ? `${together === 1 ? `“${inSentence(first.name)}” makes` : `${together} causes make`} half of the ${weight} that we can explain`
      : `“${inSentence(first.name)}” stands behind ${percent(first.share)} of the ${weight} that we can explain`,
    lead: `Share of coded ${weight}; a contact with several causes is split between them.`,
    bullets: drawn.slice(0, 3).map((row) => `“${inSentence(row.name)}”: ${percentWithInterval(row.share)}${currency === null ? '' : `, ${moneyText(row.amount, currency || null)}`}, ${row.owner === null ? 'no owner yet' : `owner ${inSentence(row.owner)}`}.`),
    plot: adds ? { kind: 'pareto', ...words, currency, rows: drawn.map((row) => ({ label: row.name, owner: row.owner, amount: row.amount, share: row.share.value ?? 0, cumulative: row.cumulative ?? 0 })) }
      : { kind: 'bars', ...words, unit: 'share', of: 'Cause', rows: drawn.map((row) => ({ label: row.name, n: row.share.n, value: row.share.value ?? 0, lo: row.share.ci?.lo ?? null, hi: row.share.ci?.hi ?? null })) },
    footnote: footnote(named.length > drawn.length ? ` ${named.length - drawn.length} more causes are not drawn.` : ''),
    notes: `${associated}${report.unknownShare === null ? '' : `\nNot coded, or "other": ${percentText(report.unknownShare)} of everything.`}`,
    claims: drawn.slice(0, 3).map((row) => ({ id: row.key, text: `“${row.name}” stands behind ${percent(row.share)} of coded ${weight}`, envelope: row.share, definition: `share of coded ${weight}` })),
  };
}

const months = ({ firstMonth, lastMonth }: CostReport): string => period(firstMonth, lastMonth);

/** What service cost, step by step to those who answer for it, until what is nobody's is left. */
export function ownersSlide(report: CostReport): ChartSlide {
  const { total, currency, owners } = report;
  const money = (amount: number) => moneyText(amount, currency);
  const [first] = owners;
  const footnote = `${months(report)}. Method: ${report.method === 'time-driven' ? 'minutes at the price of a practical minute' : 'every contact at the same price'}.`;
  if (total <= 0 || first === undefined) return thinSlide('What service costs cannot be said before costs and causes with owners are loaded', footnote);
  let level = total;
  const down = (label: string, amount: number): PlotStep => {
    const from = level;
    level -= amount;
    return { label, amount: -amount, from, to: level, kind: 'lost' };
  };
  const named = owners.filter((owner) => owner.total > 0).slice(0, 4);
  const rest = owners.filter((owner) => !named.includes(owner)).reduce((sum, owner) => sum + owner.total, 0);
  const steps: PlotStep[] = [{ label: 'Service and credits', amount: total, from: 0, to: total, kind: 'earned' }, ...named.map((owner) => down(owner.owner, owner.total)), ...(rest > 0 ? [down('Other owners', rest)] : []), ...(report.unused > 0 ? [down('Unused capacity', report.unused)] : [])];
  steps.push({ label: 'Nobody\'s yet', amount: level, from: 0, to: level, kind: 'left' });
  const owned = owners.reduce((sum, owner) => sum + owner.total, 0);
  return {
    title: `Of ${money(total)} that service cost, ${money(owned)} go with causes that have an owner`,
    lead: report.mode.mode === 'showback' ? 'Shown, not charged: what is coded does not yet carry a move of budget.' : 'What is coded carries a move of budget.',
    bullets: [...named.slice(0, 3).map((owner) => `${inSentence(owner.owner)}: ${figureWords(owner.cost, currency)}, ${count(Math.round(owner.contacts))} contacts.`), `Nobody's: ${money(report.unallocated)}, most of it because nobody listened yet.`].filter((bullet) => !bullet.startsWith('Nobody') || report.unallocatedParts.uncoded > report.unallocated / 2),
    plot: { kind: 'waterfall', title: 'From what service cost to who answers for it', description: `Steps down from ${money(total)} through ${named.length} owners. ${named.map((owner) => `${owner.owner} ${money(owner.total)}`).join('; ')}; left is ${money(level)}.`, currency, steps },
    footnote: `${nWords(report.perContact.n, 'contacts')} ${footnote}`,
    notes: `Owners, what is nobody's and unused capacity add up to the total, to the cent. ${associated}`,
    claims: named.slice(0, 3).map((owner) => ({ id: owner.owner, text: `Causes of ${owner.owner} go with ${money(owner.total)} of what service cost`, envelope: owner.cost, definition: 'cost by owner' })),
  };
}

export type FeeAsked = { name: string | null; beliefs: FeeBeliefs; seed: number; currency: string | null; basis: FeeBasis | null };

/** What a fee earns once contacts, credits and lost customers are counted; a range, not a point. */
export function feeSlide({ name, beliefs, seed, currency, basis }: FeeAsked): ChartSlide {
  const likely = likelyFee(beliefs);
  const { net80, meanNet, chanceOfLoss, draws } = feeUncertainty(beliefs, seed);
  const money = (amount: number) => moneyText(amount, currency);
  const what = name === null ? 'The fee' : `“${inSentence(name)}”`;
  if (likely.net === null || net80 === null || chanceOfLoss === null || meanNet === null) return thinSlide(`${what} charges nobody, so it earns nothing and loses nothing`, 'n = 0 customers charged.');
  const costs = ([['Refunds', likely.refunds], ['Contacts', likely.contactCost], ['Credits', likely.credits], ['Customers lost', likely.churnCost], ['One-off', likely.oneOff]] as const).filter(([, amount]) => amount !== 0);
  let level = likely.revenue;
  const steps: PlotStep[] = [{ label: 'Fee charged', amount: level, from: 0, to: level, kind: 'earned' }, ...costs.map(([label, amount]): PlotStep => {
    const from = level;
    level -= amount;
    return { label, amount: -amount, from, to: level, kind: 'lost' };
  }), { label: 'What is left', amount: level, from: 0, to: level, kind: 'left' }];
  const [lo, hi] = net80;
  const range = `${money(lo)} and ${money(hi)}`;
  return {
    title: hi < 0 ? `${what} loses money: 80% of what may happen lies between ${range}` : lo > 0 ? `${what} earns money: 80% of what may happen lies between ${range}` : `Whether ${what.replace(/^The/, 'the')} earns anything is open: 80% of what may happen lies between ${range}`,
    lead: `At the likely value of every input ${money(level)} are left of ${money(likely.revenue)}.`,
    bullets: [`It loses money in ${percentText(chanceOfLoss)} of ${count(draws)} draws.`, ...(likely.breakEvenContacts === null ? [] : [likely.breakEvenContacts < 0 ? 'It would lose money even if nobody called about it.' : `It breaks even at ${likely.breakEvenContacts.toFixed(2)} contacts per charged customer.`])],
    plot: { kind: 'waterfall', title: 'From the fee to what is left', description: `Steps from ${money(likely.revenue)} charged to ${money(level)} left: ${costs.map(([label, amount]) => `${label.toLowerCase()} ${money(amount)}`).join('; ')}.`, currency, steps },
    footnote: `${nWords(Math.round(likely.charged), 'customers charged')} Inputs are what people here believe; ${count(draws)} draws, seed ${seed}.`,
    notes: 'The range is the middle 80% of seeded draws over the beliefs about every input. A contact that follows a fee goes with it; that the fee led to it is an assumption of the simulator.',
    claims: [{ id: 'net', text: `${what} leaves ${money(level)}, between ${range}`, envelope: envelope({ unit: 'currency', value: meanNet, n: Math.round(likely.charged), denominator: draws, evidence: basis && { code: basis.code, from: basis.startsOn }, ci: { lo, hi, conf: 0.8, method: 'seeded draws over beliefs' }, flags: ['assumption'] }), definition: 'net of a fee, simulated' }],
  };
}

