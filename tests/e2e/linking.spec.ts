import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFindings, expect, projectOf, test } from './support/app.ts';

/** Two records of one account and one of another; a survey that two calls of a customer fit. */
function writeFiles(folder: string): void {
  const files: Record<string, string> = {
    'customers.csv': 'customer_id,name,customer_since,account\nK-1,Ada Birk,2019-01-01,AC-100\nK-2,Ada Birk,2019-01-01,ac-100\nK-3,Bo Lund,2020-01-01,AC-200\nK-4,Cy Dorn,2020-01-01,AC-300',
    'interactions.csv': 'interaction_id,channel,started_at,queue,customer_id,reason\nC-1,phone,2026-03-01T10:00:00Z,Billing,K-1,Bill\nC-2,phone,2026-04-01T10:00:00Z,Billing,K-2,Bill\nC-3,phone,2026-05-01T10:00:00Z,Moves,K-3,Move\nC-4,phone,2026-05-02T10:00:00Z,Moves,K-3,Move',
    'surveys.csv': 'response_id,interaction_id,customer_id,answered_at,csat,comment\nS-1,,K-3,2026-05-03T10:00:00Z,2,I had to say it twice',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

test('two records of one account become one thread and two again; an open survey is joined by hand and cut loose', async ({ page, serve }) => {
  const { url } = await serve((folder) => projectOf(folder, writeFiles));
  await page.goto(url);
  const rail = page.getByRole('navigation', { name: 'Sections' });
  await expect(rail).toBeVisible();

  await test.step('the records are joined by what they state', async () => {
    await page.evaluate(() => { window.location.hash = '#/customers?{"view":"same"}'; });
    const group = page.getByRole('region', { name: 'account: ac-100' });
    await expect(group.getByRole('row')).toHaveCount(3);
    expect(await axeFindings(page)).toEqual([]);
    await group.getByRole('button', { name: 'Join into K-1' }).press('Enter');
    await expect(page.getByText('No two records state the same')).toBeVisible();
    await page.getByRole('table', { name: 'Joined records' }).getByRole('button', { name: 'K-1, Ada Birk' }).press('Enter');
    await expect(page.getByText('K-1 · since')).toContainText('2 contacts');
    await expect(page.getByRole('cell', { name: 'same account: ac-100' })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('and split again from the thread', async () => {
    await page.getByRole('button', { name: 'Split K-2 off again' }).press('Enter');
    await expect(page.getByText('K-1 · since')).toContainText('1 contact');
    await expect(page.getByRole('table', { name: 'Joined records' })).toHaveCount(0);
  });

  await test.step('the survey is joined where Home says how well they are linked', async () => {
    await rail.getByRole('link', { name: 'Home' }).or(rail.getByRole('button', { name: 'Home' })).press('Enter');
    await page.getByRole('button', { name: 'Why?' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('table', { name: '1 survey without an interaction' })).toContainText('I had to say it twice');
    await dialog.getByRole('button', { name: /Interaction that survey S-1 is about/ }).press('Enter');
    await page.getByRole('option', { name: /C-4/ }).press('Enter');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Join survey S-1' }).press('Enter');
    await expect(dialog.getByRole('cell', { name: 'linked by hand' }).or(dialog.getByRole('rowheader', { name: 'linked by hand' }))).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('and cut loose where it is read', async () => {
    await page.evaluate(() => { window.location.hash = '#/listen?{"interactionId":"C-4"}'; });
    await page.getByRole('tab', { name: 'Details' }).press('Enter');
    await page.getByRole('tabpanel', { name: 'Details' }).getByRole('button', { name: 'Show what the customer said' }).press('Enter');
    await expect(page.getByText('I had to say it twice')).toBeVisible();
    await page.getByRole('button', { name: 'Survey S-1 is not about this interaction' }).press('Enter');
    await expect(page.getByText('I had to say it twice')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(page.getByText('I had to say it twice')).toBeVisible();
  });
});
