import { tabTo } from './pages/keyboard.ts';
import { expect, test } from './support/app.ts';

test('by keyboard alone: the customer failed three times, her story, the fee in the signals, its first-heard call', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const goTo = async (name: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  };

  await test.step('who is at risk: she stands on top', async () => {
    await goTo('Customers');
    const grid = page.getByRole('grid', { name: 'Customers at risk' });
    await expect(grid.getByRole('row').nth(1)).toContainText('Ruth Hallam');
    await expect(grid.getByRole('row').nth(1)).toContainText('Critical');
    await tabTo(page, grid);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Ruth Hallam' })).toBeVisible();
  });

  await test.step('one thread since 1994: the map leads to the list, the list to Listen', async () => {
    await expect(page.getByText('3 bad experiences')).toBeVisible();
    await expect(page.getByText(/^about £[\d,]+ \(95% interval £[\d,]+ to £[\d,]+\)/)).toBeVisible();
    await expect(page.getByText(/^Tried on the last quarter of the time: of 354 customers .* off by 15 points\./)).toBeVisible();
    const map = page.getByRole('grid', { name: 'Map of the relationship' });
    await expect(map.getByRole('columnheader', { name: '1994' })).toBeAttached();
    await tabTo(page, map);
    await page.keyboard.press('Enter');
    await expect(page.locator('li:focus')).toContainText('Phone');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    const story = page.getByRole('dialog', { name: 'The story' });
    await expect(story).toContainText('Moment 1 of 3');
    await tabTo(page, story.getByRole('button', { name: 'Next' }));
    await page.keyboard.press('Enter');
    await expect(story).toContainText('BW-2026-009000');
    await page.keyboard.press('Escape');
    await expect(story).toBeHidden();
  });

  await test.step('what is starting: the fee, in the week in which it began', async () => {
    await goTo('Signals');
    const fee = page.getByRole('article', { name: /^Paper-bill fee: 103 contacts since Aug 3, 2026/ });
    await expect(fee).toContainText('First heard Aug 3, 2026');
    await tabTo(page, fee.getByRole('button', { name: 'Watch', exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: 'Watched 1' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(fee).toBeVisible();
    await tabTo(page, fee.getByRole('button', { name: /^Listen/ }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /BW-2026-008600/ })).toBeVisible();
  });

  await test.step('nothing on these screens says what only an experiment could', async () => {
    for (const name of ['Customers', 'Signals']) {
      await goTo(name);
      await expect(page.locator('main')).not.toContainText(/\bcaused\b/i);
    }
  });
});
