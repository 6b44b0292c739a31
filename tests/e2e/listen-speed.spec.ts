import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { expect, projectOf, test } from './support/app.ts';
import { copies, tags, turns, writeLongCall } from './support/long-call.ts';

const isLong = process.env['EARSHOT_LONG'] === '1';
const addressOf = (id: string): string => `#/listen?${encodeURIComponent(JSON.stringify({ interactionId: id }))}`;

/** Milliseconds from asking for an interaction to its words being drawn. */
function openingMs(page: Page, id: string, lastRow: number): Promise<number> {
  return page.evaluate(async ([address, rows]) => {
    const startedAt = performance.now();
    location.hash = address;
    const isShown = (): boolean => document.querySelector(`[role="grid"].transcript-grid[aria-rowcount="${rows}"] [data-turn-text]`) !== null;
    while (!isShown()) await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - startedAt;
  }, [addressOf(id), lastRow + 1] as const);
}

type LongTasks = { longTasks: number[] };

/** Tasks of over 50 ms, in milliseconds, that held the page up while `work` went on. */
async function tasksWhile(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const held = window as unknown as LongTasks;
    held.longTasks = [];
    new PerformanceObserver((list) => held.longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ type: 'longtask' });
  });
  await work();
  return page.evaluate(() => (window as unknown as LongTasks).longTasks);
}

/** Rolls the wheel over the transcript, one notch a frame. */
async function scroll(page: Page, notches: number): Promise<void> {
  await page.getByRole('grid', { name: /Transcript/ }).hover();
  for (let at = 0; at < notches; at += 1) {
    await page.mouse.wheel(0, 240);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
}

/** Milliseconds from pressing a key to the mark in the list of moments, on the page at once and marked as saved. */
function taggingMs(page: Page): Promise<{ shown: number; saved: number }> {
  return page.evaluate(async () => {
    const tab = (): string => document.querySelector('[role="tab"]')?.textContent ?? '';
    const before = tab();
    const startedAt = performance.now();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '1', code: 'Digit1', bubbles: true, cancelable: true }));
    while (tab() === before) await new Promise((done) => requestAnimationFrame(done));
    const shown = performance.now() - startedAt;
    while (document.querySelector('[data-pending]') !== null) await new Promise((done) => requestAnimationFrame(done));
    return { shown, saved: performance.now() - startedAt };
  });
}

/** What a piece of work took: on the clock, and of processors: of the page's main thread and of the host together. */
type Cost = { wallMs: number; workMs: number };

/** Processor time that a process has had, in milliseconds; the kernel counts hundredths of a second. */
function processorMs(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
  return ((user ?? 0) + (system ?? 0)) * 10;
}

/** Measures by processor time, which other programs on the machine do not lengthen as they do the clock. */
async function costOf(at: { cdp: CDPSession; hostPid: number }, work: () => Promise<number>): Promise<Cost> {
  const used = async (): Promise<number> => {
    const { metrics } = await at.cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000 + processorMs(at.hostPid);
  };
  const before = await used();
  const wallMs = await work();
  return { wallMs, workMs: (await used()) - before };
}

/** Resident memory of a process. */
function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** How much of the upper lane of the waveform is drawn on. */
function drawnShare(): number {
  const canvas = document.querySelector<HTMLCanvasElement>('.waveform-picture > canvas');
  if (!canvas || canvas.width === 0) return 0;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, Math.round(canvas.height / 4)).data ?? [];
  let drawn = 0;
  for (let at = 3; at < pixels.length; at += 4) drawn += (pixels[at] ?? 0) > 0 ? 1 : 0;
  return drawn / (pixels.length / 4);
}

async function inTurn<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let at = 0; at < times; at += 1) done.push(await work());
  return done;
}

test('a call of 3,000 turns, 500 tags and eight hours of sound is as quick as a short one', async ({ page, serve }) => {
  test.skip(!isLong, 'measured in the long form: EARSHOT_LONG=1');
  test.setTimeout(600_000);
  const { url, pid } = await serve((folder) => projectOf(folder, writeLongCall));
  const say = (what: string, ms: readonly number[]): void => console.log(`${what}: ${ms.map((each) => each.toFixed(0)).join(', ')} ms`);
  await page.goto(url);
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await openingMs(page, 'SHORT-1', 6);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const at = { cdp, hostPid: pid };

  await test.step('a call of 3,000 turns that was never open opens in 100 ms', async () => {
    const opened: Cost[] = [];
    for (let copy = copies; copy > 1; copy -= 1) {
      opened.push(await costOf(at, () => openingMs(page, `LONG-${copy}`, turns)));
      await openingMs(page, 'SHORT-1', 6);
    }
    say('opened, by the clock', opened.map(({ wallMs }) => wallMs));
    say('opened, by the processors', opened.map(({ workMs }) => workMs));
    // The first ones also compile the code of the screen and of the engine; a collection of garbage may fall into any.
    expect(opened.map(({ workMs }) => workMs).toSorted((a, b) => a - b)[1]).toBeLessThanOrEqual(100);
  });

  await test.step('the first waveform of eight hours stands within two seconds', async () => {
    const memoryBefore = residentMegabytes(pid);
    const startedAt = Date.now();
    await openingMs(page, 'LONG-1', turns);
    await expect.poll(() => page.evaluate(drawnShare), { intervals: [50] }).toBeGreaterThan(0.02);
    const ms = Date.now() - startedAt;
    const grown = residentMegabytes(pid) - memoryBefore;
    console.log(`waveform of eight hours: ${ms} ms, ${grown.toFixed(0)} MB more`);
    expect(ms).toBeLessThan(2_000);
    expect(grown).toBeLessThan(200);
  });

  await test.step('500 tags scroll and play without a task over 50 ms', async () => {
    await expect(page.getByRole('tab', { name: `Moments (${tags})` })).toBeVisible();
    const rolled = await tasksWhile(page, () => scroll(page, 150));
    await page.getByRole('button', { name: 'Play' }).first().click();
    const played = await tasksWhile(page, async () => {
      await page.getByRole('gridcell').first().focus();
      for (let turn = 0; turn < 20; turn += 1) await page.keyboard.press('n');
    });
    const position = page.getByRole('slider', { name: 'Position' });
    const passed = Number(await position.getAttribute('aria-valuenow'));
    await expect.poll(async () => Number(await position.getAttribute('aria-valuenow'))).toBeGreaterThan(passed);
    say('tasks over 50 ms while scrolling', rolled);
    say('and while it plays and jumps from turn to turn', played);
    const tagged = await inTurn(5, () => taggingMs(page));
    say('from key to mark', tagged.map(({ shown }) => shown));
    say('from key to durable tag', tagged.map(({ saved }) => saved));
    expect([rolled, played]).toEqual([[], []]);
  });
});
