import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings, expect, sampleCopy, runCli, test } from './support/app.ts';

const calls = ['BW-2026-007000', 'BW-2026-008400', 'BW-2026-010600'];
const words = { ada: 'the widow was passed over', bo: 'polite enough for me' };

const goTo = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Calibration', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Calibration' })).toBeVisible();
};

const choose = async (page: Page, label: RegExp, option: RegExp): Promise<void> => {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
};

/** Scores the call that is next, with a moment and a note, and seals it. */
async function rate(page: Page, { call, value, note }: { call: string; value: string; note: string }): Promise<void> {
  const item = page.getByRole('region', { name: 'Noticing' });
  await expect(page.getByRole('button', { name: new RegExp(`Seal my answers to ${call}`) })).toBeVisible();
  await item.getByRole('radio', { name: value, exact: true }).check({ force: true });
  await choose(page, /Moment that proves it: Noticing/, /0:16|0:19|0:54/);
  await item.getByLabel('Note: Noticing').fill(note);
  await page.getByRole('button', { name: `Seal my answers to ${call}` }).click();
  await expect(page.getByRole('status').filter({ hasText: `Sealed: ${call}` }).or(page.getByText(`Sealed: ${call}`)).first()).toBeAttached();
}

const saved = async (page: Page, button: RegExp): Promise<string> => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return (await download).path();
};

async function takeIn(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a file…' }).click();
  await (await chooser).setFiles(path);
  await expect(page.getByRole('status', { name: 'The file' })).toBeVisible();
}

const onDisk = (folder: string): string => readdirSync(folder).filter((name) => name.startsWith('Sample.earshot') && !name.endsWith('-media') && !name.endsWith('-backups')).map((name) => readFileSync(join(folder, name), 'latin1')).join('\n');

test('two raters score three calls blind in two projects, open, hear what they heard differently, and settle it', async ({ app, browser, serve }) => {
  test.setTimeout(240_000);
  const ada = app.page;
  const { folder, url } = await serve(sampleCopy);
  const bo = await (await browser.newContext({ acceptDownloads: true })).newPage();
  await bo.goto(url);
  await Promise.all([goTo(ada), goTo(bo)]);

  await test.step('Ada starts a round and hands it over', async () => {
    await ada.getByRole('button', { name: 'Start a round' }).click();
    await ada.getByLabel('Name of the round').fill('Round 1');
    await ada.getByLabel('Interactions').fill(calls.join('\n'));
    await ada.getByLabel('Raters').fill('Ada\nBo');
    for (const box of await ada.getByRole('group', { name: 'Items' }).getByRole('checkbox').all()) {
      if (await box.evaluate((input) => input.closest('label')?.textContent !== 'Noticing')) await box.uncheck({ force: true });
    }
    await ada.getByRole('button', { name: 'Start', exact: true }).click();
    await takeIn(bo, await saved(ada, /Save the round as a file/));
    await expect(bo.getByText('Only the project of')).toBeVisible();
  });

  await test.step('both score alone', async () => {
    for (const [page, who, note, values] of [[ada, 'Ada', words.ada, ['1', '1', '3']], [bo, 'Bo', words.bo, ['3', '1', '3']]] as const) {
      await choose(page, /I am/, new RegExp(`^${who}`));
      for (const [at, call] of calls.entries()) await rate(page, { call, value: values[at] ?? '0', note });
    }
    await expect(ada.getByRole('button', { name: 'Open the round' })).toBeDisabled();
    await takeIn(ada, await saved(bo, /Save the sealed answers of Bo/));
  });

  await test.step('neither page and neither file tells an answer', async () => {
    for (const [page, where] of [[ada, app.folder], [bo, folder]] as const) {
      const seen = (await page.content()) + onDisk(where);
      expect(seen.length).toBeGreaterThan(1_000_000);
      expect(seen).toContain('Round 1');
      for (const word of Object.values(words)) expect(seen).not.toContain(word);
    }
  });

  await test.step('the round is opened and the disagreement is heard', async () => {
    await ada.getByRole('button', { name: 'Open the round' }).click();
    const agreement = ada.getByRole('region', { name: 'Agreement' });
    await expect(agreement.getByText('67% (2 of 3)').first()).toBeVisible();
    const disagreement = ada.getByRole('article', { name: 'Noticing, BW-2026-007000' });
    await expect(disagreement.getByText(words.ada)).toBeVisible();
    await expect(disagreement.getByText(words.bo)).toBeVisible();
    await disagreement.getByRole('button', { name: /Hear Bo at/ }).click();
    await expect(disagreement.getByRole('button', { name: 'Stop' })).toBeVisible();
    await expect(disagreement.getByRole('button', { name: /Hear Bo at/ })).toBeVisible({ timeout: 30_000 });
    expect(await axeFindings(ada)).toEqual([]);
  });

  await test.step('one answer is agreed on and stands in the guide', async () => {
    const disagreement = ada.getByRole('article', { name: 'Noticing, BW-2026-007000' });
    await disagreement.getByRole('radio', { name: '1', exact: true }).check({ force: true });
    await disagreement.getByLabel('Because').fill('A death was told and the next sentence was a question of procedure.');
    await disagreement.getByRole('button', { name: 'Settle' }).click();
    await expect(ada.getByRole('region', { name: 'Guide' }).getByText('A death was told')).toBeVisible();
    expect(await bo.content()).not.toContain('A death was told');
  });

  await ada.close();
  const told = runCli('agreement', join(app.folder, 'Sample.earshot'), 'Round 1') as { items: { item: string; exact: { x: number; n: number } }[] };
  expect(told.items).toMatchObject([{ item: 'e1', exact: { x: 2, n: 3 } }]);
});
