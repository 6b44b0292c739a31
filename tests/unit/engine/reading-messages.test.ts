import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EarshotError } from '#shared/errors.ts';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { linkByTime } from '#engine/importers/linking.ts';
import { addressesOf, errorOf, failureOf, sourcesAt } from '#engine/importers/reading/thread-messages.ts';
import { sourceOf } from '#tests/unit/importers-transcripts/source-file.ts';

const across = (error: unknown): Error => errorOf(structuredClone(failureOf(error)));

test('a failure says the same on the other side of a thread', () => {
  const problem = { row: 3, column: null, code: 'X', found: null, expected: null, message: 'Line 3: this cannot be read.' };
  expect(across(new UnreadableFileError(problem))).toMatchObject({ problem });
  expect(across(new UnreadableFileError(problem))).toBeInstanceOf(UnreadableFileError);
  expect(across(new EarshotError('FILE_NOT_FOUND', 'It is gone.'))).toMatchObject({ code: 'FILE_NOT_FOUND', message: 'It is gone.' });
  const ours = new TypeError('a fault of ours');
  expect(across(ours)).toMatchObject({ message: 'a fault of ours', stack: ours.stack });
  expect(across('thrown as a word')).toMatchObject({ message: 'thrown as a word' });
});

test('a file at a path is read there, whole and in steps; one that is gone is told by its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-reading-'));
  try {
    const path = join(folder, 'call.txt');
    const bytes = Buffer.alloc(2_500_000, 'Agent: Hello.\n');
    writeFileSync(path, bytes);
    expect(addressesOf([sourceOf('in hand')])).toBeNull();
    const addresses = addressesOf([{ ...sourceOf(''), path, name: 'call.txt', size: bytes.length }]);
    const [source] = sourcesAt(addresses ?? []);
    if (source === undefined) throw new Error('no source');
    expect(Buffer.compare(await source.read(), bytes)).toBe(0);
    const pieces: Uint8Array[] = [];
    for await (const piece of source.stream()) pieces.push(piece);
    expect([pieces.length, Buffer.compare(Buffer.concat(pieces), bytes)]).toEqual([3, 0]);
    rmSync(path);
    expect(() => source.read()).toThrow('“call.txt” is not there any more. Choose it again from where it is now.');
    const [folderItself] = sourcesAt([{ name: 'f', size: 0, reference: 'f', path: folder }]);
    expect(() => folderItself?.read()).toThrow(/EISDIR/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a survey is joined by time only where one contact is certainly the last before it', () => {
  const survey = { id: 's', interaction_external_id: null, customer_id: 'c', sent_at: '2026-02-03', answered_at: null };
  const contacts = [{ id: 'b', started_at: '2026-02-03T15:00:00' }, { id: 'a', started_at: '2026-02-03T09:00:00' }];
  const reason = (about: Partial<Parameters<typeof linkByTime>[0]>, candidates = contacts) => {
    const { state, reason: why } = linkByTime({ ...survey, ...about }, candidates, 7);
    return `${state}: ${why}`;
  };
  expect(reason({})).toBe('ambiguous: several contacts on the last day');
  expect(reason({ sent_at: '2026-02-04' }, [contacts[0] ?? { id: '', started_at: '' }, { id: 'z', started_at: '2026-02-01T09:00:00' }])).toBe('matched: last contact of the customer in the time window');
  expect(reason({ customer_id: null })).toBe('unmatched: neither interaction id nor known customer');
  expect(reason({ sent_at: null })).toBe('unmatched: no time to search around');
  expect(reason({ sent_at: null, answered_at: '2026-02-04T10:00:00Z' })).toBe('ambiguous: several contacts before the answer, and no sending time');
  expect(reason({}, [])).toBe('unmatched: no contact of this customer in the 7 days before');
});
