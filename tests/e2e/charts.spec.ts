import { expect, test } from './support/app.ts';

// A computed colour is the one before a transition for as long as it runs: charts once took the page's ink for every mark.
test('charts keep the colours of both sides when motion is reduced and the theme changes', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Gap', { exact: true }).click();
  const chart = page.getByRole('region', { name: /The gap is widest/ }).or(page.getByRole('figure', { name: /The gap is widest/ })).first();
  await expect(chart).toBeVisible();
  const paints = () => chart.locator('svg').evaluateAll((drawings) => [...new Set(drawings.flatMap((svg) => [...svg.querySelectorAll('path,circle,rect')].map((mark) => mark.getAttribute('fill') ?? 'none')))]
    // What no token gave (the black of unpainted hit areas) is not the theme's.
    .filter((paint) => paint.startsWith('rgb(')));
  await expect.poll(async () => (await paints()).length).toBeGreaterThanOrEqual(2);
  const light = await paints();
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  await expect.poll(async () => (await paints()).every((paint) => !light.includes(paint))).toBe(true);
  expect((await paints()).length).toBeGreaterThanOrEqual(2);
});
