import { expect, type Locator, type Page } from '@playwright/test';

/** Moves the focus by Tab until it is on `target`: as far as a person without a mouse has to go. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let step = 0; step < most; step += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement || element.contains(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with ${most} tabs`);
}

/** Moves the focus to the next region until it is inside `region`. */
export async function regionTo(page: Page, region: Locator): Promise<void> {
  for (let step = 0; step < 8; step += 1) {
    if (await region.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('F6');
  }
  throw new Error('the region was not reached');
}
