import { afterEach, describe, expect, test } from 'vitest';
import type { Envelope } from '#shared/model/envelope.ts';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { csv, envelopesIn, openLabWith } from './sample-lab.ts';

let lab: EngineLab;
afterEach(() => lab.close());

const numbers = (n: number) => Array.from({ length: n }, (_, at) => at + 1);
const dayOf = (at: number) => new Date(Date.UTC(2026, 2, 1) + at * 86_400_000).toISOString().slice(0, 10);
const interactions = (n: number) => csv('interaction_id,channel,started_at,queue,agent_id,customer_id,reason', numbers(n).map((at) => [`I-${at}`, 'phone', `${dayOf(at)}T10:00:00Z`, at % 2 ? 'Billing' : 'Moving', `A-${at % 3}`, `C-${at}`, 'Bill']));
const surveys = (n: number, rating: (at: number) => number | string = (at) => (at % 2 ? 5 : 2), from = 1) => csv('response_id,interaction_id,answered_at,csat', numbers(n).map((at) => [`S-${at}`, `I-${at + from - 1}`, `${dayOf(at)}T12:00:00Z`, rating(at)]));
const evaluations = (n: number, passed: (at: number) => string = (at) => (at % 4 ? 'yes' : 'no'), purpose = 'random') =>
  csv('evaluation_id,interaction_id,evaluator,evaluated_at,purpose,score,passed', numbers(n).map((at) => [`E-${at}`, `I-${at}`, 'Rater', `${dayOf(at)}T15:00:00Z`, purpose, passed(at) === 'yes' ? 90 : 50, passed(at)]));

const definitions = ['matched', 'scorecard', 'belief', 'mean'] as const;
const fields = [null, 'queue', 'team', 'cause', 'channel', 'product', 'tenure', 'language', 'reason', 'agent', 'month', 'field:anything'] as const;

/** Never 0 for nothing, never NaN, never without a reason. */
function expectHonest(answer: unknown, where: string): void {
  expect(JSON.stringify(answer), where).not.toMatch(/NaN|Infinity/);
  for (const { path, envelope } of envelopesIn(answer)) {
    const { value, reason, n, ci } = envelope;
    if (n === 0 || value === null) expect([value, typeof reason, ci], `${where}${path}`).toEqual([null, 'string', null]);
    else expect([Number.isFinite(value), reason], `${where}${path}`).toEqual([true, null]);
  }
}

async function everyGap() {
  const found: Record<string, { gap: Envelope; company: Envelope; customer: Envelope; key: string }> = {};
  for (const definition of definitions) {
    for (const by of fields) {
      const report = await lab.client.gap.report({ definition, by, topBox: null, filter: {} });
      expectHonest(report, `${definition} by ${by}`);
      if (by === null) found[definition] = { gap: report.gap, company: report.company, customer: report.customer, key: report.finding.key.replace('finding.', '') };
    }
  }
  expectHonest(await lab.client.gap.overTime({ filter: {} }), 'over time');
  expectHonest(await lab.client.gap.quadrant({ by: 'agent', filter: {} }), 'quadrant');
  expectHonest(await lab.client.gap.nonResponse({ filter: {} }), 'non-response');
  expectHonest(await lab.client.metrics.get({ names: [], filter: {} }), 'metrics');
  return found;
}
const reasonsOf = (found: Awaited<ReturnType<typeof everyGap>>) => Object.fromEntries(Object.entries(found).map(([name, { gap, key }]) => [name, [gap.reason, key]]));

