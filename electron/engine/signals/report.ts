import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { Signal, SignalReport } from '#shared/model/signal.ts';
import { emergingIssueTest } from '#shared/stats/emerging.ts';
import { laneyChart } from '#shared/stats/laney.ts';
import { poissonRateRatio } from '#shared/stats/poisson.ts';
import { cachedFor } from '#engine/metrics/project-cache.ts';
import type { Database } from '#engine/store/database.ts';
import { lastContactAt } from '#engine/store/queries/bad-contacts.ts';
import { minuteRate } from '#engine/store/queries/signal-counts.ts';
import { listLoopRows, listMarks, type Mark } from '#engine/store/queries/signals.ts';
import { baselineWeeks, leadWeeks, scan, scannedWeeks, testWeek, type Found } from './detect.ts';
import { codeFamily, ruleFamily, wordFamily, type Contact, type Family, type Span } from './families.ts';
import { firstHeard } from './first-heard.ts';
import { toLoop, type LoopContext } from './loops.ts';
import { newWords } from './new-words.ts';
import { completeWeeks, endOf } from './weeks.ts';

const mostIds = 1000;
/** Codes watched for a slow rise: those that take the most time. */
const driftingCodes = 20;
/** Weeks at the end by which a signal is still up or not. */
const latestWeeks = 4;
/** Contacts that a coded signal and new words must share for the words to be called the same. */
const sameFrom = 0.5;

const sum = (values: readonly number[], from: number, to = values.length): number => values.slice(from, to).reduce((all, value) => all + value, 0);

type Raw = { found: Found; name: string; family: Family; kind: Signal['kind'] };

/** Share of a usual week: three standard deviations about the baseline, as wide as its weeks scatter. */
function bandOf(counts: readonly number[], exposures: readonly number[], onset: number): Signal['band'] {
  const weeks = Array.from({ length: baselineWeeks }, (_, index) => onset - leadWeeks + index).filter((week) => (exposures[week] ?? 0) > 0);
  const { pBar, sigmaZ } = laneyChart({ defectives: weeks.map((week) => counts[week] ?? 0), n: weeks.map((week) => exposures[week] ?? 0) });
  const n = sum(exposures, onset) / Math.max(1, exposures.length - onset);
  if (pBar === null || n === 0) return null;
  const half = 3 * Math.max(1, sigmaZ ?? 1) * Math.sqrt((pBar * (1 - pBar)) / n);
  return { lo: Math.max(0, pBar - half), hi: Math.min(1, pBar + half) };
}

type Sums = { count: number; exposure: number; baseline: { count: number; exposure: number } };

function ratioOf({ count, exposure, baseline }: Sums, evidence: Signal['evidence']): Envelope {
  const { rr, ci } = poissonRateRatio({ x1: count, t1: exposure, x2: baseline.count, t2: baseline.exposure });
  return envelope({
    unit: 'ratio', value: rr, n: count, denominator: exposure, reason: rr === null ? 'ZERO_DENOMINATOR' : null, flags: baseline.count === 0 ? ['new'] : [], evidence,
    ci: ci && { lo: ci[0], hi: ci[1], conf: 0.95, method: 'conditional, clopper-pearson' },
  });
}

function stateOf(mark: Mark | undefined, onset: string): Pick<Signal, 'state' | 'stateReason'> {
  // A decision is about what was seen then: a later onset is open again.
  if (!mark || mark.onset < onset) return { state: 'open', stateReason: null };
  return { state: mark.state, stateReason: mark.reason };
}

function costOf(db: Database, contacts: readonly Contact[], evidence: Signal['evidence']): { cost: Envelope; currency: string | null } {
  const rate = minuteRate(db);
  const minutes = contacts.reduce((all, { ms }) => all + ms, 0) / 60_000;
  return {
    cost: envelope({ unit: 'currency', value: rate === null ? null : rate.rate * minutes, n: contacts.length, denominator: contacts.length, reason: rate === null ? 'NO_DATA' : null, flags: ['time_driven'], evidence }),
    currency: rate?.currency ?? null,
  };
}

