import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings, expect, test } from './support/app.ts';

/** What axe says of the page as it stands; in the dark where new colours come in. */
async function expectClean(page: Page, state: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  await expect(page.locator('[aria-busy="true"], [data-stale]')).toHaveCount(0);
  // Without motion there is no colour between the two themes.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  expect(await axeFindings(page), `${state}, ${colorScheme}`).toEqual([]);
}

const goTo = (page: Page, screen: string, params: object = {}) => page.evaluate((address) => { location.hash = address; }, `#/${screen}?${encodeURIComponent(JSON.stringify(params))}`);

test('axe finds nothing while a form is built, tried and drawn from', async ({ app: { page } }) => {
  await goTo(page, 'evaluate');
  await page.getByRole('radio', { name: 'Stratified' }).click({ force: true });
  await expect(page.getByRole('table', { name: 'Parts' })).toBeVisible();
  await expectClean(page, 'a stratified queue, with its parts', 'dark');
  await page.getByRole('radio', { name: 'Targeted' }).click({ force: true });
  await expect(page.getByText('The newest of what you choose.')).toBeVisible();
  await expectClean(page, 'a targeted queue');

  await page.getByRole('tab', { name: 'Forms' }).click();
  await page.getByRole('button', { name: 'Change Technical and emotional' }).click();
  await page.getByRole('button', { name: 'T2: details of “Gave the right answer”' }).click();
  await page.getByRole('button', { name: /Asked/u }).press('Enter');
  await expectClean(page, 'the earlier questions that a condition may ask for');
  await page.getByRole('option').nth(1).click();
  await expect(page.getByRole('group', { name: 'After one of these answers' })).toBeVisible();
  await expectClean(page, 'a condition with its answers');
  await page.getByRole('button', { name: 'Try on past evaluations' }).click();
  await expect(page.getByText(/^820 evaluations compared/u)).toBeVisible();
  await expect(page.getByRole('table', { name: /largest/iu })).toBeVisible();
  await expectClean(page, 'a dry run with its changes', 'dark');
});

test('axe finds nothing in any dialog of the codebook', async ({ app: { page, folder } }) => {
  await goTo(page, 'codebook');
  const dialog = page.getByRole('dialog');
  const opened = async (button: string, title: RegExp): Promise<void> => {
    await page.getByRole('button', { name: button }).first().click();
    await expect(dialog.getByRole('heading', { name: title })).toBeVisible();
    await expect(dialog.locator('.skeleton')).toHaveCount(0);
    await expectClean(page, String(title));
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  await opened('New code…', /^New code/u);
  await opened('Merge…', /^Merge/u);
  await opened('Split…', /^Split/u);
  await opened('History', /^History/u);
  const file = join(folder, 'other.csv');
  writeFileSync(file, 'code,name,kind,definition,example_1\nZZ,Bill in the wrong language,cause,A bill that cannot be read,They wrote to me in French\n');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).click();
  await (await chooser).setFiles(file);
  await expect(dialog.getByRole('heading', { name: /^Codes in/u })).toBeVisible();
  await expectClean(page, 'codes of a file', 'dark');
});

test('axe finds nothing on a finished evaluation, nor where something cannot be shown', async ({ app: { page } }) => {
  await goTo(page, 'listen', { interactionId: 'BW-2026-008600', evaluate: 'self' });
  const card = page.getByRole('region', { name: 'Scorecard' });
  await expect(card.getByRole('heading', { name: 'Self-assessment' })).toBeVisible();
  await page.keyboard.press('Control+Shift+k');
  await expect(card.getByRole('radiogroup').first().getByRole('radio').first()).toBeFocused();
  for (let item = 0; item < 10; item += 1) await page.keyboard.press(item === 9 ? '3' : '4');
  await expect(card.getByText('Everything is answered.')).toBeVisible();
  await expectClean(page, 'every question answered');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByText('Finished')).toBeVisible();
  await expect(card.getByText(/^The customer (said|answered)/u)).toBeVisible();
  await expectClean(page, 'the evaluation finished', 'dark');
  for (const [screen, params] of [['listen', { interactionId: 'nobody-called' }], ['customers', { customerId: 'nobody' }], ['causes', { code: 'NONE' }]] as const) {
    await goTo(page, screen, params);
    await expect(page.getByRole('alert').or(page.getByRole('heading', { level: 1 })).first()).toBeVisible();
    await expectClean(page, `${screen} of something that is not there`);
  }
});

test('the parts of the Listen screen are laid out for listening, evaluating or reading', async ({ app: { page } }) => {
  await goTo(page, 'listen', { interactionId: 'BW-2026-008600' });
  const transcript = page.getByRole('region', { name: 'Transcript' });
  const [panel, card] = [page.getByRole('region', { name: 'Moments and details' }), page.getByRole('region', { name: 'Scorecard' })];
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  const choose = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Layout', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name }).press('Enter');
  };
  const isLeft = async (): Promise<boolean> => ((await panel.boundingBox())?.x ?? 0) < ((await transcript.boundingBox())?.x ?? 0);
  await choose('Layout: evaluate');
  await expect(card).toBeVisible();
  await choose('Layout: listen, without the scorecard');
  await expect(card).toHaveCount(0);
  await choose('Side panel on the other side');
  await expect.poll(isLeft).toBe(true);
  const separator = page.getByRole('separator', { name: 'Width of the side panel' });
  const width = Number(await separator.getAttribute('aria-valuenow'));
  await separator.press('ArrowRight');
  await expect(separator).toHaveAttribute('aria-valuenow', String(width + 16));
  await choose('Layout: read, without the sound');
  await expect(page.getByText('Reading mode: the recording is put away.')).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Position' })).toHaveCount(0);
  // Off the button, whose name would stand over the page.
  await page.getByRole('heading', { level: 1 }).focus();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expectClean(page, 'reading, with the panel on the left');
  await page.reload();
  await expect.poll(isLeft).toBe(true);
  await page.getByRole('button', { name: 'Bring it back' }).press('Enter');
  await expect(page.getByRole('slider', { name: 'Position' })).toBeVisible();
});
