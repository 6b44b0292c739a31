import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { regionTo } from './pages/keyboard.ts';
import { axeFindings, expect, runCli, test } from './support/app.ts';

const listen = `#/listen?${encodeURIComponent(JSON.stringify({ interactionId: 'BW-2026-008600' }))}`;

async function openListen(page: Page): Promise<Locator> {
  await page.evaluate((address) => { location.hash = address; }, listen);
  const transcript = page.getByRole('region', { name: 'Transcript' });
  await expect(transcript.getByRole('gridcell').first()).toBeVisible();
  await regionTo(page, transcript);
  return transcript;
}

test('keys are changed with clashes and forbidden keys refused, a pedal plays, and letters typed ahead land in the palette', async ({ app }) => {
  const { page } = app;
  const position = page.getByRole('slider', { name: 'Position' });
  const moments = page.getByRole('tab', { name: /Moments \(\d+\)/ });

  await test.step('a key is given to a command', async () => {
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: 'Change keys…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Change keys' });
    await dialog.getByRole('searchbox', { name: 'Find a command or a key' }).fill('play or pause');
    const change = dialog.getByRole('button', { name: 'Change the key of Play or pause' });
    await change.press('Enter');
    const field = dialog.getByRole('textbox', { name: 'New key of Play or pause' });
    await expect(field).toBeFocused();
    await page.keyboard.press('F10');
    await expect(dialog.getByRole('alert')).toContainText('F10 belongs to the system');
    await page.keyboard.press('n');
    await expect(dialog.getByRole('alert')).toContainText('N is taken by “Next customer turn”');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('y');
    await expect(change).toBeFocused();
    await expect(dialog.getByRole('row', { name: /Play or pause/ })).toContainText('Y');
    await expect(dialog.getByRole('button', { name: 'Give Play or pause its own keys back' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('a pedal is switched on', async () => {
    await page.getByRole('switch', { name: 'Foot pedal' }).press('Space');
    await page.getByRole('button', { name: 'Learn: Forward 5 seconds' }).press('Enter');
    await page.keyboard.press('F9');
    await expect(page.getByRole('alert')).toContainText('F9 is taken by');
    await page.keyboard.press('F4');
    await expect(page.getByRole('listitem').filter({ hasText: 'Forward 5 seconds' })).toContainText('F4');
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('both are heard after a reload, the old key no more', async () => {
    await page.reload();
    await openListen(page);
    await page.keyboard.press('y');
    await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
    await page.keyboard.press('k');
    await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
    await page.keyboard.press('F9');
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await page.keyboard.press('F4');
    await expect.poll(async () => Number(await position.getAttribute('aria-valuenow'))).toBeGreaterThan(4.5);
  });

  await test.step('letters that come before the palette is there are its own', async () => {
    const before = Number(/\((\d+)\)/.exec(await moments.textContent() ?? '')?.[1]);
    await page.evaluate(() => {
      for (const key of ['t', 'v', 'h']) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true }));
    });
    await expect(moments).toHaveText(new RegExp(`\\(${before + 1}\\)`));
    await page.keyboard.press('Control+z');
    await expect(moments).toHaveText(new RegExp(`\\(${before}\\)`));
  });

  await test.step('the owner of the cause that was tagged last is named without leaving the call', async () => {
    const owner = () => (runCli('codebook', join(app.folder, 'Sample.earshot')) as { codes: { key: string; owner: string | null }[] }).codes.find(({ key }) => key === 'BF')?.owner;
    await page.keyboard.press('t');
    await expect(page.getByRole('combobox', { name: 'Tag' })).toBeFocused();
    await page.keyboard.type('bf');
    await expect(page.getByRole('combobox', { name: 'Tag' })).toHaveCount(0);
    await page.keyboard.press('d');
    const field = page.getByRole('textbox', { name: 'Who owns “Paper-bill fee”?' });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('Finance');
    expect(await axeFindings(page)).toEqual([]);
    await field.fill('Marketing');
    await page.keyboard.press('Enter');
    await expect(field).toHaveCount(0);
    await expect.poll(owner).toBe('Marketing');
    await page.keyboard.press('Control+z');
    await expect.poll(owner).toBe('Finance');
    await page.keyboard.press('Control+z');
  });

  await test.step('nothing that opens over the transcript is in the way of a screen reader', async () => {
    for (const [key, field] of [['t', page.getByRole('combobox', { name: 'Tag' })], ['c', page.getByRole('textbox', { name: /Note/ })]] as const) {
      await regionTo(page, page.getByRole('region', { name: 'Transcript' }));
      await page.keyboard.press(key);
      await expect(field).toBeFocused();
      expect(await axeFindings(page), key).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(field).toHaveCount(0);
    }
  });

  await test.step('with single keys off the chords do it', async () => {
    await page.keyboard.press('Control+,');
    await page.getByRole('switch', { name: /Single keys/ }).press('Space');
    await openListen(page);
    await page.keyboard.press('y');
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await page.keyboard.press('Control+Shift+Space');
    await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  });
});
