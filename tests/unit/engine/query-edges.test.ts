import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#engine/store/database.ts';
import { codeHistory } from '#engine/store/queries/code-history.ts';
import { contactColumns } from '#engine/store/queries/contact-columns.ts';
import { yearMargins } from '#engine/store/queries/customers.ts';
import { defaultDefinitions } from '#engine/store/queries/definitions.ts';
import { facets, findInteraction } from '#engine/store/queries/interactions.ts';
import { traitsOfCustomers } from '#engine/store/queries/likely-callers.ts';
import { linkComparison } from '#engine/store/queries/link-comparison.ts';
import { localMonthSql } from '#engine/store/queries/local-time.ts';
import { samplingFrame } from '#engine/store/queries/sampling-frame.ts';
import { customerItems } from '#engine/store/queries/scores.ts';
import { matchingContacts, minuteRate } from '#engine/store/queries/signal-counts.ts';
import { aDatabase } from '#tests/support/store/memory-database.ts';

let db: Database;
beforeEach(async () => {
  db = await aDatabase();
});
afterEach(() => db.close());

/** Interactions I-1, I-2 …, one for each moment. */
function interactions(...moments: (string | null)[]): void {
  db.bulk("INSERT INTO interaction (key, id, external_id, channel, started_at, turn_count) VALUES (?, ?, ?, 'phone', ?, 1)",
    moments.map((at, index) => [index + 1, `i${index + 1}`, `I-${index + 1}`, at]));
}

describe('money is never added up over currencies', () => {
  test('what customers brought in a year', () => {
    db.exec(`INSERT INTO customer (id, external_id) VALUES ('a', 'A'), ('b', 'B');
      INSERT INTO purchase (id, external_id, customer_id, date, kind, amount, margin, currency) VALUES
        ('1', '1', 'a', '2026-03-01', 'purchase', 100, 40, 'GBP'), ('2', '2', 'a', '2026-03-02', 'return', 10, NULL, 'GBP'), ('3', '3', 'b', '2026-03-03', 'renewal', 70, NULL, 'EUR')`);
    const year = { after: '2026-01-01', until: '2026-12-31' };
    expect(yearMargins(db, ['a'], year)).toEqual({ margins: new Map([['a', { margin: 30, isRevenue: true }]]), currency: 'GBP' });
    expect(yearMargins(db, ['a', 'b'], year)).toEqual({ margins: new Map(), currency: null });
    expect(yearMargins(db, ['a', 'b'], { after: '2020-01-01', until: '2020-12-31' })).toEqual({ margins: new Map(), currency: null });
  });

  test('what a minute costs', () => {
    expect(minuteRate(db)).toBeNull();
    db.run("INSERT INTO cost (id, month, category, amount, currency, practical_capacity_minutes) VALUES ('1', '2026-01', 'People', 900, 'GBP', 300)");
    expect(minuteRate(db)).toEqual({ rate: 3, currency: 'GBP' });
    db.run("INSERT INTO cost (id, month, category, amount, currency) VALUES ('2', '2026-01', 'Rooms', 100, 'EUR')");
    expect(minuteRate(db)).toBeNull();
  });
});

describe('months', () => {
  test('are those of the centre’s own calendar; where nothing is dated there are none to tell', () => {
    const months = (zone: string) => db.all<{ month: string | null }>(`SELECT ${localMonthSql(db, zone)} AS month FROM interaction i ORDER BY i.key`).map(({ month }) => month);
    interactions(null);
    expect(months('Europe/Berlin')).toEqual([null]);
    db.run("INSERT INTO interaction (key, id, external_id, channel, started_at) VALUES (2, 'i2', 'I-2', 'phone', '2026-03-31T22:30:00Z')");
    expect([months('Europe/Berlin'), months('UTC')]).toEqual([[null, '2026-04'], [null, '2026-03']]);
  });

  test('are what a draw may be spread over', () => {
    interactions('2026-03-31T22:30:00Z', '2026-03-01T10:00:00Z');
    const rule = { ...defaultDefinitions, timeZone: 'Europe/Berlin' };
    const { units, excluded } = samplingFrame(db, rule, { filter: {}, rule: { minSeconds: 0, skipsEvaluated: true }, strataField: 'month' });
    expect([units.map(({ externalId, stratum }) => [externalId, stratum]), excluded]).toEqual([[['I-1', '2026-04'], ['I-2', '2026-03']], { evaluated: 0, tooShort: 0, unusable: 0 }]);
  });

  test('are compared in their order, however few contacts they have', () => {
    interactions('2026-02-01T10:00:00Z', '2026-01-01T10:00:00Z', '2026-02-02T10:00:00Z', '2026-01-02T10:00:00Z');
    db.run("INSERT INTO survey_response (id, external_id, interaction_id, link_state) VALUES ('r', 'R', 'i1', 'matched')");
    expect(linkComparison(db).rows.map(({ trait, value, linked }) => [trait, value, linked])).toEqual([['month', '2026-01', 0], ['month', '2026-02', 1]]);
  });
});

