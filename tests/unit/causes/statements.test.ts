import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementWorkbook } from '#engine/causes/statement-workbook.ts';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from '#tests/unit/metrics/sample-lab.ts';

let lab: EngineLab;
beforeAll(async () => {
  lab = await openSampleLab({ transcripts: true });
  const name = 'BW-2026-008600.mp3';
  await lab.run(await lab.put({ [name]: readFileSync(resolve(import.meta.dirname, '../../../resources/sample/audio', name)) }));
}, 180_000);
afterAll(() => lab.close(), 60_000);

const draft = () => lab.client.causes.draftStatement({ owner: 'Finance', method: 'time-driven', from: '2026-08-01', to: '2026-10-31' });
const stateOf = async (id: string) => (await lab.client.causes.statements()).find((statement) => statement.id === id);

test('the statement of the planted owner names the fee with its amount and three moments to hear, masked', async () => {
  const { content, owner, firstMonth, lastMonth, state } = await draft();
  const cost = await lab.client.causes.cost({ method: 'time-driven', from: '2026-08-01' });
  expect([owner, firstMonth, lastMonth, state]).toEqual(['Finance', '2026-08', '2026-10', 'draft']);
  expect(content.lines[0]).toMatchObject({ key: 'BF', total: cost.lines.find((line) => line.key === 'BF')?.total });
  expect(content.total).toBe(cost.owners.find((own) => own.owner === 'Finance')?.total);
  expect(Math.round(content.lines.reduce((sum, line) => sum + Math.round(line.total * 100), 0))).toBe(Math.round(content.total * 100));
  expect(content.moments).toHaveLength(3);
  expect(content.moments[0]).toMatchObject({ externalId: 'BW-2026-008600', hasAudio: true });
  expect(content.moments.every((moment) => moment.text !== '' || moment.hasAudio)).toBe(true);
  expect(content.mode).toBe('showback');
});

test('goes from draft to sent to disputed to accepted, keeps the reason, and each step can be undone', async () => {
  const { id } = await draft();
  await expect(lab.client.causes.moveStatement({ id, state: 'accepted', reason: null })).rejects.toThrow('cannot become');
  await lab.client.causes.moveStatement({ id, state: 'sent', reason: null });
  await expect(lab.client.causes.moveStatement({ id, state: 'disputed', reason: ' ' })).rejects.toThrow('reason');
  await expect(lab.client.causes.removeStatement({ id })).rejects.toThrow('kept');
  await lab.client.causes.moveStatement({ id, state: 'disputed', reason: 'The regulator asked for paper' });
  expect(await lab.client.causes.cost({ method: 'time-driven' })).toMatchObject({ mode: { disputesOpen: 1 } });
  expect(await stateOf(id)).toMatchObject({ state: 'disputed', reason: 'The regulator asked for paper', steps: [{ state: 'draft' }, { state: 'sent' }, { state: 'disputed', by: 'tester' }] });
  await lab.client.project.undo();
  expect(await stateOf(id)).toMatchObject({ state: 'sent', reason: null });
  await lab.client.project.redo();
  await lab.client.causes.moveStatement({ id, state: 'accepted', reason: null });
  expect(await stateOf(id)).toMatchObject({ state: 'accepted', reason: 'The regulator asked for paper' });
});

test('a removed draft comes back whole', async () => {
  const before = await draft();
  await lab.client.causes.removeStatement({ id: before.id });
  expect(await stateOf(before.id)).toBeUndefined();
  await lab.client.project.undo();
  expect(await stateOf(before.id)).toEqual(before);
});

test('a sent statement stays as it was when the data move', async () => {
  const { id, content } = await draft();
  const { rows } = await lab.client.interactions.page({ filter: { cause: 'Paper-bill fee' }, offset: 0, limit: 1 });
  const { tags } = await lab.client.interactions.get({ id: rows[0]?.id ?? '' });
  await lab.client.tags.remove({ id: tags.find((tag) => tag.codeKey === 'BF')?.id ?? '' });
  expect((await stateOf(id))?.content).toEqual(content);
  expect((await draft()).content.lines.find((line) => line.key === 'BF')?.contacts).not.toBe(content.lines[0]?.contacts);
  await lab.client.project.undo();
});

test('its workbook holds every factor as a number, and says what it does not prove', async () => {
  const statement = await draft();
  const sheets = await readXlsxFile(Buffer.from(await statementWorkbook(statement)));
  const lines = sheets.find((sheet) => sheet.sheet === 'Statement')?.data ?? [];
  expect(lines[0]?.[0]).toBe('Cause');
  expect(lines[1]?.slice(0, 1)).toEqual([statement.content.lines[0]?.name]);
  expect(lines[1]?.[4]).toBe(statement.content.lines[0]?.serviceCost);
  expect(JSON.stringify(sheets.find((sheet) => sheet.sheet === 'About')?.data)).toContain('no proof');
  expect((await lab.client.causes.exportStatement({ id: statement.id })).name).toBe('Statement Finance 2026-08 to 2026-10.xlsx');
});