function toSignal(db: Database, { found, name, family, kind }: Raw, { span, marks }: { span: Span; marks: ReadonlyMap<string, Mark> }): Omit<Signal, 'loop' | 'sameAs'> {
  const { subject, onset, result } = found;
  const { exposures } = family;
  const counts = family.series.find((series) => series.subject === subject)?.counts ?? [];
  const fromMs = span.weeks[onset]?.fromMs ?? 0;
  const start = span.weeks[onset]?.start ?? '';
  const contacts = family.contactsOf(subject).filter(({ at }) => Date.parse(at) >= fromMs);
  const evidence = { ids: contacts.map(({ id }) => id).slice(-mostIds) };
  const [from, to] = [Math.max(0, onset - leadWeeks), onset - leadWeeks + baselineWeeks];
  const sums = { count: sum(counts, onset), exposure: sum(exposures, onset), baseline: { count: sum(counts, from, to), exposure: sum(exposures, from, to) } };
  const late = Math.max(onset, counts.length - latestWeeks);
  const now = emergingIssueTest({ baselineCount: sums.baseline.count, baselineExposure: sums.baseline.exposure, currentCount: sum(counts, late), currentExposure: sum(exposures, late) });
  const expected = sums.baseline.exposure === 0 ? 0 : (sums.exposure * sums.baseline.count) / sums.baseline.exposure;
  return {
    subject, kind, name, owner: family.names.get(subject)?.owner ?? null, level: found.level, how: found.how, ...stateOf(marks.get(subject), start),
    onset: start, weeksSince: counts.length - onset, isStillUp: (now.pUpperMid ?? 1) < 0.05, ...sums, ratio: ratioOf(sums, evidence),
    p: result?.p ?? null, q: result?.q ?? null, excess: sums.count - expected,
    weeks: span.weeks.map((week, index) => ({ week: week.start, count: counts[index] ?? 0, exposure: exposures[index] ?? 0 })).slice(-scannedWeeks),
    band: bandOf(counts, exposures, onset), firstHeard: firstHeard(db, { subject, fromMs, contacts }), ...costOf(db, contacts, evidence), evidence,
  };
}

function costliest(family: Family): Set<string> {
  const minutes = (subject: string) => family.contactsOf(subject).reduce((all, { ms }) => all + ms, 0);
  return new Set(family.series.map(({ subject }) => ({ subject, ms: minutes(subject) })).toSorted((a, b) => b.ms - a.ms).slice(0, driftingCodes).map(({ subject }) => subject));
}

function rawSignals(db: Database, span: Span): { raw: Raw[]; tested: SignalReport['tested']; codedLastWeek: number; usable: number } {
  const [codes, rules, words] = [codeFamily(db, span), ruleFamily(db, span), wordFamily(db, span)];
  const last = span.weeks.length - 1;
  const named = (family: Family, kind: Signal['kind'], found: readonly Found[]): Raw[] => found.map((one) => ({ found: one, name: family.names.get(one.subject)?.name ?? one.subject, family, kind }));
  return {
    raw: [
      ...named(codes, 'code', scan(codes.series, codes.exposures, costliest(codes))), ...named(rules, 'rule', scan(rules.series, rules.exposures)),
      ...newWords(words).map(({ found, words: own }): Raw => ({ found, name: own.join(', '), family: words, kind: 'words' })),
    ],
    tested: { codes: testWeek(codes.series, codes.exposures, last).size, rules: testWeek(rules.series, rules.exposures, last).size, words: testWeek(words.series, words.exposures, last).size },
    codedLastWeek: codes.exposures[last] ?? 0, usable: codes.exposures.slice(-scannedWeeks).filter((exposure) => exposure >= 50).length,
  };
}

/** The coded signal that most contacts of new words or of a rule belong to. */
function sameAs(signal: Omit<Signal, 'loop' | 'sameAs'>, all: readonly Omit<Signal, 'loop' | 'sameAs'>[]): string | null {
  if (signal.kind === 'code') return null;
  const own = signal.evidence.ids ?? [];
  return all.find((other) => other.kind === 'code' && own.filter((id) => other.evidence.ids?.includes(id)).length >= sameFrom * Math.max(1, own.length))?.name ?? null;
}

/** What is starting: codes, rules and new words that stand out in the last 26 complete weeks, by cost times ratio. */
export function signalReport(db: Database, context: LoopContext): SignalReport {
  const { definitions, now } = context;
  const zone = definitions.timeZone;
  const lastAt = lastContactAt(db);
  const none = { signals: [], weeks: { from: null, to: null, count: 0, usable: 0 }, tested: { codes: 0, rules: 0, words: 0 }, codedLastWeek: 0 };
  if (lastAt === null) return none;
  const weeks = completeWeeks({ lastAt, now, zone, count: scannedWeeks + leadWeeks });
  const [last] = weeks.slice(-1);
  if (!last) return none;
  return cachedFor(db, `signals ${last.start} ${zone}`, () => {
    const span = { weeks, endMs: endOf(last, zone) };
    const { raw, ...counted } = rawSignals(db, span);
    const marks = listMarks(db);
    const signals = raw.map((one) => toSignal(db, one, { span, marks }));
    const loops = listLoopRows(db);
    const weight = (signal: (typeof signals)[number]) => (signal.level === 'alert' ? 1e9 : 0) + (signal.cost.value ?? signal.count) * (signal.ratio.value ?? 10);
    return {
      signals: signals.toSorted((a, b) => weight(b) - weight(a) || a.subject.localeCompare(b.subject)).map((signal): Signal => {
        const row = loops.get(signal.subject);
        return { ...signal, sameAs: sameAs(signal, signals), loop: row === undefined ? null : toLoop(db, { subject: signal.subject, row }, context) };
      }),
      weeks: { from: weeks.at(-scannedWeeks)?.start ?? null, to: last.start, count: scannedWeeks, usable: counted.usable }, tested: counted.tested, codedLastWeek: counted.codedLastWeek,
    };
  });
}
