import { join } from 'node:path';
import { axeFindings, expect, runCli, test } from './support/app.ts';

test('a transcript is put right by keyboard: words, speaker, times; all of it comes back', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const show = () => runCli('show', join(app.folder, 'Sample.earshot'), 'BW-2026-008600') as { turns: { text: string; role: string; startMs: number }[] };
  const before = show().turns;
  const first = before[0]?.text ?? '';
  await page.goto(`${page.url().split('#')[0]}#/listen?${encodeURIComponent(JSON.stringify({ interactionId: 'BW-2026-008600' }))}`);
  const grid = page.getByRole('grid', { name: /Transcript of/ });
  await expect(grid).toBeVisible();
  const row = grid.getByRole('row').nth(1);
  const words = row.getByRole('gridcell').nth(2);

  await test.step('F2, type, Enter', async () => {
    await words.focus();
    await page.keyboard.press('F2');
    const field = page.getByRole('textbox', { name: 'Words of the turn' });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(first);
    expect(await axeFindings(page)).toEqual([]);
    await field.fill('As it was said.');
    await page.keyboard.press('Enter');
    await expect(words).toContainText('As it was said.');
    await expect(words).toContainText('corrected');
    expect(show().turns[0]?.text).toBe('As it was said.');
  });

  await test.step('Escape leaves the words as they were', async () => {
    await words.focus();
    await page.keyboard.press('F2');
    await page.keyboard.type(' nothing');
    await page.keyboard.press('Escape');
    await expect(words).not.toContainText('nothing');
  });

  await test.step('H says who speaks', async () => {
    await words.focus();
    await page.keyboard.press('h');
    const dialog = page.getByRole('dialog', { name: 'Who speaks here' });
    await expect(dialog).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('radio', { name: 'Swap agent and customer' }).press('Space');
    await dialog.getByRole('button', { name: 'Change' }).press('Enter');
    await expect(dialog).toBeHidden();
    expect(show().turns[0]?.role).not.toBe(before[0]?.role);
  });

  await test.step('the times are shifted from the palette', async () => {
    await words.focus();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('shift the times');
    await expect(page.getByRole('menuitem', { name: /Shift the times/ })).toBeVisible();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Shift the times of the transcript' });
    await dialog.getByRole('textbox', { name: 'Transcript says' }).first().fill('0:00');
    await dialog.getByRole('textbox', { name: 'Is heard at' }).first().fill('0:02.5');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Shift' }).press('Enter');
    await expect(dialog).toBeHidden();
    expect(show().turns[1]?.startMs).toBe((before[1]?.startMs ?? 0) + 2500);
  });

  await test.step('undo takes back all three', async () => {
    const undo = async (isBack: () => boolean) => {
      await words.focus();
      await page.keyboard.press('Control+z');
      await expect.poll(isBack, { timeout: 20_000 }).toBe(true);
    };
    await undo(() => show().turns[1]?.startMs === before[1]?.startMs);
    await undo(() => show().turns[0]?.role === before[0]?.role);
    await undo(() => show().turns[0]?.text === first);
    await expect(words).toContainText(first);
    expect(show().turns).toEqual(before);
  });
});
