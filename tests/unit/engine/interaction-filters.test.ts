import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';
import { filteredIds } from '#engine/store/queries/contact-lists.ts';
import { defaultDefinitions } from '#engine/store/queries/definitions.ts';
import { neighbours, pageInteractions } from '#engine/store/queries/interactions.ts';
import { interactionOfEntity } from '#engine/store/queries/project.ts';
import { searchTurns } from '#engine/store/queries/turns.ts';
import { aDatabase } from '#tests/support/store/memory-database.ts';

const rule = defaultDefinitions;

/*
 * Four interactions: A was evaluated and liked, B evaluated and not liked, C neither evaluated nor answered, D without a
 * date. A and B were drawn for audit, B replaced; the customer says "refund" in A, the agent in B.
 */
async function aDesk(): Promise<Database> {
  const db = await aDatabase();
  db.exec(`
    INSERT INTO interaction (key, id, external_id, channel, direction, started_at, language, transfers, fields, company_score, company_passed, company_purpose, customer_score, customer_from_top) VALUES
      (1, 'a', 'CALL-1', 'phone', 'inbound', '2026-03-01T10:00:00Z', 'en', 0, '{"tariff":"gold"}', 95, 1, 'random', 100, 0),
      (2, 'b', 'CALL-2', 'chat', 'inbound', '2026-03-02T10:00:00Z', NULL, 2, '{"tariff":"basic"}', 40, 0, 'random', 0, 4),
      (3, 'c', 'CHAT_3', 'email', 'outbound', '2026-03-03T10:00:00Z', 'de', NULL, '{}', NULL, NULL, NULL, NULL, NULL),
      (4, 'd', 'CHAT-4', 'chat', 'inbound', NULL, NULL, NULL, '{}', NULL, NULL, NULL, NULL, NULL);
    INSERT INTO turn (key, interaction_key, seq, speaker, role, text) VALUES
      (1, 1, 0, 'Kim', 'customer', 'I want my refund now, as I said in the letter that nobody has answered for weeks and weeks and weeks, and I will not wait any longer'),
      (2, 2, 0, 'Ann', 'agent', 'The refund is on its way'), (3, 2, 1, 'Kim', 'customer', 'I have heard of refunding before');
    INSERT INTO turn_text (docid, text) SELECT key, text FROM turn;
    INSERT INTO survey_item (id, key, kind, label, scale_min, scale_max) VALUES ('m', 'csat', 'csat', 'Satisfaction', 1, 5);
    INSERT INTO survey_response (id, external_id, interaction_id, link_state) VALUES ('ra', 'R-1', 'a', 'matched'), ('rb', 'R-2', 'b', 'matched');
    INSERT INTO survey_answer (response_id, item_id, value) VALUES ('ra', 'm', 5), ('rb', 'm', 1);
    INSERT INTO form_version (id, form_id, version, state, definition, saved_at, saved_by) VALUES ('f', 'form', 1, 'published', '{}', '2026-03-01T00:00:00Z', 'Ada');
    INSERT INTO audit_queue (id, name, method, form_version_id, filter, seed, frame_size, frame_hash, excluded, is_blind, hides_agent, drawn_at, drawn_by)
      VALUES ('q', 'Queue', 'random', 'f', '{}', 1, 4, 'x', '{}', 0, 0, '2026-03-05T00:00:00Z', 'Ada');
    INSERT INTO audit_queue_entry (queue_id, interaction_id, position, replaced_because) VALUES ('q', 'a', 1, NULL), ('q', 'b', 2, 'too short');
    INSERT INTO note (id, interaction_id, text, created_by, created_at) VALUES ('n', 'b', 'Look again', 'Ada', '2026-03-06T00:00:00Z');
  `);
  return db;
}

let db: Database;
beforeAll(async () => {
  db = await aDesk();
});
afterAll(() => db.close());

