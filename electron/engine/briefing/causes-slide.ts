import type { BarRow, Slide } from '#shared/model/briefing.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import type { CauseCount } from '#engine/store/queries/briefing-evidence.ts';
import { count, percent, percentWithInterval } from './figures.ts';

const shownBars = 8;
/** Fewer coded interactions than this name no cause. */
export const fewestCoded = 30;

type Counted = { cause: CauseCount; share: Envelope };

/** What stands behind the contacts, by how many carry it; with owners, and without a claim of proof. */
export function causesSlide(causes: readonly CauseCount[], coded: number): Slide {
  const counted = [...causes].sort((a, b) => b.interactions - a.interactions || a.name.localeCompare(b.name))
    .map((cause) => ({ cause, share: shareEnvelope({ x: cause.interactions, n: coded, evidence: { code: cause.code } }) }));
  const shown = coded >= fewestCoded ? counted : [];
  const top = shown.slice(0, 3);
  return {
    id: 'causes', kind: 'causes', title: titleOf(shown, coded),
    lead: top.length === 0 ? `${fewestCoded} interactions with a cause are needed before causes can be put in order.` : 'Share of the interactions with a cause; one with several causes counts for each.',
    bullets: top.map(({ cause, share }) => `"${cause.name}": ${percentWithInterval(share)}, ${ownerOf(cause)}.`),
    quotes: [], chart: null, bars: barsOf(shown),
    footnote: `n = ${count(coded)} interactions with a cause.${shown.length > shownBars ? ` ${shown.length - shownBars} more causes are not drawn.` : ''}`,
    notes: ['Causes were tagged by people who listened; a cause stands beside a contact, it is no proof that it led to it.',
      ...shown.map(({ cause, share }) => `${cause.name}: ${count(cause.interactions)} of ${count(coded)}, ${percentWithInterval(share)}, ${ownerOf(cause)}`)].join('\n'),
    claims: top.map(({ cause, share }) => ({
      id: `causes.${cause.code}`, text: `"${cause.name}" stands behind ${count(cause.interactions)} of ${count(coded)} coded interactions`, envelope: share, definition: 'share of coded interactions',
    })),
    isEdited: false, isHidden: false,
  };
}

function ownerOf(cause: CauseCount): string {
  return cause.owner === null ? 'no owner yet' : `owner ${cause.owner}`;
}

/** The first cause is called the most frequent only where its interval lies above the second one's. */
function titleOf([first, second]: readonly Counted[], coded: number): string {
  if (coded === 0) return 'No interaction carries a cause yet, so none can be named';
  if (!first) return `Only ${count(coded)} interactions carry a cause: too few to put them in order`;
  const isClear = !second || (first.share.ci?.lo ?? 0) > (second.share.ci?.hi ?? 1);
  return isClear ? `"${first.cause.name}" is the most frequent cause, in ${percent(first.share)} of coded interactions`
    : `No single cause stands out: "${first.cause.name}" leads with ${percent(first.share)} of coded interactions`;
}

function barsOf(shown: readonly Counted[]): NonNullable<Slide['bars']> | null {
  const rows: BarRow[] = shown.slice(0, shownBars).map(({ cause, share }) => ({
    label: cause.name, owner: cause.owner, x: cause.interactions, n: share.n, share: share.value ?? 0, lo: share.ci?.lo ?? null, hi: share.ci?.hi ?? null,
  }));
  const [first] = rows;
  if (!first) return null;
  return {
    title: 'Share of coded interactions, by cause',
    description: `Bars for the ${rows.length} most frequent causes, each with its owner. The longest is "${first.label}" with ${count(first.x)} of ${count(first.n)} coded interactions, ${Math.round(100 * first.share)} percent.`,
    rows,
  };
}
