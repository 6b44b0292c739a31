import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFindings, expect, runCli, test } from './support/app.ts';

test('the codebook: find, change, refuse, merge with preview, take back, save as a file and read it', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const codes = () => (runCli('codebook', join(app.folder, 'Sample.earshot')) as { codes: { key: string; name: string; owner: string | null; uses: number; parentId: string | null }[] }).codes;
  const undo = async () => {
    await page.locator('body').press('Control+z');
  };

  await test.step('it opens from the palette', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('codebook');
    await expect(page.getByRole('menuitem', { name: 'Codebook Go' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Codebook' })).toBeVisible();
    await expect(page.getByRole('treegrid', { name: 'Codes' })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });

  const detail = page.getByRole('region', { name: 'Bill from an estimated reading' });
  await test.step('a code is found by words and chosen by arrows', async () => {
    await page.getByRole('searchbox', { name: 'Find a code' }).fill('estimated');
    await page.getByRole('treegrid', { name: 'Codes' }).getByRole('row').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(detail).toBeVisible();
    await expect(detail.getByRole('textbox', { name: 'Owner' })).toHaveValue('Metering');
  });

  await test.step('a field is saved when it is left, and undo puts it back', async () => {
    await detail.getByRole('textbox', { name: 'Owner' }).fill('Network');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('contentinfo').or(page.locator('footer'))).toContainText('All changes saved');
    await expect.poll(() => codes().find(({ key }) => key === 'BE')?.owner, { timeout: 20_000 }).toBe('Network');
    await detail.getByRole('heading', { level: 2 }).click();
    await undo();
    await expect(detail.getByRole('textbox', { name: 'Owner' })).toHaveValue('Metering');
  });

  await test.step('a short form that belongs to another code is refused with a sentence', async () => {
    await detail.getByRole('textbox', { name: 'Short form' }).fill('BD');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('alert')).toContainText('belongs to another code');
    await page.getByRole('button', { name: 'Put back as it was' }).click();
    await expect(detail.getByRole('textbox', { name: 'Short form' })).toHaveValue('BE');
  });

  await test.step('a merge says first how many tags move', async () => {
    await detail.getByRole('button', { name: 'Merge…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Into/ }).press('Enter');
    await page.getByRole('option', { name: /Payment not credited/ }).click();
    await expect(dialog).toContainText('155 tags in 155 interactions move to “Payment not credited”.');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Payment not credited' })).toContainText('253 tags');
    await page.getByRole('heading', { level: 1 }).click();
    await undo();
    await expect(page.getByRole('region', { name: 'Payment not credited' })).toContainText('98 tags');
  });

  await test.step('the history tells all of it', async () => {
    await page.getByRole('button', { name: 'History', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('was merged into “Payment not credited”: 155 tags.');
    await expect(dialog).toContainText('(taken back)');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('it is saved as a file and read again', async () => {
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+e');
    const path = await (await download).path();
    const copy = join(app.folder, 'book.qdc');
    writeFileSync(copy, await import('node:fs/promises').then(({ readFile }) => readFile(path)));
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import…' }).click();
    await (await chooser).setFiles(copy);
    await expect(page.getByRole('dialog')).toContainText('33 codes: 0 new, 0 changed, 33 as here already.');
    expect(await axeFindings(page)).toEqual([]);
  });
});
