import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFindings, expect, runCli, sampleCopy, test } from './support/app.ts';

test('a colleague\'s coding is looked at, taken in, taken back, and never writes over anything', async ({ app }) => {
  const { page, folder } = app;
  mkdirSync(join(folder, 'colleague'));
  const theirs = sampleCopy(join(folder, 'colleague'));
  const [first, second] = [join(folder, 'first.json'), join(folder, 'second.json')];
  runCli('tag', theirs, 'BW-2026-007000', '--code', 'E1', '--at', '0:16', '--note', 'said twice');
  runCli('merge', theirs, '--export', first);
  const file = JSON.parse(readFileSync(first, 'utf8')) as { marks: { note: string; interaction: string; id: string }[] };
  const [one] = file.marks;
  const other = { ...one, id: `${one?.id}-2`, note: 'and again' };
  writeFileSync(first, JSON.stringify({ ...file, marks: [one, other] }));
  // Later the colleague changed one note, and heard something in a call that is not here.
  writeFileSync(second, JSON.stringify({ ...file, marks: [{ ...one, note: 'said three times' }, other, { ...other, id: `${one?.id}-3`, interaction: 'ELSEWHERE' }] }));

  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Calibration', exact: true }).click();
  const choose = async (path: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Take in a colleague’s coding…' }).click();
    await (await chooser).setFiles(path);
  };
  await choose(first);
  const dialog = page.getByRole('dialog', { name: /Take in the coding of/ });
  await expect(dialog.getByRole('status')).toHaveText(/^2 marks would be added; here already: 0\. Nothing is in conflict\./);
  await dialog.getByRole('button', { name: 'Take in 2 marks' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('2 marks were taken in.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await choose(first);
  await expect(dialog.getByRole('status')).toHaveText(/^2 marks would be added/);
  await dialog.getByRole('button', { name: 'Take in 2 marks' }).click();
  await expect(dialog).toBeHidden();

  await choose(second);
  await expect(dialog.getByRole('status')).toHaveText(/^0 marks would be added; here already: 1\. 1 mark is in conflict and stays as it is here\. 1 mark finds no place here\./);
  const conflict = dialog.getByRole('table', { name: /In conflict/ }).getByRole('row').nth(1);
  await expect(conflict).toHaveText(/E1 in BW-2026-007000.*note: said twicenote: said three times/);
  await expect(dialog.getByRole('table', { name: 'Set aside' })).toContainText('the interaction is not in this project');
  await expect(dialog.getByRole('button', { name: 'Take in 0 marks' })).toBeDisabled();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