describe('a filter lists exactly what it says', () => {
  const filters: readonly (readonly [string, InteractionFilter, string])[] = [
    ['nothing asked', {}, 'a b c d'],
    ['no text', { text: '   ' }, 'a b c d'],
    ['waits in a queue, replaced ones apart', { auditQueue: 'q' }, 'a'],
    ['a queue that is not there', { auditQueue: 'none' }, ''],
    ['a field of this value', { field: { name: 'tariff', value: 'gold' } }, 'a'],
    ['a field that is not known', { field: { name: 'tariff', value: null } }, 'c d'],
    ['a language that is not known', { language: null }, 'b d'],
    ['dated', { dated: true }, 'a b c'],
    ['without a date', { dated: false }, 'd'],
    ['until a day, with that day', { to: '2026-03-02' }, 'a b'],
    ['transferred', { transferred: true }, 'b'],
    ['good to the company', { companyGood: true }, 'a'],
    ['not good to the company', { companyGood: false }, 'b'],
    ['good to the customer', { customerGood: true }, 'a'],
    ['answered an item', { surveyItem: { key: 'csat' } }, 'a b'],
    ['answered an item with its top box', { surveyItem: { key: 'csat', isTop: true } }, 'a'],
    ['answered an item otherwise', { surveyItem: { key: 'csat', isTop: false }, topBox: 2 }, 'b'],
    ['counts in a figure', { countedBy: 'transfer' }, 'b'],
    ['counts below its line', { measuredBy: 'transfer' }, 'a b'],
    ['counts in a figure that counts nothing', { countedBy: 'gap-mean' }, ''],
    ['counts in a figure that there is not', { countedBy: 'constructor' }, ''],
    ['says a word, whoever says it', { text: 'refund' }, 'a b'],
    ['says a word, as a customer', { text: 'role:customer refund' }, 'a'],
    ['says a word that begins so, as a customer', { text: 'role:customer refund*' }, 'a b'],
    ['says nothing that could be looked for, and its number holds it', { text: '_' }, 'c'],
    ['a number that holds a sign', { text: '%' }, ''],
  ];
  test.each(filters)('%s', (_what, filter, expected) => {
    expect(filteredIds(db, filter, rule).toSorted().join(' ')).toBe(expected);
    expect(pageInteractions(db, rule, { filter, offset: 0, limit: 10 })).toMatchObject({ total: expected === '' ? 0 : expected.split(' ').length });
  });

  test('the company’s mark goes before its score only where the project says so', () => {
    db.run("UPDATE interaction SET company_passed = 0 WHERE id = 'a'");
    expect(filteredIds(db, { companyGood: true }, { ...rule, companyGoodRule: 'marked' })).toEqual([]);
    expect(filteredIds(db, { companyGood: true }, { ...rule, companyGoodRule: 'score' })).toEqual(['a']);
    db.run("UPDATE interaction SET company_passed = 1 WHERE id = 'a'");
  });
});

describe('in a list', () => {
  test('somebody stands between two others, or nowhere', () => {
    const list = { filter: { dated: true } };
    const [first, second] = pageInteractions(db, rule, { ...list, offset: 0, limit: 10 }).rows.map(({ id }) => id);
    expect(neighbours(db, rule, { ...list, id: first ?? '' })).toMatchObject({ previousId: null, nextId: second, position: 1, total: 3 });
    expect(neighbours(db, rule, { ...list, id: 'd' })).toEqual({ previousId: null, nextId: null, position: null, total: 3 });
  });

  test('a change is gone to where its interaction is', () => {
    expect([interactionOfEntity(db, 'n'), interactionOfEntity(db, 'c'), interactionOfEntity(db, 'nowhere'), interactionOfEntity(db, null)]).toEqual(['b', 'c', null, null]);
  });
});

describe('a search over turns', () => {
  const found = (words: string, more: { offset?: number; filter?: InteractionFilter } = {}) => searchTurns(db, rule, { words, offset: 0, limit: 10, ...more });
  const places = (words: string, more = {}) => found(words, more).hits.map(({ externalId, turnSeq }) => `${externalId}:${turnSeq}`);

  test('finds words, beginnings and phrases, of everybody or of one side', () => {
    expect(places('refund')).toEqual(['CALL-1:0', 'CALL-2:0']);
    expect(places('refund*')).toEqual(['CALL-1:0', 'CALL-2:0', 'CALL-2:1']);
    expect(places('role:agent refund')).toEqual(['CALL-2:0']);
    expect(places('"on its way')).toEqual(['CALL-2:0']);
    expect(places('refund', { filter: { companyGood: false } })).toEqual(['CALL-2:0']);
  });

  test('of nothing, or past the end, finds nothing', () => {
    expect(found('?!')).toEqual({ total: 0, hits: [] });
    expect(found('refund', { offset: 5 })).toEqual({ total: 2, hits: [] });
  });

  test('shows where it hit, and that there is more', () => {
    const [hit] = found('weeks').hits;
    expect(hit?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['weeks', 'weeks', 'weeks']);
    expect(hit?.snippet[0]?.text.startsWith('…')).toBe(true);
  });
});