describe('no data and one side', () => {
  test('an empty project has nothing to say, and says so', async () => {
    lab = await openLabWith({});
    expect(reasonsOf(await everyGap())).toEqual({
      matched: ['NO_DATA', 'matched.empty'], scorecard: ['NO_DATA', 'scorecard.empty'], belief: ['NO_DATA', 'belief.empty'], mean: ['NO_DATA', 'mean.empty'],
    });
    const all = await lab.client.metrics.get({ names: [], filter: {} });
    expect(Object.values(all).filter((envelope) => envelope.value !== null || envelope.reason !== 'NO_DATA')).toEqual([]);
  });

  test('only surveys', async () => {
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': surveys(40) });
    const found = await everyGap();
    expect(reasonsOf(found)).toMatchObject({ matched: ['NO_DATA', 'matched.noCompany'], scorecard: ['NO_DATA', 'scorecard.noCompany'], mean: ['NO_DATA', 'mean.noCompany'] });
    expect(found['scorecard']?.customer).toMatchObject({ value: 0.5, n: 40 });
    expect((await lab.client.metrics.get({ names: ['response-rate'], filter: {} }))['response-rate']).toMatchObject({ value: null, reason: 'NO_DATA' });
  });

  test('only evaluations', async () => {
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'quality_scores.csv': evaluations(40) });
    const found = await everyGap();
    expect(reasonsOf(found)).toMatchObject({ matched: ['NO_DATA', 'matched.noCustomer'], scorecard: ['NO_DATA', 'scorecard.noCustomer'], mean: ['NO_DATA', 'mean.noCustomer'] });
    expect(found['scorecard']?.company).toMatchObject({ value: 0.75, n: 40 });
  });

  test('both sides, linked to each other nowhere: the scorecard gap is offered, with its banner', async () => {
    lab = await openLabWith({ 'interactions.csv': interactions(80), 'surveys.csv': surveys(40, undefined, 41), 'quality_scores.csv': evaluations(40) });
    const found = await everyGap();
    expect(reasonsOf(found)).toMatchObject({ matched: ['UNLINKED', 'matched.unlinked'], mean: ['UNLINKED', 'mean.unlinked'], scorecard: [null, 'scorecard.companyHigher'] });
    expect(found['scorecard']?.gap.flags).toContain('different_interactions');
    expect(found['scorecard']?.gap.value).toBeCloseTo(25, 9);
  });

  test('surveys that name no interaction and no customer count on their own, and are told apart', async () => {
    const loose = csv('response_id,answered_at,csat', numbers(40).map((at) => [`S-${at}`, `${dayOf(at)}T12:00:00Z`, at % 2 ? 5 : 2]));
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': loose, 'quality_scores.csv': evaluations(40) });
    const found = await everyGap();
    expect(reasonsOf(found)).toMatchObject({ matched: ['UNLINKED', 'matched.unlinked'], scorecard: [null, 'scorecard.companyHigher'] });
    expect(found['scorecard']?.customer).toMatchObject({ n: 40, x: 20 });
    expect(found['scorecard']?.customer.flags).toContain('includes_unlinked');
    const inBilling = (await lab.client.metrics.get({ names: ['csat'], filter: { queue: 'Billing' } }))['csat'];
    expect(inBilling).toMatchObject({ value: null, reason: 'UNLINKED', n: 0, excluded: { unlinked: 40 } });
  });

  test('evaluations of interactions that the project does not hold', async () => {
    const loose = evaluations(40).replaceAll(',I-', ',X-');
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': surveys(40), 'quality_scores.csv': loose });
    const found = await everyGap();
    expect(reasonsOf(found)).toMatchObject({ matched: ['UNLINKED', 'matched.unlinked'], scorecard: [null, 'scorecard.companyHigher'] });
    expect(found['scorecard']?.company).toMatchObject({ n: 40, x: 30 });
    expect((await lab.client.metrics.get({ names: ['quality-pass'], filter: {} }))['quality-pass']).toMatchObject({ value: null, reason: 'UNLINKED', excluded: { unlinked: 40 } });
  });
});

