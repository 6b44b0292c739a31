import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';

/** Holds back what the engine answers to one procedure. @returns lets the answers through */
async function holdBack(page: Page, procedure: string): Promise<() => void> {
  const held: (() => void)[] = [];
  let isHeld = true;
  await page.routeWebSocket(/.*/u, (socket) => {
    const engine = socket.connectToServer();
    const asked = new Set<string>();
    const idOf = (message: string): string => /"i":"?([^",]+)/u.exec(message)?.[1] ?? '';
    socket.onMessage((message) => {
      if (typeof message === 'string' && message.includes(procedure)) asked.add(idOf(message));
      engine.send(message);
    });
    engine.onMessage((message) => {
      const pass = (): void => socket.send(message);
      if (isHeld && typeof message === 'string' && asked.has(idOf(message))) held.push(pass);
      else pass();
    });
  });
  return () => {
    isHeld = false;
    for (const pass of held.splice(0)) pass();
  };
}

test('a list that is still being read is never called empty', async ({ app }) => {
  const { page } = app;
  await test.step('the codebook, after the Listen screen was loaded anew', async () => {
    const release = await holdBack(page, '/codebook/list');
    await page.evaluate((address) => { location.hash = address; }, `#/listen?${encodeURIComponent(JSON.stringify({ interactionId: 'BW-2026-008600' }))}`);
    await page.reload();
    const quick = page.getByRole('group', { name: 'Quick tags' });
    await expect(quick.getByText('Reading the codebook…')).toBeVisible();
    await quick.getByRole('button', { name: 'More' }).click();
    await expect(page.getByRole('listbox', { name: 'Codes' }).getByText('Reading the codebook…')).toBeVisible();
    await expect(page.getByText(/No quick tags yet|The codebook is empty/u)).toHaveCount(0);
    release();
    await expect(page.getByRole('listbox', { name: 'Codes' }).getByRole('option').first()).toBeVisible();
    await expect(page.getByText('Reading the codebook…')).toHaveCount(0);
  });
});
