import { axeFindings, expect, test } from './support/app.ts';

const call = 'BW-2026-007000';

test('a cue is offered, judged by keyboard, counted for the person, and the phrases can be changed', async ({ app }) => {
  test.setTimeout(120_000);
  const { page } = app;
  await page.goto(`${page.url().split('#')[0]}#/listen?${encodeURIComponent(JSON.stringify({ interactionId: call }))}`);
  const grid = page.getByRole('grid', { name: /Transcript of/ });
  const died = grid.getByRole('row').filter({ hasText: 'He died in March' });

  await test.step('the list offers it, and it counts nowhere yet', async () => {
    await expect(died).toContainText('Possible cue, loss');
    await grid.getByRole('gridcell').nth(2).focus();
    await page.keyboard.press('u');
    await expect(died).toHaveAttribute('aria-current', 'true');
  });

  await test.step('E, 2, Enter', async () => {
    await page.keyboard.press('e');
    const field = page.getByRole('form', { name: 'How was this cue met?' });
    await expect(field).toContainText('He died in March');
    await expect(field.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('2');
    await expect(field.getByRole('radio', { name: 'Missed' })).toBeChecked();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(died).toContainText('Cue: Missed · answer after');
    await expect(field).toBeHidden();
  });

  await test.step('it is taken back by undo, and done again', async () => {
    await page.keyboard.press('Control+z');
    await expect(died).not.toContainText('Missed');
    await page.keyboard.press('Control+Shift+z');
    await expect(died).toContainText('Missed');
  });

  await test.step('Coaching counts it for the person, with a way to hear it', async () => {
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Coaching', exact: true }).click();
    await page.getByRole('button', { name: /^Person/ }).or(page.getByRole('button', { name: /Person$/ })).first().click();
    await page.getByRole('option', { name: /Graham Pell/ }).click();
    const cues = page.getByRole('region', { name: 'Customers’ cues' });
    await expect(cues.getByRole('row', { name: /Cues taken/ })).toContainText(/\d+%.*n = \d+/);
    await cues.getByRole('button', { name: /^Show all/ }).click();
    await expect(cues.getByRole('row').filter({ hasText: 'He died in March' })).toContainText('Missed');
  });

  await test.step('a phrase of one’s own offers other turns', async () => {
    await page.getByRole('button', { name: 'Phrases that offer cues…' }).click();
    const phrases = page.getByRole('textbox', { name: 'Phrases' });
    await phrases.fill('gloom: torch');
    await expect(page.getByText('No phrase: line 1.')).toBeVisible();
    await phrases.fill('loss: a little torch');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use these phrases' }).click();
    await page.getByRole('region', { name: 'Customers’ cues' }).getByRole('row').filter({ hasText: 'He died in March' }).getByRole('button').click();
    await expect(grid.getByRole('row').filter({ hasText: 'a little torch' })).toContainText('Possible cue, loss: “a little torch”');
  });
});
