import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFindings, expect, projectOf, test } from './support/app.ts';

const calls = Array.from({ length: 80 }, (_, index) => `C-${index},phone,2026-01-05T09:00:00Z,Floor ${index % 4}`);

/**
 * A project of eighty calls, of which one page with calls is noise (a row has its columns side by side, an index has not): once
 * with its backups beside it, once alone.
 */
function damagedProjects(folder: string): { kept: string; lost: string } {
  const home = join(folder, 'made');
  mkdirSync(home);
  const made = projectOf(home, (files) => writeFileSync(join(files, 'interactions.csv'), ['interaction_id,channel,started_at,team', ...calls].join('\n')));
  const bytes = readFileSync(made);
  const page = Math.floor(bytes.indexOf('C-40phone') / 4096);
  for (let at = page * 4096; at < (page + 1) * 4096; at += 1) bytes[at] = (at * 31) % 251;
  const [kept, lost] = [join(folder, 'Kept.earshot'), join(folder, 'Lost.earshot')];
  for (const path of [kept, lost]) writeFileSync(path, bytes);
  cpSync(`${made}-backups`, `${kept}-backups`, { recursive: true });
  rmSync(home, { recursive: true });
  return { kept, lost };
}

test('a damaged project opens in a whole state of it; with none left, what can be read is counted, saved and opened', async ({ page, serve }) => {
  let lost = '';
  const { url } = await serve((folder) => {
    ({ lost } = damagedProjects(folder));
    return null;
  });
  const before = readFileSync(lost);
  const shots = process.env['EARSHOT_SHOTS'];
  const shot = async (name: string) => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
  };
  await page.goto(url);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await expect(dialog.getByText('The project file is damaged and was not opened.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Open it: As it was on/u }).first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await shot('damaged-with-states');
  await dialog.getByRole('button', { name: /^Open it: As it was on/u }).first().click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('This project was repaired')).toBeVisible();

  await page.getByRole('button', { name: 'Lost', exact: true }).click();
  await expect(dialog.getByText('No whole state of it is left beside it.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await shot('damaged-without-states');
  await dialog.getByRole('button', { name: 'Save what can be read' }).click();
  await expect(dialog.getByRole('heading', { name: 'What could be read' })).toBeVisible();
  const interactions = dialog.getByRole('row', { name: /^interactions /u }).getByRole('cell');
  await expect(interactions.nth(1)).toHaveText('80');
  const read = Number(await interactions.nth(0).textContent());
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(80);
  expect(await axeFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await axeFindings(page)).toEqual([]);
  await shot('salvaged');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the tables' }).click();
  expect((await download).suggestedFilename()).toBe('Lost - what could be read.zip');
  await dialog.getByRole('button', { name: 'Open the new project' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Interactions' }).click();
  await expect(page.getByRole('main').getByText(`${read} interactions`, { exact: true })).toBeVisible();
  expect(Buffer.compare(readFileSync(lost), before)).toBe(0);
});
