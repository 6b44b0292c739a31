import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { axeFindings, expect, test } from './support/app.ts';

test.use({ withSample: false });

const data = resolve(import.meta.dirname, '../../../shared/data');
/** Transcripts, surveys, tables, recordings, and files that nobody reads: some of each kind, in the long form all that there are. */
const real = process.env['EARSHOT_LONG'] === '1' && existsSync(data) ? readdirSync(data) : ['vendor-amazon-contact-lens', 'vendor-doc-snippets', 'vendor-deepgram-assemblyai-whisper', 'conformance-subtitles-subsrt', 'qualtrics-exports', 'surveymonkey-exports', 'audio-aws-pca', 'abcd', 'naughty-strings'];

const odd = { cases: [{ ref: 'T-1', lines: [{ by: 'Agent', said: 'Good morning, how can I help you?', t: '0:00:01' }, { by: 'Customer', said: 'The bill is wrong.', t: '0:00:04' }] }] };

test('a mixed folder goes through the wizard: every file is in, or set aside with a reason', async ({ app }) => {
  test.setTimeout(600_000);
  const { page, folder } = app;
  const mixed = join(folder, 'mixed');
  mkdirSync(mixed);
  writeFileSync(join(mixed, 'odd.json'), JSON.stringify(odd));
  writeFileSync(join(mixed, 'calls.csv'), 'interaction_id;channel;started_at;queue\nC-1;phone;03/11/2026 09:00;Billing\nC-2;phone;04/11/2026 10:00;Billing\n');
  const found = real.filter((name) => existsSync(join(data, name)));
  if (found.length === 0) process.stdout.write('reduced: ../shared/data is not on this machine, only the files made here are imported\n');
  for (const name of found) cpSync(join(data, name), join(mixed, name), { recursive: true });
  const shots = process.env['EARSHOT_SHOTS'];
  const shot = async (name: string) => shots && page.screenshot({ path: join(shots, `${name}.png`) });

  await test.step('choose the folder', async () => {
    await page.getByRole('button', { name: /import my files/i }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible({ timeout: 60_000 });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await (await chooser).setFiles(mixed);
    await expect(page.getByRole('list', { name: 'Chosen files' }).getByText(/Transcripts: [1-9]/)).toBeVisible({ timeout: 120_000 });
    await shot('1-files');
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('say how JSON of an unknown form is read, and see the dates of the table change', async () => {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    const file = async (name: RegExp) => {
      const list = page.getByRole('button', { name: /^.*File \(of/ });
      if (await list.isVisible()) {
        await list.click();
        await page.getByRole('option', { name }).click();
      } else await page.getByRole('tab', { name }).click();
    };
    await file(/odd\.json/);
    await expect(page.getByText('The bill is wrong.')).toBeVisible();
    await shot('2-json');
    await page.getByRole('button', { name: 'Read it like this' }).click();
    await expect(page.getByText('Files of this form are read as follows.')).toBeVisible();
    await file(/calls\.csv/);
    await page.getByRole('button', { name: /Separator/ }).click();
    await page.getByRole('option', { name: 'Comma' }).click();
    await expect(page.getByRole('rowheader', { name: /interaction_id;channel/ })).toBeVisible();
    await page.getByRole('button', { name: /Separator/ }).click();
    await page.getByRole('option', { name: 'Semicolon' }).click();
    await expect(page.getByRole('rowheader', { name: 'started_at', exact: true })).toBeVisible();
    await page.getByRole('button', { name: /Order of the dates in started_at/ }).click();
    await page.getByRole('option', { name: 'Day, month, year' }).click();
    await expect(page.getByText(/becomes 2026-11-03T09:00/)).toBeVisible();
    await shot('3-table');
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('check, then import', async () => {
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByRole('button', { name: /^Import [\d,]+ records?$/ })).toBeEnabled({ timeout: 240_000 });
    await shot('4-check');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Import [\d,]+ records?$/ }).click();
    await expect(page.getByText(/Everything went in|Some rows were set aside/)).toBeVisible({ timeout: 240_000 });
    await shot('5-result');
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('what was set aside has sentences, and the odd file is in', async () => {
    for (const cell of await page.getByRole('table', { name: /set aside/ }).getByRole('rowheader').all()) expect(await cell.textContent()).toMatch(/\.$/);
    await page.getByRole('button', { name: 'See the interactions' }).click();
    await page.getByRole('searchbox', { name: 'Words or number' }).fill('T-1');
    await expect(page.getByRole('grid', { name: 'Interactions' }).getByText('T-1', { exact: true })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('grid', { name: 'Interactions' }).locator(':focus')).toHaveCount(1);
  });
});