describe('what is not known', () => {
  test('is a segment of its own, with a list of its own', async () => {
    const known = numbers(10).map((at) => [`I-${at}`, `${dayOf(at)}T10:00:00Z`, 'phone', 'Billing', 'A-1', 'North', 'C-1', 'Bill', 'Gas', 'en', 'gold']);
    const unknown = numbers(6).map((at) => [`U-${at}`, '', 'phone', '', '', '', '', '', '', '', '']);
    const all = [...known, ...unknown].map(([id]) => String(id));
    lab = await openLabWith({
      'interactions.csv': csv('interaction_id,started_at,channel,queue,agent_id,team,customer_id,reason,product,language,plan', [...known, ...unknown] as string[][]),
      'surveys.csv': csv('response_id,interaction_id,csat', all.map((id) => [`S-${id}`, id, id.startsWith('U') ? 5 : 1])),
      'quality_scores.csv': csv('evaluation_id,interaction_id,purpose,score,passed', all.map((id) => [`E-${id}`, id, 'random', 90, 'yes'])),
      'codebook.csv': csv('code,name,kind', [['B', 'Bill is wrong', 'cause'], ['N', 'Noticing', 'behaviour']]),
      'tags.csv': csv('interaction_id,code,at,coder', [...numbers(10).map((at) => [`I-${at}`, 'B', '00:01.000', 'me'] as const), ['U-1', 'N', '00:01.000', 'me']]),
    });
    for (const by of ['queue', 'agent', 'team', 'reason', 'product', 'language', 'cause', 'month', 'tenure', 'field:plan'] as const) {
      for (const definition of ['matched', 'mean'] as const) {
        const { segments } = await lab.client.gap.report({ definition, by, topBox: null, filter: {} });
        const missing = segments.find((segment) => segment.segment === null);
        expect(missing?.gap.n, `${definition} by ${by}`).toBe(by === 'tenure' ? 16 : 6);
        const { rows } = await lab.client.interactions.page({ filter: missing?.gap.evidence ?? {}, offset: 0, limit: 50 });
        expect(rows.map((row) => row.externalId).sort(), `${definition} by ${by}`).toEqual(by === 'tenure' ? all.sort() : all.filter((id) => id.startsWith('U')).sort());
      }
    }
  });
});

describe('thin data', () => {
  test('four responses are hidden: they are noise, and they point at people', async () => {
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': surveys(4), 'quality_scores.csv': evaluations(40) });
    const found = await everyGap();
    expect(reasonsOf(found)).toMatchObject({ matched: ['BELOW_MIN_N', 'matched.few'], scorecard: ['BELOW_MIN_N', 'scorecard.few'], mean: ['BELOW_MIN_N', 'mean.few'] });
    expect(found['matched']?.gap).toMatchObject({ value: null, n: 4, ci: null });
    expect(found['matched']?.gap.flags).toContain('below_5');
    expect((await lab.client.metrics.get({ names: ['csat'], filter: {} }))['csat']).toMatchObject({ value: null, reason: 'BELOW_MIN_N', n: 4, ci: null });
  });

  test('29 responses are shown in grey, and no sentence claims a gap', async () => {
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': surveys(29), 'quality_scores.csv': evaluations(40) });
    const found = await everyGap();
    expect(found['matched']).toMatchObject({ key: 'matched.few', gap: { n: 29, reason: null } });
    expect(found['matched']?.gap.flags).toContain('below_30');
    const { segments } = await lab.client.gap.report({ definition: 'matched', by: 'queue', topBox: null, filter: {} });
    expect(segments.some((segment) => segment.isDifferent)).toBe(false);
  });

  test('all the same answer: the gap stands, agreement beyond chance says nothing', async () => {
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': surveys(40, () => 5), 'quality_scores.csv': evaluations(40, () => 'yes') });
    const report = await lab.client.gap.report({ definition: 'matched', by: 'queue', topBox: null, filter: {} });
    expectHonest(report, 'constant');
    expect(report.gap).toMatchObject({ value: 0, n: 40 });
    expect(report.kappa).toMatchObject({ value: null, reason: 'NO_VARIATION' });
    expect(report.missRate).toMatchObject({ value: null, reason: 'ZERO_DENOMINATOR' });
    expect(report.p).toBeNull();
    expect(report.finding.key).toBe('finding.matched.noDifference');
    await everyGap();
  });

  test('one rater: scores stand, and nobody can say how far raters agree', async () => {
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'quality_scores.csv': rubric(40, ['Rater']) });
    const { technical } = await lab.client.metrics.get({ names: ['technical'], filter: {} });
    expect(technical?.n).toBe(40);
    expect(technical?.flags).toContain('reliability_unknown');
    expect((await lab.client.gap.quadrant({ by: 'team', filter: {} })).reliability.technical).toMatchObject({ units: 0, alpha: null, gate: 'unknown' });
  });
});

