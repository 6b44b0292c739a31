import type { Locator, Page } from '@playwright/test';
import { regionTo, tabTo } from './pages/keyboard.ts';
import { axeFindings, expect, runCli, test } from './support/app.ts';

const size = 10;
const seed = '20261031';

type Shown = { interaction: { id: string; externalId: string; customerScore: number | null; companyScore: number | null }; surveys: { comment: string | null }[]; evaluations: { score: number | null; isBlind: boolean | null; listening: { heardMs: number } | null; purpose: string }[]; tags: unknown[]; notes: unknown[]; quotes: unknown[] };

/** Chooses an option of a list by keyboard alone. */
async function choose(page: Page, button: Locator, option: string): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await page.keyboard.type(option);
  await page.keyboard.press('Enter');
}

/** What the page held and what the engine sent it while a call was being evaluated. */
type Watch = { markup: string[]; sent: string[] };

function watchSocket(page: Page): { sent: string[] } {
  const watch = { sent: [] as string[] };
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => void watch.sent.push(payload.toString())));
  return watch;
}

/** Neither the page, seen or unseen, nor anything that was sent to it says what the customer answered. */
function expectBlind({ markup, sent }: Watch, { interaction, surveys }: Shown): void {
  for (const page of markup) expect(page).not.toContain('Customer says');
  for (const text of [...markup, ...sent]) {
    for (const { comment } of surveys) if (comment !== null) expect(text).not.toContain(comment);
    if (interaction.customerScore !== null) expect(text).not.toMatch(new RegExp(`"id":"${interaction.id}"[^{}]*"customerScore":\\d`));
  }
}

/** One call from the first key to the last: heard or read, tagged, noted, quoted, scored with proof, finished. */
async function audit(page: Page, { hasSound }: { hasSound: boolean }): Promise<void> {
  const moments = page.getByRole('tab', { name: /Moments \(\d+\)/ });
  const count = async () => Number(/\((\d+)\)/.exec(await moments.textContent() ?? '')?.[1]);
  await regionTo(page, page.getByRole('region', { name: 'Transcript' }));
  if (hasSound) await page.keyboard.press('Space');
  await page.keyboard.press('n');
  const before = await count();
  await page.keyboard.press('1');
  await expect.poll(count).toBe(before + 1);
  if (hasSound) {
    // A range: from here to the next words of the customer.
    await page.keyboard.press('i');
    await page.keyboard.press('n');
    await page.keyboard.press('o');
    await page.keyboard.press('t');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('BD');
    await expect.poll(count).toBe(before + 2);
  }
  const withTags = await count();
  await page.keyboard.press('b');
  await expect.poll(count).toBe(withTags + 1);
  await page.keyboard.press('c');
  await page.keyboard.type('Worth coaching.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('tab', { name: /Notes \([1-9]/ })).toBeVisible();
  await page.keyboard.press('Control+Shift+k');
  const card = page.getByRole('region', { name: 'Scorecard' });
  await expect(card.getByRole('radiogroup').first().getByRole('radio').first()).toBeFocused();
  // Competent where nothing has to be proven; the last item exemplary, with its moment.
  for (let item = 0; item < 9; item += 1) await page.keyboard.press(item === 4 ? '0' : '4');
  await page.keyboard.press('5');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByText('1 question still wants an answer or a moment.')).toBeVisible();
  await page.keyboard.press('e');
  await expect(card.getByText('Everything is answered.')).toBeVisible();
}

