import { axeFindings, expect, test } from './support/app.ts';

test('a person hides, looks at the record, goes back to a version and forgets a customer', async ({ app }) => {
  test.setTimeout(420_000);
  const { page } = app;
  const shots = process.env['EARSHOT_SHOTS'];
  const shot = async (name: string) => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
  };
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Privacy' }).or(page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Privacy' })).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible();

  await page.getByRole('button', { name: 'Look for personal data' }).click();
  await expect(page.getByText(/suggestions?, 0 hidden places/)).toBeVisible({ timeout: 120_000 });
  await shot('hide');
  await page.getByRole('button', { name: /^Review / }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /^Hide “/ }).first()).toBeVisible();
  await shot('review');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Hide “/ }).first().click();
  await expect(dialog.getByRole('button', { name: /again$/ }).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole('tab', { name: 'Record' }).click();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(page.getByText('The record is whole.')).toBeVisible();
  await shot('record');

  await page.getByRole('tab', { name: 'Passphrase' }).click();
  await page.getByLabel('New passphrase', { exact: true }).fill('several plain words');
  await page.getByLabel('New passphrase again').fill('several plain words');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Encrypt this project' }).click();
  await expect(page.getByText('It is shown only now and kept nowhere')).toBeVisible({ timeout: 60_000 });
  await shot('passphrase');

  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByRole('button', { name: /^Look into/ }).first().click();
  await expect(page.getByRole('dialog').getByText('changes were made since')).toBeVisible();
  await shot('versions');
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page.getByText('The project is back at that version.')).toBeVisible();

  await page.getByRole('tab', { name: 'Erase' }).click();
  await page.getByRole('searchbox', { name: 'Name or number of a customer' }).fill('a');
  await page.getByRole('button', { name: /^Forget / }).first().click();
  const asking = page.getByRole('alertdialog');
  await expect(asking.getByText('What goes')).toBeVisible();
  await shot('forget');
  expect(await axeFindings(page)).toEqual([]);
  await asking.getByRole('button', { name: 'Forget for good' }).click();
  await expect(page.getByText('A customer was forgotten')).toBeVisible({ timeout: 60_000 });
  await shot('erase');
});
