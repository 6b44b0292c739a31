import type { BarRow, Slide } from '#shared/model/briefing.ts';
import type { CauseReport, CauseRow } from '#shared/model/cause.ts';
import { count, inSentence, percent, percentWithInterval } from './figures.ts';

const shownBars = 8;
/** Fewer coded interactions than this name no cause. */
export const fewestCoded = 30;

/** What stands behind the contacts, as the Causes screen orders it: contacts split over their causes; with owners, and without a claim of proof. */
export function causesSlide({ causes, coded }: Pick<CauseReport, 'causes' | 'coded'>): Slide {
  const shown = coded >= fewestCoded ? causes.filter(({ isOther }) => !isOther) : [];
  const top = shown.slice(0, 3);
  return {
    id: 'causes', kind: 'causes', title: titleOf(shown, coded),
    lead: top.length === 0 ? `${fewestCoded} interactions with a cause are needed before causes can be put in order.` : 'Share of the interactions with a cause; one with several causes is split between them.',
    bullets: top.map((cause) => `“${inSentence(cause.name)}”: ${percentWithInterval(cause.share)}, ${inSentence(ownerOf(cause))}.`),
    quotes: [], chart: null, bars: barsOf(shown, coded),
    footnote: `n = ${count(coded)} interactions with a cause.${shown.length > shownBars ? ` ${shown.length - shownBars} more causes are not drawn.` : ''}`,
    notes: ['Causes were tagged by people who listened; a cause stands beside a contact, it is no proof that it led to it.',
      ...shown.map((cause) => `${cause.name}: on ${count(cause.contacts)} of ${count(coded)}, ${percentWithInterval(cause.share)}, ${ownerOf(cause)}`)].join('\n'),
    claims: top.map((cause) => ({
      id: `causes.${cause.key}`, text: `“${cause.name}” makes up ${percent(cause.share)} of coded interactions and stands on ${count(cause.contacts)} of ${count(coded)}`, envelope: cause.share, definition: 'share of coded interactions',
    })),
    isEdited: false, isHidden: false,
  };
}

function ownerOf({ owner }: CauseRow): string {
  return owner === null ? 'no owner yet' : `owner ${owner}`;
}

/** The first cause is called the most frequent only where its interval lies above the second one's. */
function titleOf([first, second]: readonly CauseRow[], coded: number): string {
  if (coded === 0) return 'No interaction carries a cause yet, so none can be named';
  if (!first) return `Only ${count(coded)} interactions carry a cause: too few to put them in order`;
  const isClear = !second || (first.share.ci?.lo ?? 0) > (second.share.ci?.hi ?? 1);
  return isClear ? `“${inSentence(first.name)}” is the most frequent cause, in ${percent(first.share)} of coded interactions`
    : `No single cause stands out: “${inSentence(first.name)}” leads with ${percent(first.share)} of coded interactions`;
}

function barsOf(shown: readonly CauseRow[], coded: number): NonNullable<Slide['bars']> | null {
  const rows: BarRow[] = shown.slice(0, shownBars).map(({ name, owner, amount, share }) => ({
    label: name, owner, x: Math.round(10 * amount) / 10, n: coded, share: share.value ?? 0, lo: share.ci?.lo ?? null, hi: share.ci?.hi ?? null,
  }));
  const [first] = rows;
  if (!first) return null;
  return {
    title: 'Share of coded interactions, by cause',
    description: `Bars for the ${rows.length} most frequent causes, each with its owner. The longest is “${first.label}” with ${count(first.x)} of ${count(first.n)} coded interactions, ${Math.round(100 * first.share)} percent.`,
    rows,
  };
}
