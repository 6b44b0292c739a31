import { describe, expect, it } from 'vitest';
import { dateOf, dayMs, evaluations, interactionOf, interactions, matched, mean, purchases, type Row, share, surveys, tags } from './sample-tables.ts';

const coldAgent = 'A-07';
const coachingDate = '2026-09-01';

/** 100 x mean of the items / 4; null with fewer than four items. */
function dimension(row: Row, letter: 't' | 'e'): number | null {
  const items = [1, 2, 3, 4, 5].map((item) => row[`${letter}${item}`] ?? '').filter((value) => value !== '').map(Number);
  return items.length >= 4 ? (100 * mean(items)) / 4 : null;
}

const itemMean = (rows: readonly Row[], item: string): number => mean(rows.map((row) => row[item] ?? '').filter((value) => value !== '').map(Number));
const randomOf = (agent: string): Row[] => evaluations.filter((row) => row['purpose'] === 'random' && interactionOf(row['interaction_id'])['agent_id'] === agent);
const cold = randomOf(coldAgent);
const before = cold.filter((row) => dateOf(row['interaction_id']) < coachingDate);
const after = cold.filter((row) => dateOf(row['interaction_id']) >= coachingDate);

describe('planted truth 4: the agent who is right but cold', () => {
  it('has enough random-sampled evaluations on both sides of the coaching session', () => {
    expect(before.length).toBeGreaterThanOrEqual(60);
    expect(after.length).toBeGreaterThanOrEqual(20);
  });
  it('is about 85 technically and about 40 emotionally before coaching', () => {
    expect(Math.abs(mean(before.flatMap((row) => dimension(row, 't') ?? [])) - 85)).toBeLessThan(3);
    expect(Math.abs(mean(before.flatMap((row) => dimension(row, 'e') ?? [])) - 40)).toBeLessThan(3);
  });
  it('is the only agent who is over 62.5 on one and under 50 on the other', () => {
    const agents = [...new Set(interactions.map((row) => row['agent_id'] ?? ''))];
    const found = agents.filter((agent) => mean(randomOf(agent).flatMap((row) => dimension(row, 't') ?? [])) > 62.5 && mean(randomOf(agent).flatMap((row) => dimension(row, 'e') ?? [])) < 50);
    expect(found).toEqual([coldAgent]);
  });
  it('lacks Noticing most, and Noticing is what moves customers most', () => {
    const items = ['e1', 'e2', 'e3', 'e4', 'e5'];
    const lowest = items.map((item) => itemMean(before, item));
    expect(Math.min(...lowest)).toBe(lowest[0]);
    expect(lowest[0]).toBeLessThan(1.2);
    const effect = items.map((item) => {
      const rated = matched.filter(({ evaluation }) => evaluation[item] !== '');
      const high = rated.filter(({ evaluation }) => Number(evaluation[item]) >= 3);
      const low = rated.filter(({ evaluation }) => Number(evaluation[item]) <= 1);
      return mean(high.map(({ survey }) => Number(survey['csat']))) - mean(low.map(({ survey }) => Number(survey['csat'])));
    });
    expect(Math.max(...effect)).toBe(effect[0]);
  });
  it('passes and does not please', () => {
    const own = matched.filter(({ interaction }) => interaction['agent_id'] === coldAgent);
    expect(own.length).toBeGreaterThanOrEqual(40);
    expect(share(own, ({ evaluation }) => evaluation['passed'] === 'yes')).toBeGreaterThan(0.9);
    expect(share(own, ({ survey }) => survey['csat'] === '5')).toBeLessThan(0.15);
  });
  it('misses cues before coaching and takes most of them after it', () => {
    const cues = tags.filter((row) => row['code'] === 'E1' && interactionOf(row['interaction_id'])['agent_id'] === coldAgent && Number(interactionOf(row['interaction_id'])['transfers']) === 0);
    const taken = (rows: readonly Row[]): number => share(rows, (row) => row['outcome'] === 'taken');
    expect(taken(cues.filter((row) => dateOf(row['interaction_id']) < coachingDate))).toBeLessThan(0.2);
    expect(taken(cues.filter((row) => dateOf(row['interaction_id']) >= coachingDate))).toBeGreaterThan(0.5);
  });
  it('improves on Noticing alone', () => {
    expect(itemMean(after, 'e1') - itemMean(before, 'e1')).toBeGreaterThan(1.2);
    for (const item of ['e2', 'e3', 'e4', 'e5']) expect(Math.abs(itemMean(after, item) - itemMean(before, item))).toBeLessThan(0.5);
  });
});

