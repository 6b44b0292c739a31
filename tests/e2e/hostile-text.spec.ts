import type { Page } from '@playwright/test';
import { figure } from '../support/figure.ts';
import { expect, projectOf, test } from './support/app.ts';
import { mark, payloads, writeHostileFiles } from './support/hostile-text.ts';

const screens = ['interactions', 'evaluate', 'gap', 'causes', 'customers', 'signals', 'metrics', 'coaching', 'calibration', 'briefing', 'codebook', 'privacy', 'settings', 'home'];

/** What ran, and what was taken for markup, since the page was opened. */
function findings(page: Page): Promise<{ ran: unknown; elements: number; reports: unknown }> {
  return page.evaluate((name) => ({
    ran: Reflect.get(window, name.replace('-', '_')) ?? null, elements: document.querySelectorAll(`${name}, main iframe, main object, main embed, main meta, main base`).length, reports: Reflect.get(window, 'reports') as unknown,
  }), mark);
}
const nothing = { ran: null, elements: 0, reports: [] };

/** Scrolls everything that scrolls from its top to its end, looking at each view. */
async function scrollThrough(page: Page, look: () => Promise<void>): Promise<void> {
  for (let view = 0; view < 12; view += 1) {
    await look();
    const hasMore = await page.evaluate(() => [...document.querySelectorAll('main, main *')].map((box) => {
      const before = box.scrollTop;
      if (box.scrollHeight > box.clientHeight + 4) box.scrollTop += Math.max(box.clientHeight, (box.scrollHeight - box.clientHeight) / 10);
      return box.scrollTop > before;
    }).includes(true));
    if (!hasMore) return;
  }
}

test(`${payloads.length} payloads in every field and on every screen are text: none runs, none becomes an element`, async ({ page, serve }) => {
  test.setTimeout(420_000);
  const { url } = await serve((folder) => projectOf(folder, writeHostileFiles));
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const reports: string[] = [];
    Reflect.set(window, 'reports', reports);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => reports.push(`${violatedDirective} ${blockedURI}`));
  });
  await page.goto(url);
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  const look = async (): Promise<void> => expect(await findings(page)).toEqual(nothing);
  const goTo = (hash: string) => page.evaluate((to) => { window.location.hash = to; }, hash);
  for (const screen of screens) {
    await test.step(screen, async () => {
      await goTo(`#/${screen}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await scrollThrough(page, look);
    });
  }
  for (const id of ['X-0', 'X-1', 'X-17', 'X-499']) {
    await test.step(id, async () => {
      await goTo(`#/listen?${encodeURIComponent(JSON.stringify({ interactionId: id }))}`);
      await expect(page.getByRole('heading', { level: 1, name: id, exact: true })).toBeVisible();
      await scrollThrough(page, look);
      await page.getByRole('tab', { name: 'Details' }).click();
      await look();
    });
  }
  expect(dialogs).toEqual([]);
  figure('G-16', `${payloads.length} payloads in every field, ${screens.length} screens and 4 interactions: 0 ran, 0 elements, 0 reports`);
  // The same eyes see what does get in: the page itself refuses markup, so an element is put there by hand.
  await expect(page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), payloads[1] ?? '')).rejects.toThrow('TrustedHTML');
  await page.evaluate((name) => document.querySelector('main')?.append(document.createElement(name)), mark);
  expect(await findings(page)).toEqual({ ran: null, elements: 1, reports: [expect.stringContaining('require-trusted-types-for')] });
});
