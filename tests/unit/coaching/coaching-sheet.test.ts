import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetPage } from '#engine/coaching-sheet/sheet-page.ts';
import { installedBrowser } from '#hosts/browser.ts';
import { createPrinter } from '#hosts/print-pdf.ts';
import type { CoachingReport } from '#shared/model/coaching.ts';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { sampleProject } from '#tests/support/engine/sample-project.ts';
import { openPdf, pdfProblems } from '#tests/unit/briefing/open-pdf.ts';

const all = { from: null, to: null };

describe('the coaching sheet', () => {
  let lab: EngineLab;
  let report: CoachingReport;
  let colleagues: string[];
  beforeAll(async () => {
    lab = await openLab({ from: await sampleProject('whole'), printPdf: createPrinter() });
    const people = await lab.client.coaching.people();
    const person = people.find(({ name }) => name === 'Graham Pell');
    colleagues = people.map(({ name }) => name).filter((name) => name !== 'Graham Pell');
    await lab.client.coaching.addSession({ agentId: person?.agentId ?? '', item: 'e1', heldOn: '2026-09-01', goal: 'Name the feeling <b>once</b> a call', practice: 'Say it first', checkCount: 20, checkBy: '2026-10-15', agentView: null, selfScore: 60, showsScores: true, showsCustomerWords: true, clipIds: [] });
    report = await lab.client.coaching.person({ agentId: person?.agentId ?? '', ...all });
  }, 180_000);
  afterAll(() => lab.close());

  it('gives every score its interval and n, names the one focus and nobody else, and ranks nobody', () => {
    const page = sheetPage({ report, today: '2026-11-22' });
    expect(page).toContain('The one thing to practise: Noticing');
    const cells = [...page.matchAll(/<td>([^<]*)<\/td>/g)].map(([, text = '']) => text).filter((text) => /^\D?\d/.test(text));
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((text) => !/\(.+ to .+; n\s=\s[\d,]+\)$|\(no interval; n\s=\s[\d,]+\)$/.test(text))).toEqual([]);
    expect(colleagues.filter((name) => page.includes(name))).toEqual([]);
    expect(page).not.toMatch(/\brank(?:ed|ing)?\s+\d|\bplace \d|\bbest\b|\bworst\b|\btop \d/i);
    expect(page).toContain('Name the feeling &lt;b&gt;once&lt;/b&gt; a call');
    expect(page).toContain('It is better than before, beyond chance.');
    expect(page).toContain('<th scope="col">Raters</th>');
  });

  it('leaves out what the person was promised not to see, and says little of few reviews', () => {
    const [entry] = report.sessions;
    const hidden = { ...report, sessions: entry === undefined ? [] : [{ ...entry, session: { ...entry.session, showsScores: false, showsCustomerWords: false } }] };
    const page = sheetPage({ report: hidden, today: '2026-11-22' });
    expect(page).toContain('scores are not on this sheet');
    expect(page).not.toMatch(/n\s=\s\d/);
    expect(page).not.toContain('<b>Customer:</b>');
    expect(sheetPage({ report, today: '2026-11-22' })).toContain('<b>Customer:</b>');
    const few = sheetPage({ report: { ...report, missing: 3, sessions: [] }, today: '2026-11-22' });
    expect(few).toContain('3 more reviews are needed');
    expect(few).not.toMatch(/n\s=\s\d/);
  });

  it.skipIf(installedBrowser() === null)('is printed as a tagged PDF with a title, headings and words for its pictures', async () => {
    const { exportId, name } = await lab.client.coaching.exportSheet({ agentId: report.person.agentId, ...all });
    const target = join(lab.folder, name);
    await lab.files.exports.save(exportId, target, { overwrite: false });
    const bytes = new Uint8Array(readFileSync(target));
    expect(name).toBe('Coaching Graham Pell.pdf');
    expect(await pdfProblems(bytes)).toEqual([]);
    const { tree, pdf } = await openPdf(bytes);
    expect(tree.filter(({ role }) => role === 'Figure')).toHaveLength(2);
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: 'Coaching sheet: Graham Pell' });
    if (process.env['EARSHOT_KEEP']) (await import('node:fs')).copyFileSync(target, process.env['EARSHOT_KEEP']);
  }, 60_000);
});
