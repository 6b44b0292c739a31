import { readFileSync } from 'node:fs';
import { axeFindings, expect, test } from './support/app.ts';

test('the sheet of a person is saved as a PDF with one press', async ({ app: { page } }) => {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Coaching', exact: true }).click();
  const save = page.getByRole('button', { name: 'Save the sheet as PDF' });
  await expect(save).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await save.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Coaching \p{L}+.*\.pdf$/u);
  const bytes = readFileSync(await file.path(), 'latin1');
  expect(bytes.slice(0, 5)).toBe('%PDF-');
  expect(bytes).toContain('/StructTreeRoot');
  await expect(page.getByText('was handed over').first()).toBeVisible();
});