const severe = new Set(tags.filter((row) => Number(row['severity']) >= 2 || row['code'] === 'VC').map((row) => row['interaction_id']));

function isBad(row: Row): boolean {
  if (severe.has(row['interaction_id'])) return true;
  const survey = surveys.find((candidate) => candidate['interaction_id'] === row['interaction_id']);
  if (!survey) return false;
  const atMost = (item: string, limit: number): boolean => survey[item] !== '' && Number(survey[item]) <= limit;
  return atMost('csat', 2) || atMost('ces', 3) || atMost('nps', 4) || survey['resolved'] === 'no';
}

const startMs = (row: Row): number => Date.parse(row['started_at'] ?? '');

function isBadEpisode(episode: readonly Row[]): boolean {
  const [first, , third] = episode;
  return episode.some(isBad) || (first !== undefined && third !== undefined && startMs(third) - startMs(first) <= 14 * dayMs);
}

/** Bad experiences (episodes of one customer and reason with gaps of at most 14 days) that end in the 365 days before a date. */
function badEpisodes(asOf: string): Map<string, number> {
  const threads = new Map<string, Row[][]>();
  for (const row of [...interactions].sort((a, b) => startMs(a) - startMs(b))) {
    const key = `${row['customer_id']} ${row['reason']}`;
    const episodes = threads.get(key) ?? [];
    const last = episodes.at(-1)?.at(-1);
    if (last && startMs(row) - startMs(last) <= 14 * dayMs) episodes.at(-1)?.push(row);
    else episodes.push([row]);
    threads.set(key, episodes);
  }
  const counts = new Map<string, number>();
  for (const episode of [...threads.values()].flat()) {
    const last = episode.at(-1);
    if (!last || !isBadEpisode(episode) || Date.parse(`${asOf}T23:59:59Z`) - startMs(last) > 365 * dayMs) continue;
    counts.set(last['customer_id'] ?? '', (counts.get(last['customer_id'] ?? '') ?? 0) + 1);
  }
  return counts;
}

describe('planted truth 5: the customer who was failed three times', () => {
  it('is the only one with three bad experiences in 365 days, at the end of the extract and three weeks on', () => {
    for (const asOf of ['2026-10-31', '2026-11-21']) {
      const critical = [...badEpisodes(asOf)].filter(([, count]) => count >= 3);
      expect(critical).toEqual([['C-10017', 3]]);
    }
  });
  it('is worth more than twice as much as anyone else', () => {
    const value = new Map<string, number>();
    for (const row of purchases) value.set(row['customer_id'] ?? '', (value.get(row['customer_id'] ?? '') ?? 0) + Number(row['margin']));
    const [first, second] = [...value].sort((a, b) => b[1] - a[1]);
    expect(first?.[0]).toBe('C-10017');
    expect(first?.[1]).toBeGreaterThan(2 * (second?.[1] ?? 0));
  });
  it('was passed by quality each time', () => {
    const failures = matched.filter(({ interaction }) => interaction['customer_id'] === 'C-10017' && (interaction['started_at'] ?? '') > '2026-06');
    expect(failures.map(({ evaluation, survey }) => [evaluation['passed'], survey['csat']])).toEqual([['yes', '1'], ['yes', '2'], ['yes', '1']]);
  });
  it('has not cancelled', () => {
    expect(purchases.filter((row) => row['customer_id'] === 'C-10017' && row['kind'] === 'cancellation')).toEqual([]);
  });
});