describe('what an interaction holds', () => {
  test('its stretches are told with it, its own fields are offered for filtering', () => {
    interactions('2026-02-01T10:00:00Z');
    db.exec(`UPDATE interaction SET fields = '{"tariff":"gold","town":"Ulm"}'; INSERT INTO segment (id, interaction_id, seq, kind, start_ms, end_ms) VALUES ('s', 'i1', 0, 'hold', 1000, 4000)`);
    expect(findInteraction(db, 'I-1')?.interaction).toMatchObject({ segments: [{ kind: 'hold', startMs: 1000, endMs: 4000 }] });
    expect(facets(db, defaultDefinitions, {})).toMatchObject({ otherFields: ['tariff', 'town'], fields: expect.arrayContaining([{ field: 'channel', values: [{ value: 'phone', n: 1 }] }]) });
  });

  test('a reason with the sign that columns are parted by does not move the others', () => {
    interactions('2026-02-01T10:00:00Z', '2026-02-02T10:00:00Z');
    db.run('UPDATE interaction SET reason = ? WHERE key = 1', ['Bill\u001Fing']);
    expect(contactColumns(db)).toMatchObject({ ids: ['i1', 'i2'], reasons: ['Bill ing', ''] });
  });

  test('a search for nothing finds it nowhere', () => {
    interactions('2026-02-01T10:00:00Z');
    expect(matchingContacts(db, '?!')).toEqual(new Map());
  });
});

describe('what is known of customers and answers', () => {
  test('a segment sets somebody apart as a field does; who cancelled is no customer any more', () => {
    db.exec(`INSERT INTO customer (id, external_id, segment, fields) VALUES ('a', 'A', 'Gold', '{"town":"Ulm"}'), ('b', 'B', NULL, '{}'), ('c', 'C', NULL, '{}');
      INSERT INTO purchase (id, external_id, customer_id, date, kind, product) VALUES ('1', '1', 'b', '2026-03-01', 'renewal', 'Fibre'), ('2', '2', 'c', '2026-03-01', 'cancellation', 'Fibre')`);
    expect(traitsOfCustomers(db, '2026-06-01')).toEqual([
      { id: 'a', traits: [{ kind: 'field', name: 'town', value: 'Ulm' }, { kind: 'segment', name: 'segment', value: 'Gold' }] },
      { id: 'b', traits: [{ kind: 'product', name: 'product', value: 'Fibre' }] },
    ]);
  });

  test('of several ratings the one answered most stands for the customer; of several satisfactions all do', () => {
    db.exec(`INSERT INTO survey_item (id, key, kind, label, scale_min, scale_max) VALUES ('x', 'x', 'rating', 'X', 1, 5), ('y', 'y', 'rating', 'Y', 1, 5), ('z', 'z', 'csat', 'Z', 1, 5), ('w', 'w', 'csat', 'W', 1, 5);
      INSERT INTO survey_response (id, external_id) VALUES ('1', '1'), ('2', '2');
      INSERT INTO survey_answer (response_id, item_id, value) VALUES ('1', 'x', 3), ('1', 'y', 3), ('2', 'y', 4)`);
    expect(customerItems(db).map(({ key }) => key)).toEqual(['y']);
    db.run("INSERT INTO survey_answer (response_id, item_id, value) VALUES ('1', 'z', 3), ('1', 'w', 3)");
    expect(customerItems(db).map(({ key }) => key)).toEqual(['w', 'z']);
  });
});

test('the history of a code tells lists line by line, figures as they are, and what was erased as nothing', () => {
  const columns = 'seq, id, request, kind, name, version, at, actor, entity_id, payload, payload_commitment, inverse, inverse_commitment, hash';
  const log = (seq: number, payload: object | null, before: object | null) =>
    db.run(`INSERT INTO command_log (${columns}) VALUES (?, ?, ?, 'do', 'code.change', 1, '2026-03-01T00:00:00Z', 'Ada', 'k', ?, '', ?, '', ?)`,
      [seq, `c${seq}`, seq, payload && JSON.stringify(payload), before && JSON.stringify({ name: 'code.change', payload: before }), `h${seq}`]);
  log(1, { id: 'k', name: 'Bill', examples: ['one', 'two'], colour: 3 }, { id: 'k', name: 'Bill', examples: [], colour: 2 });
  log(2, null, null);
  expect(codeHistory(db, { id: 'k', limit: 10 })).toMatchObject([
    { seq: 2, codeName: null, changes: [] },
    { seq: 1, codeName: 'Bill', changes: [{ field: 'examples', before: null, after: 'one\ntwo' }, { field: 'colour', before: '2', after: '3' }] },
  ]);
});
