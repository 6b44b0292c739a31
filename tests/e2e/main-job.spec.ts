import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { regionTo, tabTo } from './pages/keyboard.ts';
import { expect, test } from './support/app.ts';

test.use({ withSample: false });

test('the main job by keyboard alone: sample, filter, listen, tag twice, undo once, gap, drill to a call, export', async ({ app }) => {
  test.setTimeout(480_000);
  const { page } = app;
  const status = page.getByRole('contentinfo', { name: 'Status' });

  await test.step('open the sample', async () => {
    await tabTo(page, page.getByRole('button', { name: /sample/i }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('2,031').first()).toBeVisible({ timeout: 240_000 });
    // Its counts can be seen before the last of it is saved; until then the dialog keeps the keys.
    await expect(page.getByRole('alertdialog')).toHaveCount(0, { timeout: 240_000 });
  });

  await test.step('filter by words', async () => {
    await page.keyboard.press('Control+2');
    await expect(page.getByRole('heading', { level: 1, name: 'Interactions' })).toBeVisible();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('BW-2026-008600');
    await page.keyboard.press('Enter');
    await expect(page.getByText('1 interaction', { exact: true }).first()).toBeVisible();
    await tabTo(page, page.getByRole('grid', { name: 'Interactions' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /BW-2026-008600/ })).toBeVisible();
  });

  const moments = page.getByRole('tab', { name: /Moments \(\d+\)/ });
  await test.step('listen: it really plays', async () => {
    await regionTo(page, page.getByRole('region', { name: 'Transcript' }));
    await page.keyboard.press('Space');
    const position = page.getByRole('slider', { name: 'Position' });
    await expect.poll(async () => Number(await position.getAttribute('aria-valuenow')), { timeout: 60_000 }).toBeGreaterThan(1);
  });

  await test.step('tag twice while it plays, undo once', async () => {
    await expect(moments).toHaveText(/\(4\)/);
    await page.keyboard.press('1');
    await expect(moments).toHaveText(/\(5\)/);
    await page.keyboard.press('t');
    await page.keyboard.type('BD');
    await expect(moments).toHaveText(/\(6\)/);
    await page.keyboard.press('Control+z');
    await expect(moments).toHaveText(/\(5\)/);
    await expect(status).toContainText('All changes saved');
    await page.keyboard.press('Space');
  });

  await test.step('read the gap and drill to a call', async () => {
    await page.keyboard.press('Control+4');
    await expect(page.getByRole('heading', { name: /We rated 72.?% of the same interactions good; customers rated 32.?% of them good/ })).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'Show interactions' }).first());
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Interactions' })).toBeVisible();
    await expect(page.getByText('400 interactions', { exact: true }).first()).toBeVisible();
    await tabTo(page, page.getByRole('grid', { name: 'Interactions' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Transcript' })).toBeVisible();
  });

  await test.step('export the deck', async () => {
    await page.keyboard.press('Control+5');
    await expect(page.getByRole('button', { name: /^Export…/ })).toBeEnabled();
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('button', { name: 'Export', exact: true }));
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const path = await (await download).path();
    const parts = Object.keys(unzipSync(readFileSync(path)));
    expect(parts.filter((part) => /^ppt\/slides\/slide\d+\.xml$/.test(part))).toHaveLength(6);
    expect(parts.some((part) => /^ppt\/charts\/chart\d+\.xml$/.test(part))).toBe(true);
    expect(parts.some((part) => /^ppt\/embeddings\/.*\.xlsx$/.test(part))).toBe(true);
  });
});
