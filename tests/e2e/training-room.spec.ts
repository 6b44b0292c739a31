import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tabTo } from './pages/keyboard.ts';
import { expect, runCli, sampleCopy, test } from './support/app.ts';

/** The sample with sixty calls that two raters hear quite differently at one item, and alike at another. */
function unsureProject(folder: string): { project: string; call: string } {
  const project = sampleCopy(folder);
  const { rows } = runCli('interactions', project, '--where', 'channel=phone', '--where', 'evaluated=false', '--limit', '60') as { rows: { externalId: string }[] };
  const ids = rows.map(({ externalId }) => externalId);
  const scores = ids.flatMap((id, at) => [[`X${at}`, id, 'Ann', at % 5, at % 5], [`Y${at}`, id, 'Ben', (at + 2) % 5, at % 5]].map(([evaluation, interaction, rater, noticing, clarity]) =>
    `${evaluation},${interaction},${rater},2026-10-30T10:00:00Z,House form 3,calibration,80,yes,${noticing},${clarity}`));
  const file = join(folder, 'quality_scores.csv');
  writeFileSync(file, ['evaluation_id,interaction_id,evaluator,evaluated_at,form,purpose,score,passed,e1,t4', ...scores].join('\n'));
  runCli('import', project, file);
  return { project, call: ids[0] ?? '' };
}

test('the exercise by keyboard, names hidden; an item that raters hear differently is marked wherever its scores stand', async ({ page, serve }) => {
  test.setTimeout(150_000);
  let call = '';
  const { url } = await serve((folder) => {
    const unsure = unsureProject(folder);
    call = unsure.call;
    return unsure.project;
  });
  const at = (screen: string, params: object): string => `${page.url().split('#')[0]}#/${screen}?${encodeURIComponent(JSON.stringify(params))}`;
  await page.goto(url);
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();

  await test.step('the heat table withholds the item; a class opens on it all the same', async () => {
    await page.goto(at('coaching', { tab: 'training' }));
    const heat = page.getByRole('region', { name: 'Items by team' });
    await expect(heat.getByRole('row', { name: /^Noticing/ })).toContainText('Raters do not agree on this item yet');
    await expect(heat.getByRole('row', { name: /^Understanding/ })).not.toContainText('Raters');
    await heat.getByRole('button', { name: 'Class on Noticing' }).focus();
    await page.keyboard.press('Enter');
  });

  const room = page.getByRole('region', { name: 'Class: Noticing' });
  await test.step('clips name nobody', async () => {
    await expect(room.getByRole('heading', { name: 'Class: Noticing' })).toBeFocused();
    await expect(room.getByRole('listitem').first()).toBeVisible();
    await expect(room).toContainText('▮▮▮');
    expect(await page.content()).not.toMatch(/Ormerod|Kathleen/);
  });

  await test.step('a trainee is chosen, the cue is read and heard, the answer is not there yet', async () => {
    await room.getByRole('button', { name: 'Start the exercise' }).focus();
    await page.keyboard.press('Enter');
    await tabTo(page, room.getByRole('button', { name: /Trainee/ }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.type('Graham');
    await page.keyboard.press('Enter');
    const moment = room.getByRole('article', { name: /^Moment 1 of/ });
    await expect(moment.getByRole('region', { name: 'The moment' }).getByRole('listitem').last()).toContainText('Customer');
    await expect(moment.getByRole('region', { name: /^What happened/ })).toHaveCount(0);
    await tabTo(page, moment.getByRole('button', { name: 'Play up to the moment' }));
    await page.keyboard.press('Enter');
    await expect(moment.getByRole('button', { name: 'Stop' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(moment.getByRole('button', { name: 'Play up to the moment' })).toBeVisible();
  });

  await test.step('what they would do, what happened, the score, the next', async () => {
    const moment = room.getByRole('article', { name: /^Moment 1 of/ });
    await tabTo(page, moment.getByRole('textbox', { name: 'What would you say or do?' }));
    await page.keyboard.type('I would say that I am sorry, and wait.');
    await tabTo(page, moment.getByRole('button', { name: 'Show what happened' }));
    await page.keyboard.press('Enter');
    await expect(moment.getByRole('region', { name: /^What happened: (Missed|Wrong)/i }).getByRole('listitem').first()).toContainText('Agent');
    await moment.getByRole('radio', { name: '0', exact: true }).focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await expect(moment.getByRole('radio', { name: '3', exact: true })).toBeChecked();
    await tabTo(page, moment.getByRole('button', { name: 'Keep and go on' }));
    await page.keyboard.press('Enter');
    await expect(room.getByRole('article', { name: /^Moment 2 of/ })).toBeVisible();
    await expect(room.getByRole('row', { name: /I would say that I am sorry, and wait/ })).toContainText('3');
    expect(await page.content()).not.toMatch(/Ormerod|Kathleen/);
  });

  await test.step('in Coaching and in Listen, the scores of the item carry the mark', async () => {
    await page.goto(at('coaching', { tab: 'person' }));
    await expect(page.getByRole('region', { name: 'Every item' }).getByRole('row', { name: /^Noticing/ })).toContainText('Raters do not agree on this item yet');
    await page.goto(at('listen', { interactionId: call }));
    await page.getByRole('tab', { name: 'Details' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: /^e1 Raters do not agree on this item yet/ }).first()).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: /^t4/ }).first()).not.toContainText('Raters');
  });
});
