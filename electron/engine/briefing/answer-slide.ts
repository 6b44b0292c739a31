import type { Claim, Slide } from '#shared/model/briefing.ts';
import type { GapReport } from '#shared/model/gap.ts';
import type { CauseCount } from '#engine/store/queries/briefing-evidence.ts';
import { fewestCoded } from './causes-slide.ts';
import { count, inSentence, percent, points } from './figures.ts';

type Findings = { report: GapReport; causes: readonly CauseCount[]; coded: number; gap: Slide; ask: Slide };

/**
 * The answer first: what is so, what is wrong with it, what we ask, and the one number. Where the gap is not carried by
 * 30 interactions or its interval holds zero, it says what the first slide of the evidence says, and shows no number.
 */
export function answerSlide({ report, causes, coded, gap, ask }: Findings): Slide {
  const [first] = causes.filter((cause) => cause.blindSpots > 0 && cause.owner !== null);
  const finding = report.finding.key.split('.').at(-1) ?? '';
  const isCarried = report.gap.value !== null && report.gap.n >= 30 && ['companyHigher', 'customerHigher'].includes(finding);
  const claims: Claim[] = isCarried ? gap.claims.filter((claim) => ['gap.company', 'gap.customer', 'gap.gap'].includes(claim.id)) : [];
  return {
    id: 'answer', kind: 'answer', title: titleOf({ report, isCarried, hasCause: first !== undefined && coded >= fewestCoded, gap, owner: inSentence(first?.owner ?? '') }),
    lead: isCarried ? gap.title.replace(/[;:].*$/, (rest) => `${rest}.`) : gap.lead,
    bullets: isCarried ? [
      `What is so: we rated ${percent(report.company)} of ${count(report.company.n)} interactions good.`,
      `What is wrong: customers rated ${percent(report.customer)} good${report.definition === 'matched' ? ', of the very same ones' : ', of those they answered about'}.`,
      `What we ask: ${ask.title.replace(/^We ask (for )?/, '')}.`,
    ] : [`What is missing: ${gap.title.charAt(0).toLowerCase()}${gap.title.slice(1)}.`, `What we ask: ${ask.title.replace(/^We ask (for )?/, '')}.`],
    figure: isCarried ? { value: points(report.gap).replace(/ points.*$/, ' points'), what: figureWords(report) } : null,
    quotes: [], chart: null, footnote: gap.footnote, notes: `Read this page alone and you know what we found and what we ask. The pages behind it show how we know.\n${gap.notes}`,
    claims, isEdited: false, isHidden: false,
  };
}

function titleOf({ report, isCarried, hasCause, gap, owner }: { report: GapReport; isCarried: boolean; hasCause: boolean; gap: Slide; owner: string }): string {
  if (!isCarried) return gap.title;
  const far = `${Math.abs(report.gap.value ?? 0).toFixed(0)} points`;
  const isOurs = (report.gap.value ?? 0) > 0;
  if (!isOurs) return `Customers see ${far} more good service than we do: let us find out why`;
  return hasCause ? `We overrate our service by ${far}, and ask ${owner} to start closing it` : `We overrate our service by ${far}, and ask for time to find out why`;
}

function figureWords({ gap, company, customer, definition }: GapReport): string {
  const interval = gap.ci ? `; 95% interval ${Math.abs(gap.value !== null && gap.value < 0 ? gap.ci.hi : gap.ci.lo).toFixed(0)} to ${Math.abs(gap.value !== null && gap.value < 0 ? gap.ci.lo : gap.ci.hi).toFixed(0)}` : '';
  return `between what we rated good (${percent(company)}) and what customers did (${percent(customer)})${definition === 'matched' ? ', of the same interactions' : ''}. n = ${count(gap.n)}${interval}.`;
}
