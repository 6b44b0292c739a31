import type { CauseDetail } from '#shared/model/cause.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { benjaminiHochberg } from '#shared/stats/benjamini-hochberg.ts';
import { pChart, type ChartLimit } from '#shared/stats/p-chart.ts';
import { twoProportionTest } from '#shared/stats/two-proportion-test.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import type { Database } from '#engine/store/database.ts';
import type { CauseCode } from '#engine/store/queries/cause-codes.ts';
import { localDay } from '#engine/signals/weeks.ts';
import { badContacts, scopeOf } from './cause-scope.ts';
import { codingOf, type Coding } from './coding.ts';
import { contactBase, type ContactBase } from './contact-base.ts';
import { keyWords } from './key-words.ts';
import { momentsToHear } from './moments.ts';
import { causeEvidence } from './pareto-report.ts';
import { causeWeeks } from './trends.ts';

const chartWeeks = 26;
const shownMoments = 5;
const falseDiscoveryRate = 0.1;
/** Fewer contacts together are no pattern. */
const fewestTogether = 5;

type Look = { base: ContactBase; coding: Coding; mask: Uint8Array; cause: CauseCode; filter: InteractionFilter };

/** One cause in depth. @returns null for a code that is no root cause */
export function causeDetail(db: Database, definitions: Definitions, { code, filter, definition }: { code: string; filter: InteractionFilter; definition: string }): CauseDetail | null {
  const base = contactBase(db, definitions);
  const coding = codingOf(db, base);
  const cause = coding.causes.find((own) => own.id === code);
  if (!cause) return null;
  const look: Look = { base, coding, mask: scopeOf(db, base, { filter, definitions }), cause, filter };
  const { here, elsewhere } = idsOf(look);
  const { words, from } = keyWords(db, here, elsewhere);
  const { id, key, name, owner, controllableBy, preventable } = cause;
  return {
    code: id, key, name, definition, owner, controllableBy, preventable, contacts: here.length, firstOn: firstDay(look, definitions.timeZone), ...chartOf(look, definitions.timeZone),
    words, wordsFrom: from, moments: momentsToHear(db, { codeId: id, ids: here, words, most: shownMoments }), together: togetherOf(look), bad: badOf(look, badContacts(db, base)),
  };
}

const has = ({ coding: { sets, setOf } }: Look, contact: number, cause: number): boolean => sets[setOf[contact] ?? 0]?.includes(cause) === true;

function idsOf(look: Look): { here: string[]; elsewhere: string[] } {
  const { base, coding, mask, cause } = look;
  const [here, elsewhere]: string[][] = [[], []];
  for (let contact = 0; contact < base.n; contact += 1) {
    if (mask[contact] !== 1 || (coding.setOf[contact] ?? 0) === 0) continue;
    (has(look, contact, cause.position) ? here : elsewhere)?.push(base.ids[contact] ?? '');
  }
  return { here: here ?? [], elsewhere: elsewhere ?? [] };
}

function firstDay(look: Look, zone: string): string | null {
  const { base, mask, cause } = look;
  let first = Infinity;
  for (let contact = 0; contact < base.n; contact += 1) {
    const at = base.at[contact] ?? Number.NaN;
    if (at < first && mask[contact] === 1 && has(look, contact, cause.position)) first = at;
  }
  return first === Infinity ? null : localDay(new Date(first).toISOString(), zone);
}

const limitAt = (limit: ChartLimit | null, at: number): number | null => (limit === null || typeof limit === 'number' ? limit : limit[at] ?? null);

/** Share per week with 3-sigma limits that follow the week's n; limits from twelve weeks on. */
function chartOf({ base, coding, mask, cause, filter }: Look, zone: string): Pick<CauseDetail, 'weeks' | 'centre'> {
  const { calendar, x, n } = causeWeeks({ base, coding, mask }, chartWeeks, zone);
  const counts = [...x[cause.position] ?? []];
  const isEnough = n.filter((size) => size > 0).length >= 12;
  const chart = isEnough ? pChart({ defectives: counts, n: [...n] }) : null;
  const weeks = calendar.names.map((week, at) => ({
    week, x: counts[at] ?? 0, n: n[at] ?? 0, share: (n[at] ?? 0) === 0 ? null : (counts[at] ?? 0) / (n[at] ?? 1),
    lcl: limitAt(chart?.lcl ?? null, at), ucl: limitAt(chart?.ucl ?? null, at), isSignal: chart?.signals?.includes(at + 1) ?? false,
    evidence: { ...causeEvidence(coding, cause, filter), from: week, to: sundayOf(week) },
  }));
  return { weeks, centre: chart?.pBar ?? null };
}

const sundayOf = (monday: string): string => new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);

/** Causes that stand on the same contacts, those first that do so more often than elsewhere. */
function togetherOf(look: Look): CauseDetail['together'] {
  const { base, coding, mask, cause, filter } = look;
  const [both, other] = [new Int32Array(coding.causes.length), new Int32Array(coding.causes.length)];
  let [mine, coded] = [0, 0];
  for (let contact = 0; contact < base.n; contact += 1) {
    const members = mask[contact] === 1 ? coding.sets[coding.setOf[contact] ?? 0] ?? [] : [];
    if (members.length === 0) continue;
    coded += 1;
    const isMine = members.includes(cause.position);
    if (isMine) mine += 1;
    for (const own of members) (isMine ? both : other)[own]! += 1;
  }
  const pairs = coding.causes.filter(({ position }) => position !== cause.position && (both[position] ?? 0) >= fewestTogether);
  const ps = pairs.map(({ position }) => twoProportionTest({ x1: both[position] ?? 0, n1: mine, x2: other[position] ?? 0, n2: coded - mine })?.p ?? 1);
  const flags = benjaminiHochberg(ps, falseDiscoveryRate).rejectedFlags ?? [];
  return pairs.map((pair, at) => {
    const elsewhere = coded === mine ? null : (other[pair.position] ?? 0) / (coded - mine);
    const share = shareEnvelope({ x: both[pair.position] ?? 0, n: mine, evidence: { ...filter, cause: cause.name, code: pair.key } });
    return { code: pair.id, name: pair.name, share, elsewhere, isMoreOften: flags[at] === true && (share.value ?? 0) > (elsewhere ?? 1) };
  }).sort((a, b) => Number(b.isMoreOften) - Number(a.isMoreOften) || (b.share.x ?? 0) - (a.share.x ?? 0)).slice(0, 8);
}

function badOf(look: Look, bad: Uint8Array): CauseDetail['bad'] {
  const { base, mask, coding, cause, filter } = look;
  let [x, n] = [0, 0];
  for (let contact = 0; contact < base.n; contact += 1) {
    if (mask[contact] !== 1 || !has(look, contact, cause.position)) continue;
    n += 1;
    x += bad[contact] ?? 0;
  }
  return shareEnvelope({ x, n, evidence: { ...causeEvidence(coding, cause, filter), measuredBy: 'bad-contact' } });
}