/** Evaluations with the ten items; the second rater adds `apart` to every other interaction's items. */
function rubric(n: number, raters: string[], apart: (at: number) => number = () => 0): string {
  const items = ['t1', 't2', 't3', 't4', 't5', 'e1', 'e2', 'e3', 'e4', 'e5'];
  return csv(`evaluation_id,interaction_id,evaluator,evaluated_at,purpose,score,${items.join(',')}`, numbers(n).flatMap((at) => raters.map((rater, who) => {
    const value = Math.max(0, Math.min(4, (at % 5) + (who === 0 ? 0 : apart(at))));
    return [`E-${at}-${who}`, `I-${at}`, rater, `${dayOf(at)}T15:00:00Z`, 'random', 60 + 5 * (at % 5), ...items.map(() => value)];
  })));
}

describe('raters', () => {
  test('who agree: the score is reported, and its error of measurement is known', async () => {
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'quality_scores.csv': rubric(40, ['One', 'Two'], (at) => (at === 7 ? 1 : 0)) });
    const { technical } = await lab.client.metrics.get({ names: ['technical'], filter: {} });
    expect(technical?.value).not.toBeNull();
    expect(technical?.n).toBe(40);
    const quadrant = await lab.client.gap.quadrant({ by: 'team', filter: {} });
    expect(quadrant.reliability.technical).toMatchObject({ units: 40, gate: 'reliable' });
    expect(quadrant.reliability.items.map((item) => item.item).sort()).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 't1', 't2', 't3', 't4', 't5']);
    expect(quadrant.reliability.technical.sem).toBeGreaterThan(0);
    expect(quadrant.reliability.technical.sem).toBeLessThan(10);
  });

  test('who do not agree: no score, and the reason is that', async () => {
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'quality_scores.csv': rubric(40, ['One', 'Two'], (at) => (at % 2 ? 3 : -3)) });
    expect((await lab.client.metrics.get({ names: ['technical'], filter: {} }))['technical']).toMatchObject({ value: null, reason: 'UNRELIABLE', n: 40, ci: null });
    const quadrant = await lab.client.gap.quadrant({ by: 'team', filter: {} });
    expect(quadrant.groups[0]?.emotional).toMatchObject({ value: null, reason: 'UNRELIABLE' });
    expectHonest(quadrant, 'quadrant');
    // Within one standard error of measurement of the threshold nobody can tell the quadrant.
    expect(quadrant.counts.uncertain).toBeGreaterThan(0);
  });

  test('several evaluations: the mean of the raters decides; calibrations and self-scores take no part', async () => {
    const given = csv('evaluation_id,interaction_id,evaluator,evaluated_at,purpose,score', [
      ['E-1', 'I-1', 'One', '2026-03-02', 'random', 70], ['E-2', 'I-1', 'Two', '2026-03-02', 'random', 92], ['E-3', 'I-2', 'One', '2026-03-03', 'random', 70], ['E-4', 'I-2', 'Two', '2026-03-03', 'random', 88],
      ['E-5', 'I-3', 'One', '2026-03-04', 'random', 60], ['E-6', 'I-3', 'Two', '2026-03-04', 'calibration', 100], ['E-7', 'I-4', 'Agent', '2026-03-04', 'self', 100],
      ['E-8', 'I-5', 'One', '2026-03-05', 'random', 90], ['E-9', 'I-5', 'Two', '2026-03-05', 'targeted', 10],
      ...numbers(5).map((at) => [`E-1${at}`, `I-${at + 10}`, 'One', '2026-03-20', 'random', 85] as const),
    ]);
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'quality_scores.csv': given });
    // Good: 81 on average, 90 of the drawn one, and five of 85. Not good: 79 on average, and 60. Never evaluated: the self-score.
    expect((await lab.client.metrics.get({ names: ['quality-pass'], filter: {} }))['quality-pass']).toMatchObject({ x: 7, n: 9 });
    const { rows } = await lab.client.interactions.page({ filter: { companyGood: true }, offset: 0, limit: 50 });
    expect(rows.map((row) => row.externalId).sort()).toEqual(['I-1', 'I-11', 'I-12', 'I-13', 'I-14', 'I-15', 'I-5']);
  });
});

