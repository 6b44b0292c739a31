import { randomUUID } from 'node:crypto';
import type { JobHandle } from '#engine/jobs.ts';
import { Jobs } from '#engine/jobs.ts';
import { checkStory } from '#engine/briefing/checks.ts';
import type { Edition, Moment } from '#engine/briefing/edition.ts';
import { houseTheme, type BriefingChoices } from '#shared/model/briefing.ts';
import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { BriefingQuote, Slide, Story } from '#shared/model/briefing.ts';

/** Runs a writer as the engine does, inside a job. */
export async function written(write: (edition: Edition, job: JobHandle) => Promise<Uint8Array>, from: Story | Edition): Promise<Uint8Array> {
  const edition = 'story' in from ? from : editionOf(from);
  const job = new Jobs(() => new Date(edition.story.generatedAt), randomUUID).run('briefing', undefined, (handle) => write(edition, handle));
  for (;;) {
    const step = await job.next();
    if (step.done === true) return step.value;
  }
}

/** An edition with nothing but its story, unless more is given. */
export function editionOf(story: Story, more: Partial<Edition> = {}): Edition {
  return { story, logo: null, moments: [], momentOf: new Map(), calls: [], ...more };
}

/** Half a second of silence with words. */
export function aMoment(id: string, text: string): Moment {
  return {
    id, interactionId: 'i-1', externalId: 'K-2093', startMs: 134_000, who: 'Customer, phone', when: '2026-08', words: [{ role: 'Customer', text }],
    sound: { bytes: Uint8Array.from({ length: 64 }, (_byte, at) => at), durationMs: 500, silenced: 1 },
  };
}

export function share(x: number, n: number): Envelope {
  return envelope({ unit: 'share', value: x / n, x, n, denominator: n, ci: { lo: x / n - 0.05, hi: x / n + 0.05, conf: 0.95, method: 'wilson' } });
}

const houseChoices: BriefingChoices = { template: 'sixSlides', size: 'wide', theme: houseTheme, logo: null };
const empty = { lead: '', bullets: [], quotes: [], chart: null, notes: '', claims: [], isEdited: false, isHidden: false };

export function aQuote(text: string, more: Partial<BriefingQuote> = {}): BriefingQuote {
  return { text, who: 'Customer, phone', when: '2026-08', interactionId: 'i-1', externalId: 'K-2093', turnSeq: 4, startMs: 134_000, isAgainst: false, ...more };
}

/** A whole story by hand, with every kind of slide; `text` goes into every text that a person or a file can bring. */
export function aStory(text = 'Billing', names: readonly string[] = [], choices: Partial<BriefingChoices> = {}): Story {
  const slides: Slide[] = [
    { ...empty, id: 'answer', kind: 'answer', title: 'We overrate our service by 40 points', lead: text, figure: { value: '40 points', what: `between us and ${text}` }, bullets: [`What is so: ${text}`], footnote: 'n = 1,300 interactions.' },
    { ...empty, id: 'gap', kind: 'gap', title: 'We rated 70% good; customers rated 30% of the same interactions good', lead: `About ${text}`, bullets: [`The gap is widest in ${text}.`],
      chart: { title: 'Share rated good, by queue', description: `For each of 2 queues, both shares. The widest gap is 40 points in ${text}.`, rows: [
        { label: text, company: 0.7, customer: 0.3, gap: 40, lo: 33, hi: 46, n: 60 }, { label: 'Outages', company: 0.5, customer: 0.55, gap: -5, lo: -9, hi: 1, n: 1240 },
      ] },
      footnote: 'n = 1,300 interactions.', notes: `Said of ${text}`, claims: [{ id: 'gap.company', text: `We rated 70% of ${text} good`, envelope: share(910, 1300), definition: 'matched gap' }] },
    { ...empty, id: 'voice', kind: 'voice', title: 'This is what calls sound like that we passed', lead: text, quotes: [aQuote(text), aQuote('It was solved at once, thank you.', { isAgainst: true, startMs: null })], footnote: '2 quotes.' },
    { ...empty, id: 'causes', kind: 'causes', title: 'No single cause stands out in what we coded', lead: text, bullets: [text],
      bars: { title: 'Share of coded interactions, by cause', description: `Bars for two causes; the longest is ${text} with 12 of 100.`, rows: [
        { label: text, owner: text, x: 12, n: 100, share: 0.12, lo: 0.07, hi: 0.2 }, { label: 'Late meter', owner: null, x: 9, n: 100, share: 0.09, lo: 0.05, hi: 0.16 },
      ] }, footnote: 'n = 100 interactions with a cause.', claims: [{ id: 'causes.a', text: `${text} stands behind 12 of 100`, envelope: share(12, 100), definition: 'share of coded interactions' }] },
    { ...empty, id: 'ask', kind: 'ask', title: 'We ask for time to listen to these calls', lead: text, bullets: [text, 'First step: listen.'], footnote: 'n = 100 interactions with a cause.' },
    { ...empty, id: 'method', kind: 'method', title: 'We know this from 1,300 interactions that carry both views', lead: 'How we know', bullets: ['Sample: 1,300'], footnote: 'n = 1,300 interactions.' },
  ];
  const story = { title: slides[0]?.title ?? '', subtitle: text, period: 'August 2026', slides, fingerprint: '0123456789abcdef', dataFingerprint: 'fedcba9876543210', generatedAt: '2026-11-21T12:00:00.000Z', choices: { ...houseChoices, ...choices } };
  return { ...story, checks: checkStory(story, names) };
}

/** What a spreadsheet or a page could take for more than text. */
export const payloads: readonly string[] = ['=', '+', '-', '@', '\t=', '＝', '＋', '－', '＠', ' =', '"=', "'="].flatMap((start) => [
  'HYPERLINK("http://evil.example";"x")', "cmd|' /C calc'!A0", 'SUM(1;2)', 'WEBSERVICE("http://evil.example")', '1+1|A1', '</a:t><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt;', "'][0]", 'IMPORTXML("http://evil.example";"//a")',
  '{{constructor}}', '</style><svg onload=alert(1)>', ']]><x>', '<!--', '--><script>', 'javascript:alert(1)', '<iframe srcdoc="x">', '<base href="http://evil.example">', '<meta http-equiv=refresh>', '\u202egnp', '%0A=1', 'DDE("cmd";"/C calc")', '<a:hlinkClick r:id="rId1"/>', 'INDIRECT("A1")', '1',
].map((rest) => start + rest));
