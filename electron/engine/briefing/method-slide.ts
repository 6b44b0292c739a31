import type { Slide } from '#shared/model/briefing.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { GapReport } from '#shared/model/gap.ts';
import { count, percentWithInterval } from './figures.ts';
import { goodWords } from './gap-slide.ts';

/** How we know: sample, response rate, intervals, definitions and limits of the gap that the deck shows. */
export function methodSlide({ report, responseRate, coded }: { report: GapReport; responseRate: Envelope; coded: number }): Slide {
  const good = goodWords(report);
  const isMatched = report.definition === 'matched';
  const { n } = report.gap;
  const left = report.targetedLeftOut > 0 ? ` ${count(report.targetedLeftOut)} that were chosen for review, not drawn, are left out.` : '';
  return {
    id: 'method', kind: 'method', title: titleOf(report), lead: 'What was counted, how sure it is, and what it cannot tell.',
    bullets: [
      isMatched ? `Sample: ${count(n)} interactions that we rated and the customer answered about.${left}` : `Sample: ${count(report.company.n)} rated and ${count(report.customer.n)} answered interactions, not the same ones.${left}`,
      responseRate.value === null ? 'Response: no invitations are loaded, so it is not known how many customers stayed silent.'
        : `Response: ${count(responseRate.x ?? 0)} of ${count(responseRate.n)} invited customers answered, ${percentWithInterval(responseRate)}. The silent may differ.`,
      `Certainty: 95% intervals; Wilson for shares, Newcombe for ${isMatched ? 'paired' : 'independent'} differences${report.gap.flags.includes('clustered') ? ', wider because customers come more than once' : ''}.`,
      `Good for us: ${good.company}. Good for customers: ${good.customer}.`,
      `Limits: people tagged causes in ${count(coded)} interactions; a cause goes with an outcome and proves nothing.`,
    ],
    quotes: [], chart: null, footnote: `n = ${count(n)} interactions.`,
    notes: 'Every figure opens its interactions in Earshot. The fingerprint changes when the data, the definitions or the words of the briefing change.',
    claims: responseRate.value === null ? [] : [{ id: 'method.response', text: `${count(responseRate.x ?? 0)} of ${count(responseRate.n)} invited customers answered`, envelope: responseRate, definition: 'response rate' }],
    isEdited: false, isHidden: false,
  };
}

function titleOf(report: GapReport): string {
  const { n } = report.gap;
  if (report.gap.value === null || n < 5) return 'We cannot say how far apart we are before both sides are loaded';
  if (n < 30) return `We know this from ${count(n)} interactions only, so take it as a first sign`;
  return report.definition === 'matched' ? `We know this from ${count(n)} interactions that carry both views`
    : `We know this from ${count(report.company.n)} ratings and ${count(report.customer.n)} answers, of different interactions`;
}

/** The method slide with what freezes the figures: the day, and the fingerprint of all that the deck says. */
export function withFingerprint(slides: readonly Slide[], { fingerprint, now }: { fingerprint: string; now: Date }): Slide[] {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(now);
  return slides.map((slide) => slide.kind === 'method' ? { ...slide, footnote: `${slide.footnote} Figures as of ${day}. Fingerprint ${fingerprint}.` } : slide);
}