describe('belief', () => {
  test('only the question that customers were asked, too; without leaders, whoever was asked, by name', async () => {
    const asked = ([group, question]: [string, string], count: number, answer: number) => numbers(count).map((at) => [`${group}-${at}`, group, question, answer, '2026-03-01']);
    lab = await openLabWith({
      'interactions.csv': interactions(40), 'surveys.csv': csv('response_id,interaction_id,answered_at,superior', numbers(40).map((at) => [`S-${at}`, `I-${at}`, `${dayOf(at)}T12:00:00Z`, at % 4 ? 3 : 5])),
      'belief_poll.csv': csv('respondent_id,group,question,answer,answered_at', [...asked(['manager', 'superior'], 20, 5), ...asked(['agent', 'superior'], 30, 2), ...asked(['manager', 'we listen'], 20, 1), ...asked(['leader', 'we listen'], 6, 5)]),
    });
    const found = await everyGap();
    expect(found['belief']?.company).toMatchObject({ x: 20, n: 20, flags: ['of_managers', 'below_30'] });
    expect(found['belief']?.customer).toMatchObject({ x: 10, n: 40 });
    const { segments, by } = await lab.client.gap.report({ definition: 'belief', by: 'queue', topBox: null, filter: {} });
    expect([by, segments.map(({ segment, company }) => [segment, company.x, company.n])]).toEqual(['group', [['manager', 20, 20], ['agent', 0, 30]]]);
    const inBilling = await lab.client.gap.report({ definition: 'belief', by: null, topBox: null, filter: { queue: 'Billing' } });
    expect([inBilling.company.n, inBilling.customer.n]).toEqual([20, 20]);
  });
});

