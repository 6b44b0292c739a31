import { describe, expect, it } from 'vitest';
import { evaluations, matched, share, surveys, table } from './sample-tables.ts';

const passed = ({ evaluation }: (typeof matched)[number]): boolean => evaluation['passed'] === 'yes';
const delighted = ({ survey }: (typeof matched)[number]): boolean => survey['csat'] === '5';

describe('planted truth 1: what leaders believe and what customers say', () => {
  it('80 % of 25 leaders call the company superior', () => {
    const leaders = table('belief_poll.csv').filter((row) => row['group'] === 'leader' && row['question'] === 'superior');
    expect(leaders).toHaveLength(25);
    expect(share(leaders, (row) => row['answer'] === '5')).toBe(0.8);
  });
  it('managers and agents believe less', () => {
    const poll = table('belief_poll.csv');
    expect(share(poll.filter((row) => row['group'] === 'manager'), (row) => row['answer'] === '5')).toBe(0.5);
    expect(share(poll.filter((row) => row['group'] === 'agent'), (row) => row['answer'] === '5')).toBe(0.3);
  });
  it('8.0 % of customers do, in all answers and in the linked ones alone', () => {
    expect(surveys).toHaveLength(625);
    expect(surveys.filter((row) => row['superior'] === '5')).toHaveLength(50);
    const linked = surveys.filter((row) => row['interaction_id'] !== '');
    expect(linked).toHaveLength(600);
    expect(linked.filter((row) => row['superior'] === '5')).toHaveLength(48);
  });
});

describe('planted truth 2: the matched gap', () => {
  it('is 40.0 points on 400 interactions', () => {
    expect(matched).toHaveLength(400);
    expect(matched.filter(passed)).toHaveLength(288);
    expect(matched.filter(delighted)).toHaveLength(128);
  });
  it('has 192 blind spots, 96 agreed good, 32 hidden strengths and 80 agreed bad', () => {
    expect(matched.filter((pair) => passed(pair) && !delighted(pair))).toHaveLength(192);
    expect(matched.filter((pair) => passed(pair) && delighted(pair))).toHaveLength(96);
    expect(matched.filter((pair) => !passed(pair) && delighted(pair))).toHaveLength(32);
    expect(matched.filter((pair) => !passed(pair) && !delighted(pair))).toHaveLength(80);
  });
  it.each([
    { queue: 'Billing', cells: [150, 117, 38] }, { queue: 'Moving home', cells: [70, 49, 32] }, { queue: 'Outages', cells: [60, 33, 32] },
    { queue: 'Tariffs', cells: [90, 70, 20] }, { queue: 'Complaints', cells: [30, 19, 6] },
  ])('in $queue, matched, passed and delighted: $cells', ({ queue, cells }) => {
    const own = matched.filter(({ interaction }) => interaction['queue'] === queue);
    expect([own.length, own.filter(passed).length, own.filter(delighted).length]).toEqual(cells);
  });
  it('is next to nothing in Outages and over 50 points in Billing and Tariffs', () => {
    const gapOf = (queue: string): number => {
      const own = matched.filter(({ interaction }) => interaction['queue'] === queue);
      return 100 * (share(own, passed) - share(own, delighted));
    };
    expect(gapOf('Outages')).toBeCloseTo(1.67, 2);
    expect(gapOf('Billing')).toBeCloseTo(52.67, 2);
    expect(gapOf('Tariffs')).toBeCloseTo(55.56, 2);
  });
  it('a pass is a score of 80 or more, and nobody is evaluated twice', () => {
    expect(evaluations.filter((row) => Number(row['score']) >= 80 !== (row['passed'] === 'yes'))).toEqual([]);
    expect(new Set(evaluations.map((row) => row['interaction_id'])).size).toBe(evaluations.length);
    expect(new Set(surveys.filter((row) => row['interaction_id'] !== '').map((row) => row['interaction_id'])).size).toBe(600);
  });
  it('targeted evaluations pass less often, so that they must be kept out', () => {
    const targeted = evaluations.filter((row) => row['purpose'] === 'targeted');
    expect(targeted).toHaveLength(90);
    expect(share(targeted, (row) => row['passed'] === 'yes')).toBeLessThan(0.5);
  });
});

describe('non-response', () => {
  it('is measured on everyone who was asked', () => {
    const invitations = table('survey_invitations.csv');
    const completed = invitations.filter((row) => row['completed'] === 'yes');
    expect(completed).toHaveLength(625);
    expect(625 / invitations.length).toBeGreaterThan(0.3);
    expect(625 / invitations.length).toBeLessThan(0.45);
  });
});
