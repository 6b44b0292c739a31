import { describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#engine/store/database.ts';
import { hashOfSchema, schemaText } from '#engine/store/open-checks.ts';
import { schemaHash } from '#engine/store/migrations/schema-hash.ts';
import { applicationId, migrate, migrations, readSchemaVersion, schemaVersion } from '#engine/store/migrations/index.ts';

async function openAt(version: number): Promise<Database> {
  const db = await openDatabase();
  if (version > 0) migrate(db, version);
  return db;
}

const schemaOf = (db: Database) => db.all<{ type: string; name: string; sql: string | null }>('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name');

/** One row as the version that brought its table would hold it, for every version that can hold content. */
const insertAt: Record<number, (db: Database) => void> = {
  1: (db) => {
    db.run(`INSERT INTO meta VALUES (1, 'p', '2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z', 3, 1, 'h')`);
    db.run(`INSERT INTO command_log (seq, id, request, kind, name, version, at, actor, payload, payload_commitment, inverse_commitment, hash)
            VALUES (1, 'c', 1, 'do', 'tag.add', 1, '2025-01-01T00:00:00Z', 'Ada', '{}', 'p', 'i', 'h')`);
  },
  2: (db) => {
    insertAt[1]?.(db);
    db.run(`INSERT INTO interaction (key, id, external_id, channel) VALUES (1, 'i', 'CALL-1', 'phone')`);
    db.run(`INSERT INTO turn (interaction_key, seq, speaker, role, text) VALUES (1, 0, 'Ada', 'agent', 'Good morning')`);
    db.exec(`INSERT INTO turn_text(turn_text) VALUES ('rebuild')`);
  },
  3: (db) => {
    insertAt[2]?.(db);
    db.run(`INSERT INTO code (id, key, name, kind) VALUES ('k', 'BF', 'Fee', 'cause')`);
    db.run(`INSERT INTO code_value VALUES ('k', 'irritant', 'irritant')`);
    db.run(`INSERT INTO charge_statement VALUES ('s', 'Finance', '2026-08', '2026-10', '{}', '2026-11-01T00:00:00Z', 'Ada')`);
    db.run(`INSERT INTO charge_statement_state VALUES ('s1', 's', 1, 'draft', NULL, '2026-11-01T00:00:00Z', 'Ada')`);
    db.run(`INSERT INTO fee_scenario (id, name, beliefs, seed, saved_at, saved_by) VALUES ('f', 'Paper bills', '{}', 1, '2026-11-01T00:00:00Z', 'Ada')`);
  },
  4: (db) => {
    insertAt[3]?.(db);
    db.run(`INSERT INTO signal_rule VALUES ('r', 'Fee', 'fee', '2026-01-01T00:00:00Z', 'Ada')`);
    db.run(`INSERT INTO signal_mark VALUES ('rule:r', '2026-01-05', 'dismissed', 'A campaign', NULL, '2026-01-12T00:00:00Z', 'Ada')`);
    db.run(`INSERT INTO loop_closure (subject, heard_on, owner) VALUES ('rule:r', '2026-01-05', 'Finance')`);
  },
  5: (db) => {
    insertAt[4]?.(db);
    db.run(`INSERT INTO form_version VALUES ('f1', 'f', 1, 'published', '{}', 0, '2025-01-01T00:00:00Z', 'Ada')`);
    db.run(`INSERT INTO audit_queue VALUES ('q', 'May', 'random', 'f1', '{}', NULL, '[]', 7, 1, 'h', '{}', 1, 0, '2025-01-01T00:00:00Z', 'Ada')`);
    db.run(`INSERT INTO audit_queue_entry VALUES ('q', 'i', 1, NULL, 1.0, NULL)`);
    db.run(`INSERT INTO evaluation_draft VALUES ('d', 'i', 'f1', 'q', 'quality', 'Ada', '[]', NULL, '[]', 1, '2025-01-01T00:00:00Z')`);
    db.run(`INSERT INTO evaluation (id, interaction_id, form_version_id, queue_id, is_blind) VALUES ('e', 'i', 'f1', 'q', 1)`);
  },
  6: (db) => {
    insertAt[5]?.(db);
    db.run(`INSERT INTO coaching_session (id, agent_id, item, held_on, goal, practice, check_count, check_by, shows_scores, shows_customer_words, created_at, created_by)
            VALUES ('s', 'a', 'e1', '2026-01-05', 'Name the feeling', 'Once a call', 10, '2026-02-05', 0, 0, '2026-01-05T10:00:00Z', 'Ada')`);
    db.run(`INSERT INTO dispute (id, evaluation_id, reason, snapshot, raised_at, raised_by) VALUES ('d', 'e', 'It was said.', '{}', '2026-01-06T10:00:00Z', 'Bo')`);
  },
  7: (db) => {
    insertAt[6]?.(db);
    db.run(`INSERT INTO redaction VALUES ('x', 'i', 0, 0, 4, NULL, NULL, 'PERSON', 'applied', '2026-01-01T00:00:00Z', 'Ada')`);
    db.run(`INSERT INTO erasure VALUES ('e1', '2026-01-01T00:00:00Z', 'Ada', 'customer', 'done', '{}')`);
  },
  8: (db) => {
    insertAt[7]?.(db);
    db.run(`INSERT INTO turn_original VALUES (1, 0, 'Good mooning')`);
  },
  9: (db) => {
    insertAt[8]?.(db);
    db.run(`INSERT INTO calibration_round VALUES ('r', '{}', NULL, NULL, NULL)`);
    db.run(`INSERT INTO calibration_sheet VALUES ('r', 'Ada', 'CALL-1', '2026-01-05T10:00:00Z', 'x', 's', 'k')`);
    db.run(`INSERT INTO calibration_answer VALUES ('r', 'Ada', 'CALL-1', 'e1', 3, NULL, NULL, NULL, NULL)`);
  },
  10: (db) => {
    insertAt[9]?.(db);
    db.run(`INSERT INTO training_attempt VALUES ('t', 'a', 'e1', 'clip', 'I would wait.', 3, '2026-01-05T10:00:00Z', 'Ada')`);
  },
  11: (db) => {
    insertAt[10]?.(db);
    db.run(`INSERT INTO empathy_opportunity VALUES ('o', 'i', 0, 'missed', 0, NULL, '2026-01-05T10:00:00Z', 'Ada')`);
  },
  12: (db) => insertAt[11]?.(db),
  13: (db) => {
    insertAt[12]?.(db);
    db.run(`INSERT INTO customer (id, external_id) VALUES ('c1', 'K-1'), ('c2', 'K-2')`);
    db.run(`INSERT INTO customer_joined VALUES ('c2', 'c1', 'account', 'ac-100', '2026-01-05T10:00:00Z', 'Ada')`);
    db.run(`INSERT INTO customer_joined_row VALUES ('interaction', 'i', 'c2')`);
  },
  14: (db) => {
    insertAt[13]?.(db);
    db.run(`UPDATE fee_scenario SET basis = '{"code":"k","startsOn":"2026-08-03"}'`);
  },
};

describe('migrations', () => {
  test('all together make the schema whose hash spares an open project its comparison', async () => {
    const db = await openAt(schemaVersion);
    expect(schemaHash, 'put this one into schema-hash.ts').toBe(hashOfSchema(schemaText(db)));
    db.close();
  });

  test('are numbered without gaps', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1));
    expect(Object.keys(insertAt).map(Number)).toEqual(migrations.map((migration) => migration.version));
  });

  test.each(migrations)('$version ($name): fresh = migrated step by step', async ({ version }) => {
    const fresh = await openAt(version);
    const stepped = await openAt(0);
    for (let step = 1; step <= version; step += 1) migrate(stepped, step);
    expect(schemaOf(stepped)).toEqual(schemaOf(fresh));
    expect(readSchemaVersion(stepped)).toBe(version);
    expect(stepped.get('PRAGMA application_id')).toEqual({ application_id: applicationId });
    expect(stepped.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    fresh.close();
    stepped.close();
  });

  test.each(migrations)('$version ($name): what it held is there today', async ({ version }) => {
    const db = await openAt(version);
    insertAt[version]?.(db);
    const before = schemaOf(db)
      .filter(({ type, sql }) => type === 'table' && sql !== null && !sql.includes('VIRTUAL'))
      .map(({ name }) => ({ name, rows: db.all(`SELECT * FROM ${name}`) }));
    migrate(db);
    expect(readSchemaVersion(db)).toBe(schemaVersion);
    for (const { name, rows } of before) expect(db.all(`SELECT * FROM ${name}`), name).toMatchObject(rows);
    expect(db.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    db.close();
  });

  test('1 (log): a project has one meta row and a log that refuses unknown kinds', async () => {
    const db = await openAt(1);
    insertAt[1]?.(db);
    expect(() => db.run(`INSERT INTO meta VALUES (2, 'p', '', '', 1, 1, 'h')`)).toThrow('CHECK');
    expect(() => db.run(`UPDATE command_log SET kind = 'redone'`)).toThrow('CHECK');
    db.close();
  });

  test('2 (content): a turn goes with its interaction, and text is found', async () => {
    const db = await openAt(2);
    insertAt[2]?.(db);
    expect(db.all(`SELECT docid FROM turn_text WHERE turn_text MATCH 'morning'`)).toHaveLength(1);
    db.run('DELETE FROM interaction');
    expect(db.all('SELECT * FROM turn')).toEqual([]);
    db.close();
  });

  test('3 (causes): a statement takes its states with it, and knows no fifth state', async () => {
    const db = await openAt(3);
    insertAt[3]?.(db);
    expect(() => db.run(`INSERT INTO charge_statement_state VALUES ('s2', 's', 2, 'paid', NULL, '', '')`)).toThrow('CHECK');
    expect(() => db.run(`INSERT INTO charge_statement_state VALUES ('s2', 's', 1, 'sent', NULL, '', '')`)).toThrow('UNIQUE');
    db.run('DELETE FROM charge_statement');
    expect(db.all('SELECT * FROM charge_statement_state')).toEqual([]);
    db.run('DELETE FROM code');
    expect(db.all('SELECT * FROM code_value')).toEqual([]);
    db.close();
  });

  test('4 (customers and signals): a mark has one of three states, and purchases of a customer are read from the index alone', async () => {
    const db = await openAt(4);
    insertAt[4]?.(db);
    expect(() => db.run(`UPDATE signal_mark SET state = 'gone'`)).toThrow('CHECK');
    const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT sum(margin) FROM purchase WHERE customer_id = 'c' AND date > '2026'`);
    expect(plan.map(({ detail }) => detail).join()).toContain('COVERING INDEX purchase_customer');
    db.close();
  });

  test('5 (evaluations): what is being filled in goes with its interaction, and a form in use stays', async () => {
    const db = await openAt(5);
    insertAt[5]?.(db);
    expect(() => db.run('DELETE FROM form_version')).toThrow('FOREIGN KEY');
    db.run('DELETE FROM interaction');
    expect(db.all('SELECT * FROM evaluation_draft')).toEqual([]);
    expect(db.all('SELECT * FROM audit_queue_entry')).toEqual([]);
    expect(db.all('SELECT * FROM audit_queue')).toHaveLength(1);
    db.close();
  });

  test('6 (coaching): a session asks for at least one check, an objection is open first', async () => {
    const db = await openAt(6);
    insertAt[6]?.(db);
    expect(() => db.run('UPDATE coaching_session SET check_count = 0')).toThrow('CHECK');
    expect(db.get('SELECT state FROM dispute')).toEqual({ state: 'open' });
    db.close();
  });

  test('9 (calibration): one sheet for each rater and interaction, and all goes with the round', async () => {
    const db = await openAt(9);
    insertAt[9]?.(db);
    expect(() => db.run(`INSERT INTO calibration_sheet VALUES ('r', 'Ada', 'CALL-1', '', 'y', 's', 'k')`)).toThrow('UNIQUE');
    db.run('DELETE FROM calibration_round');
    expect(db.all('SELECT * FROM calibration_sheet')).toEqual([]);
    expect(db.all('SELECT * FROM calibration_answer')).toEqual([]);
    db.close();
  });

  test('10 (training): an exercise is scored on the scale of the rubric', async () => {
    const db = await openAt(10);
    insertAt[10]?.(db);
    expect(() => db.run('UPDATE training_attempt SET score = 5')).toThrow('CHECK');
    db.close();
  });

  test('11 (empathy): one judgement of a cue for each listener, and it goes with its interaction', async () => {
    const db = await openAt(11);
    insertAt[11]?.(db);
    expect(() => db.run(`INSERT INTO empathy_opportunity VALUES ('p', 'i', 0, 'taken', 1, NULL, '', 'Ada')`)).toThrow('UNIQUE');
    expect(() => db.run(`UPDATE empathy_opportunity SET outcome = 'ignored'`)).toThrow('CHECK');
    db.run('DELETE FROM interaction');
    expect(db.all('SELECT * FROM empathy_opportunity')).toEqual([]);
    db.close();
  });

  test('12 (days of purchases): the last purchase and who was judged first are read from indexes', async () => {
    const db = await openAt(12);
    const plan = (sql: string) => db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => detail).join('; ');
    expect(plan("SELECT max(date) FROM purchase WHERE date <= '2026'")).toContain('COVERING INDEX purchase_date');
    const judged = plan('SELECT customer_id, min(started_at), customer_score, reason FROM interaction INDEXED BY interaction_judged WHERE customer_score IS NOT NULL GROUP BY 1');
    expect(judged).toContain('COVERING INDEX interaction_judged');
    expect(judged).not.toContain('TEMP B-TREE');
    db.close();
  });

  test('a step that fails leaves the version before it', async () => {
    const db = await openAt(1);
    db.exec('CREATE TABLE code (id TEXT)');
    expect(() => migrate(db)).toThrow('already exists');
    expect(readSchemaVersion(db)).toBe(1);
    expect(db.get(`SELECT name FROM sqlite_schema WHERE name = 'interaction'`)).toBeUndefined();
    expect(db.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    db.close();
  });

  test('a newer file is refused', async () => {
    const db = await openAt(schemaVersion);
    db.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
    expect(() => migrate(db)).toThrow(expect.objectContaining({ code: 'NEWER_VERSION' }));
    db.close();
  });
});
