import { axeFindings, expect, test } from './support/app.ts';

const screens = ['Home', 'Interactions', 'Listen', 'Evaluate', 'Gap', 'Causes', 'Customers', 'Signals', 'Metrics', 'Coaching', 'Codebook', 'Briefing', 'Privacy', 'Settings', 'Calibration'];

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen of the sample, ${theme}`, async ({ app }) => {
    test.setTimeout(300_000);
    const { page } = app;
    await page.emulateMedia({ colorScheme: theme });
    for (const name of screens) {
      await test.step(name, async () => {
        await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name, exact: true }).or(page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name, exact: true })).click();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        expect(await axeFindings(page), name).toEqual([]);
      });
    }
  });
}
