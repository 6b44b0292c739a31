import { tabTo } from './pages/keyboard.ts';
import { axeFindings, expect, runCli, test } from './support/app.ts';

test('from the planted fee to its owner, its amount, what it earns and what to hear, by keyboard alone', async ({ app }) => {
  test.setTimeout(480_000);
  const { page } = app;
  const press = async (name: string | RegExp): Promise<void> => {
    await tabTo(page, page.getByRole('button', { name }).first(), 120);
    await page.keyboard.press('Enter');
  };

  await test.step('the fee is the largest cause since it began', async () => {
    await expect(page.getByText('2,031').first()).toBeVisible();
    await page.keyboard.press('Control+6');
    await expect(page.getByRole('heading', { level: 1, name: 'Causes' })).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: /Period/ }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Last 3');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /“Paper-bill fee” (stands behind the most contacts|leads)/ })).toBeVisible();
    await press('Paper-bill fee: look into it');
    await expect(page.getByText('Owner: Finance', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: /Hear BW-2026-008600 at/ })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('who took it up and what was changed is kept, and nothing is called verified before the numbers say so', async () => {
    await press('Assign and decide…');
    const dialog = page.getByRole('dialog', { name: 'From heard to changed: Paper-bill fee' });
    await expect(dialog.getByRole('textbox', { name: 'Owner' })).toHaveValue('Finance');
    await tabTo(page, dialog.getByLabel('Assigned on'));
    await page.keyboard.type('08052026');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Decision' }));
    await page.keyboard.type('Stop the fee');
    await tabTo(page, dialog.getByLabel('Decided on'));
    await page.keyboard.type('08202026');
    await tabTo(page, dialog.getByRole('textbox', { name: 'What was changed' }));
    await page.keyboard.type('Paper is free again');
    await tabTo(page, dialog.getByLabel('Changed on'));
    await page.keyboard.type('09142026');
    await press('Save and verify');
    await expect(dialog.getByText('It cannot be called verified', { exact: false })).toBeVisible();
    await page.keyboard.press('Escape');
    const strip = page.getByRole('list', { name: 'Loop of Paper-bill fee' });
    await expect(strip.getByRole('listitem').nth(1)).toContainText('2 days after');
    await expect(strip.getByRole('listitem').nth(3)).toContainText('25 days after');
    await expect(strip.getByRole('listitem').nth(4)).toContainText('open');
    await expect(page.getByText('No clear difference after 6 weeks', { exact: false })).toBeVisible();
  });

  await test.step('its bar opens its interactions', async () => {
    await press('Show the interactions of Paper-bill fee');
    await expect(page.getByRole('heading', { level: 1, name: 'Interactions' })).toBeVisible();
    await expect(page.getByText('103 interactions', { exact: true }).first()).toBeVisible();
    await page.keyboard.press('Control+[');
    await expect(page.getByRole('heading', { level: 1, name: 'Causes' })).toBeVisible();
  });

  await test.step('the fee loses money, with its interval', async () => {
    await tabTo(page, page.getByRole('tab', { name: 'Causes' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, page.getByLabel('Fee began on'));
    await page.keyboard.type('08032026');
    await tabTo(page, page.getByRole('button', { name: /Who is charged/ }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('billing: p');
    await page.keyboard.press('Enter');
    await press('Take inputs from the project');
    await tabTo(page, page.getByRole('textbox', { name: 'Fee for each over the period, Likely' }), 120);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('9');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('heading', { name: /The fee loses money: −£[\d,]+ \(80% interval −£[\d,]+ to −£[\d,]+\)/ })).toBeVisible();
    await expect(page.getByText('Chance of a loss')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('the statement names the owner and the amount, and can be disputed', async () => {
    await page.keyboard.press('Control+1');
    await expect(page.getByText('2,031').first()).toBeVisible();
    await page.keyboard.press('Control+6');
    await expect(page.getByRole('heading', { level: 1, name: 'Causes' })).toBeVisible();
    await tabTo(page, page.getByRole('tab', { name: 'Causes' }));
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { name: /Finance (answers for the most|leads with)/ })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await press('Draft statement');
    const dialog = page.getByRole('dialog', { name: /Statement for Finance/ });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('row', { name: /Paper-bill fee/ })).toContainText('£');
    await expect(dialog.getByRole('button', { name: /^(Hear|Open) BW-/ })).toHaveCount(3);
    await press('Mark as sent');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Why the owner disputes it' }));
    await page.keyboard.type('The regulator asked for paper');
    await press('Note the dispute');
    await expect(dialog.getByText('(The regulator asked for paper)')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Disputed: The regulator asked for paper')).toBeVisible();
  });

  const shown = runCli('causes', `${app.folder}/Sample.earshot`, '--weight', 'cost', '--where', 'from=2026-08-01') as { owners: { owner: string }[] };
  expect(shown.owners[0]?.owner).toBe('Finance');
});
