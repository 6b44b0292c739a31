import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFindings, expect, projectOf, test } from './support/app.ts';

test('a person locks an encrypted project and comes back to where they were', async ({ page, serve }) => {
  const { url } = await serve((folder) => projectOf(folder, (files) => writeFileSync(join(files, 'interactions.csv'), 'interaction_id,channel,started_at\nC-1,phone,2026-01-05T09:00:00Z\n')));
  await page.goto(url);
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await expect(sections).toBeVisible();
  await page.evaluate(() => { window.location.hash = '#/privacy?{"section":"lock"}'; });
  await page.getByLabel('New passphrase', { exact: true }).fill('several plain words');
  await page.getByLabel('New passphrase again').fill('several plain words');
  await page.getByRole('button', { name: 'Encrypt this project' }).click();
  await expect(page.getByRole('heading', { name: 'When nobody is there' })).toBeVisible({ timeout: 60_000 });
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /Lock after/ }).click();
  await page.getByRole('option', { name: '5 minutes without use', exact: true }).click();
  await expect(page.getByRole('button', { name: /Lock after/ })).toContainText('5 minutes');
  await page.getByRole('button', { name: 'Lock now' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  await expect(sections).toHaveCount(0);
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Passphrase of this project|C-1/);
  expect(await axeFindings(page)).toEqual([]);
  const shots = process.env['EARSHOT_SHOTS'];
  if (shots !== undefined) for (const [width, height, scheme] of [[1440, 900, 'light'], [1024, 700, 'dark']] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `${shots}/locked-${scheme}.png` });
  }
  // A reload of the page shows no more of it, and nothing can be opened with keys.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByLabel('Passphrase or recovery key').fill('not this one');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('The passphrase is wrong')).toBeVisible();
  await page.getByLabel('Passphrase or recovery key').fill('several plain words');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { name: 'When nobody is there' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Lock after/ })).toContainText('5 minutes');
});
