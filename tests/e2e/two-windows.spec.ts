import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';

/** Opens a screen, and something of it by its name. */
async function openCode(page: Page, words: string): Promise<void> {
  await page.evaluate(() => { location.hash = '#/codebook'; });
  await page.getByRole('searchbox', { name: 'Find a code' }).fill(words);
  await page.getByRole('treegrid', { name: 'Codes' }).getByRole('row').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a second window: what is being written stays, a refusal says what is there now, and saving again writes it', async ({ app }) => {
  test.setTimeout(120_000);
  const one = app.page;
  await expect(one.getByRole('heading', { level: 1 })).toBeVisible();
  const two = await one.context().newPage();
  await two.setViewportSize({ width: 1024, height: 700 });
  await two.goto(new URL(one.url()).origin);
  const code = (page: Page) => page.getByRole('region', { name: 'Bill from an estimated reading' });
  const owner = (page: Page) => code(page).getByRole('textbox', { name: 'Owner' });
  const definition = (page: Page) => code(page).getByRole('textbox', { name: 'Definition' });

  await test.step('both open the same code', async () => {
    await openCode(one, 'estimated');
    await openCode(two, 'estimated');
    await expect(owner(one)).toHaveValue('Metering');
    await expect(owner(two)).toHaveValue('Metering');
  });

  await test.step('what the second is writing stays while the first changes another field, and both are kept', async () => {
    await definition(two).fill('The meter was never read.');
    await owner(one).fill('Field service');
    await owner(one).press('Tab');
    await expect(owner(two)).toHaveValue('Field service');
    await expect(definition(two)).toHaveValue('The meter was never read.');
    await definition(two).press('Tab');
    await expect(definition(one)).toHaveValue('The meter was never read.');
    await expect(owner(one)).toHaveValue('Field service');
    await expect(two.getByRole('alert')).toHaveCount(0);
  });

  await test.step('the same field is refused, with what is there now', async () => {
    await owner(two).fill('Billing');
    await owner(one).fill('Network');
    await owner(one).press('Tab');
    // The other's words are on disk before this one leaves the field.
    await expect(one.getByRole('contentinfo').or(one.locator('footer'))).toContainText('All changes saved');
    await expect.poll(() => owner(one).inputValue()).toBe('Network');
    await owner(two).press('Tab');
    const alert = code(two).getByRole('alert');
    await expect(alert).toContainText('This was changed in another window meanwhile.');
    await expect(alert).toContainText('There now: the owner is “Network”.');
    // The field stands far below the head of the form, where the refusal is.
    await expect(alert).toBeInViewport();
    await expect(owner(two)).toHaveValue('Billing');
    await expect(owner(one)).toHaveValue('Network');
  });

  await test.step('who has seen it may write it all the same', async () => {
    await owner(two).fill('Billing and meters');
    await owner(two).press('Tab');
    await expect(owner(one)).toHaveValue('Billing and meters');
    await expect(code(two).getByRole('alert')).toHaveCount(0);
  });
});
