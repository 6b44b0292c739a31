import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WindowPrinter, type PrintOrder } from '#hosts/window-printer.ts';
import { PrintRoom } from '#main/print-room.ts';
import { createElectronFake, type FakeContents } from '#tests/support/hosts/electron-fake.ts';
import { openDesktopLab } from '#tests/support/hosts/desktop-lab.ts';

it('prints in a hidden, confined window at an address that is gone afterwards', async () => {
  const lab = await openDesktopLab();
  try {
    const fake = createElectronFake({ userData: lab.folder, documents: lab.folder });
    const room = new PrintRoom(fake.electron);
    const [source, target] = [join(lab.folder, 'page.html'), join(lab.folder, 'page.pdf')];
    writeFileSync(source, '<!doctype html><title>Board</title>');
    const seen: { address: string; body: string; options: unknown }[] = [];
    fake.appEvents.on('web-contents-created', (_event: unknown, contents: FakeContents) => contents.once('printed', (options: unknown) => {
      const address = String(fake.recorded.find(({ what }) => what === 'loadURL')?.with[0]);
      void room.answer({ method: 'GET', url: address })?.text().then((body) => seen.push({ address, body, options }));
    }));
    await room.print(source, target);
    const [{ address, body, options } = { address: '', body: '', options: null }] = seen;
    expect(address).toMatch(/^earshot:\/\/print\/[0-9a-f-]{36}$/);
    expect(body).toContain('<title>Board</title>');
    expect(room.answer({ method: 'GET', url: address })).toBeNull();
    expect(room.answer({ method: 'GET', url: 'earshot://print/' })).toBeNull();
    expect(options).toMatchObject({ generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: true });
    expect(fake.recorded.find(({ what }) => what === 'BrowserWindow')?.with[0]).toMatchObject({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false } });
    expect(fake.recorded.map(({ what }) => what)).toContain('destroy');
    expect(readFileSync(target, 'latin1')).toMatch(/^%PDF-/);
  } finally {
    await lab.close();
  }
});

it('leaves no page behind, printed or not', async () => {
  const lab = await openDesktopLab();
  try {
    const orders: PrintOrder[] = [];
    const printer: WindowPrinter = new WindowPrinter(lab.folder, (order) => {
      orders.push(order);
      if (orders.length === 1) writeFileSync(order.target, '%PDF-1.4');
      printer.done(order.job, orders.length === 1);
    });
    expect(Buffer.from(await printer.print('<p>', new AbortController().signal)).toString()).toBe('%PDF-1.4');
    await expect(printer.print('<p>', new AbortController().signal)).rejects.toMatchObject({ code: 'NOT_AVAILABLE' });
    await expect(printer.print('<p>', AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(readdirSync(lab.folder).filter((name) => name.startsWith('print-'))).toEqual([]);
  } finally {
    await lab.close();
  }
});

it('carries a page from the engine to the window and the PDF back', async () => {
  const lab = await openDesktopLab();
  try {
    const port = await lab.requestPort();
    expect(port).not.toBeNull();
    const child = lab.fake.children[0];
    child?.emit('message', { kind: 'print', job: 3, source: join(lab.folder, 'none.html'), target: join(lab.folder, 'out.pdf') });
    writeFileSync(join(lab.folder, 'there.html'), '<p>');
    child?.emit('message', { kind: 'print', job: 4, source: join(lab.folder, 'there.html'), target: join(lab.folder, 'out.pdf') });
    // The file is there before its bytes are.
    await expect.poll(() => (readdirSync(lab.folder).includes('out.pdf') ? readFileSync(join(lab.folder, 'out.pdf'), 'latin1') : ''), { timeout: 10_000 }).toMatch(/^%PDF-/);
  } finally {
    await lab.close();
  }
});