describe('what may not enter a rate', () => {
  test('only chosen evaluations: no rate, because of how they were chosen', async () => {
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': surveys(40), 'quality_scores.csv': evaluations(40, undefined, 'targeted') });
    const found = await everyGap();
    expect(reasonsOf(found)).toMatchObject({ matched: ['NOT_IDENTIFIED', 'matched.targetedOnly'], scorecard: ['NOT_IDENTIFIED', 'scorecard.targetedOnly'], mean: ['NOT_IDENTIFIED', 'mean.targetedOnly'] });
    expect((await lab.client.metrics.get({ names: ['quality-pass'], filter: {} }))['quality-pass']).toMatchObject({ value: null, reason: 'NOT_IDENTIFIED', flags: ['targeted_only'] });
  });

  test('evaluations that do not say how they were chosen speak of the reviewed interactions alone', async () => {
    const unsaid = evaluations(40).split('\n').map((line) => line.split(',').filter((_, at) => at !== 4).join(',')).join('\n');
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': surveys(40), 'quality_scores.csv': unsaid });
    const found = await everyGap();
    for (const definition of ['matched', 'scorecard'] as const) expect(found[definition]?.gap.flags).toContain('of_the_reviewed');
    expect((await lab.client.metrics.get({ names: ['quality-pass'], filter: {} }))['quality-pass']?.flags).toContain('of_the_reviewed');
  });

  test('two scales of one question are not pooled', async () => {
    const other = csv('response_id,interaction_id,answered_at,csat', numbers(20).map((at) => [`T-${at}`, `I-${at + 20}`, `${dayOf(at)}T12:00:00Z`, at % 2 ? 10 : 0]));
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': surveys(20), 'quality_scores.csv': evaluations(40) });
    await lab.run(await lab.put({ 'surveys2.csv': other }));
    const found = await everyGap();
    expect(found['matched']).toMatchObject({ key: 'matched.mixedScales', gap: { value: null, reason: 'NOT_IDENTIFIED', n: 40 }, customer: { value: null, reason: 'NOT_IDENTIFIED' }, company: { value: 0.75 } });
    expect(found['matched']?.gap.flags).toContain('mixed_scales');
    // As shares of their own scales they may meet in a mean, which says so.
    expect(found['mean']?.gap.flags).toContain('mixed_scales');
    const { csat, 'csat-mean': mean } = await lab.client.metrics.get({ names: ['csat', 'csat-mean'], filter: {} });
    for (const envelope of [csat, mean]) expect(envelope).toMatchObject({ value: null, reason: 'NOT_IDENTIFIED', flags: ['mixed_scales'] });
    const narrowed = await lab.client.gap.report({ definition: 'matched', by: null, topBox: null, filter: { surveyItem: { key: 'csat' } } });
    expect(narrowed.gap.value).not.toBeNull();
  });

  test('a second answer about the same interaction, and one dated in the future, do not count', async () => {
    const more = csv('response_id,interaction_id,answered_at,csat', [...numbers(10).map((at) => [`S-${at}`, `I-${at}`, '2026-04-01T12:00:00Z', 5]), ['S-again', 'I-1', '2026-04-02T12:00:00Z', 1], ['S-before', 'I-2', '2026-03-30T12:00:00Z', 1], ['S-future', 'I-11', '2027-06-01T12:00:00Z', 1]]);
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': more });
    const { csat } = await lab.client.metrics.get({ names: ['csat'], filter: {} });
    // The first completed answer counts: of I-2 that is the bad one.
    expect(csat).toMatchObject({ n: 10, x: 9, excluded: { invalid: 1, outOfScope: 2 } });
    expect(csat?.coverage).toBeCloseTo(10 / 11, 9);
    expect((await lab.client.interactions.page({ filter: { answered: true }, offset: 0, limit: 1 })).total).toBe(10);
    const { rows } = await lab.client.interactions.page({ filter: { answered: true, customerGood: false }, offset: 0, limit: 10 });
    expect(rows.map((row) => [row.externalId, row.customerScore])).toEqual([['I-2', 0]]);
  });

  test('interactions dated in the future enter no figure and no list behind one', async () => {
    const header = 'interaction_id,channel,started_at,customer_id,transfers';
    const rows = [...numbers(10).map((at) => [`I-${at}`, 'phone', `${dayOf(at)}T10:00:00Z`, `C-${at}`, 0]), ...numbers(3).map((at) => [`F-${at}`, 'phone', `2031-01-0${at}T10:00:00Z`, `C-${at}`, 4])];
    lab = await openLabWith({
      'interactions.csv': csv(header, rows), 'quality_scores.csv': csv('evaluation_id,interaction_id,purpose,passed', [...numbers(10).map((at) => [`E-${at}`, `I-${at}`, 'random', 'yes']), ['E-x', 'F-1', 'random', 'no']]),
    });
    const { transfer, 'quality-pass': pass } = await lab.client.metrics.get({ names: ['transfer', 'quality-pass'], filter: {} });
    expect(transfer).toMatchObject({ value: 0, n: 10, excluded: { invalid: 3 } });
    expect(pass).toMatchObject({ n: 10, x: 10 });
    expect((await lab.client.interactions.page({ filter: transfer?.evidence ?? {}, offset: 0, limit: 1 })).total).toBe(10);
  });

  test('answers sent late still belong to their interaction', async () => {
    const late = csv('response_id,interaction_id,sent_at,answered_at,csat', numbers(10).map((at) => [`S-${at}`, `I-${at}`, '2026-03-20T12:00:00Z', '2026-09-01T12:00:00Z', 4]));
    lab = await openLabWith({ 'interactions.csv': interactions(40), 'surveys.csv': late });
    expect((await lab.client.metrics.get({ names: ['csat'], filter: { to: '2026-03-31' } }))['csat']).toMatchObject({ n: 10, x: 10 });
  });
});