for (const hasSound of [true, false]) {
  test(`ten calls are evaluated by keyboard alone, blind, ${hasSound ? 'by ear' : 'from the transcript only'}`, async ({ app }) => {
    test.setTimeout(900_000);
    const { page } = app;
    const socket = watchSocket(page);
    const project = `${app.folder}/Sample.earshot`;
    await expect(page.getByText('2,031').first()).toBeVisible();
    await page.keyboard.press('Control+9');
    await expect(page.getByRole('heading', { level: 1, name: 'Evaluate' })).toBeVisible();
    await choose(page, page.getByRole('button', { name: /Recording/ }), hasSound ? 'With a' : 'Without');
    const skips = page.getByRole('switch', { name: 'Leave out what is evaluated already' });
    await tabTo(page, skips);
    await page.keyboard.press('Space');
    const howMany = page.getByRole('textbox', { name: 'How many' });
    await tabTo(page, howMany);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(String(size));
    // The same calls every time: some of them with a survey, whose words must stay unseen.
    await tabTo(page, page.getByRole('textbox', { name: 'Seed' }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(seed);
    await tabTo(page, page.getByRole('button', { name: 'Draw and begin' }));
    await page.keyboard.press('Enter');

    const seen = new Map<string, Watch>();
    const heading = page.getByRole('heading', { level: 1 });
    for (let call = 1; call <= size; call += 1) {
      await test.step(`call ${call}`, async () => {
        await expect(page.getByText(`${call} of ${size} in queue`)).toBeVisible();
        const id = await heading.textContent() ?? '';
        expect([...seen.keys()]).not.toContain(id);
        const markup = [await page.content()];
        await audit(page, { hasSound });
        seen.set(id, { markup: [...markup, await page.content()], sent: socket.sent.splice(0) });
        if (call === 1) expect(await axeFindings(page)).toEqual([]);
        await page.keyboard.press('Control+Enter');
        if (call < size) await expect(heading).not.toHaveText(id);
      });
    }
    await expect(page.getByText(`The queue is done: ${size} evaluations.`)).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    let surveys = 0;
    for (const [id, watch] of seen) {
      const shown = runCli('show', project, id) as Shown;
      surveys += shown.surveys.length;
      expectBlind(watch, shown);
      const own = shown.evaluations.find(({ isBlind }) => isBlind !== null);
      expect(own).toMatchObject({ isBlind: true, purpose: 'random', score: expect.closeTo(77.78, 1) });
      expect((own?.listening?.heardMs ?? 0) > 0).toBe(hasSound);
    }
    // The words that were looked for are there to be found.
    expect(surveys).toBeGreaterThan(0);
  });
}

test('a form is changed, tried on past evaluations, published, and taken back by undo', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  await expect(page.getByText('2,031').first()).toBeVisible();
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: 'Forms' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Change Technical and emotional' }).click();
  const weight = page.getByRole('textbox', { name: 'Weight, %' });
  await weight.first().fill('55');
  await weight.first().blur();
  await expect(weight.nth(1)).toHaveValue('5');
  await page.getByRole('button', { name: 'T2: details of “Gave the right answer”' }).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion there is no colour between the two themes.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page), colorScheme).toEqual([]);
  }
  await page.getByRole('button', { name: 'Try on past evaluations' }).click();
  await expect(page.getByText(/^820 evaluations compared: \d+ would change/)).toBeVisible();
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await expect(page.getByText('Version 2, published')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Version 2, draft')).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Go on with the draft of Technical and emotional' }).click();
  await expect(weight.first()).toHaveValue('10');
});

test('an answer is undone by the key that undoes a tag, and an agent assesses on the same form', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  await expect(page.getByText('2,031').first()).toBeVisible();
  await page.goto(`${page.url().split('#')[0]}#/listen?${encodeURIComponent(JSON.stringify({ interactionId: 'BW-2026-008600', evaluate: 'self' }))}`);
  const card = page.getByRole('region', { name: 'Scorecard' });
  await expect(card.getByRole('heading', { name: 'Self-assessment' })).toBeVisible();
  await page.keyboard.press('Control+Shift+k');
  await expect(card.getByRole('radiogroup').first().getByRole('radio').first()).toBeFocused();
  const competent = card.getByRole('radio', { name: '4, Competent' });
  await page.keyboard.press('4');
  await page.keyboard.press('4');
  await expect(competent.nth(1)).toBeChecked();
  await expect(page.getByRole('button', { name: 'Undo answer' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(competent.nth(1)).not.toBeChecked();
  await page.keyboard.press('Control+Shift+z');
  await expect(competent.nth(1)).toBeChecked();
});
