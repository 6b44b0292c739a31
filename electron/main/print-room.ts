import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { securityHeaders } from '#hosts/security-headers.ts';
import type { ElectronApi } from './electron-api.ts';
import { pageScheme } from './electron-api.ts';
import { openPrintWindow } from './window.ts';

const printOrigin = `${pageScheme}://print`;
const limitMs = 60_000;

/** Prints the engine's pages in hidden windows. A page is served at an address that nobody else knows, for as long as it is printed. */
export class PrintRoom {
  readonly #electron: ElectronApi;
  readonly #pages = new Map<string, Uint8Array>();

  constructor(electron: ElectronApi) {
    this.#electron = electron;
  }

  /** The page at this address, or null when the address is not one of this room. */
  answer(request: Pick<Request, 'method' | 'url'>): Response | null {
    const page = request.method === 'GET' ? this.#pages.get(request.url) : undefined;
    return page === undefined ? null : new Response(Buffer.from(page), { status: 200, headers: { ...securityHeaders, 'Content-Type': 'text/html; charset=utf-8' } });
  }

  /** Prints the page in the file `source` into the file `target`, tagged and outlined. @throws Error when it did not work within 60 seconds */
  async print(source: string, target: string): Promise<void> {
    const address = `${printOrigin}/${randomUUID()}`;
    this.#pages.set(address, await readFile(source));
    const window = openPrintWindow(this.#electron);
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('Printing took too long.')), limitMs); });
      const printed = (async () => {
        await window.loadURL(address);
        return window.webContents.printToPDF({ generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false });
      })();
      await writeFile(target, await Promise.race([printed, late]), { mode: 0o600 });
    } finally {
      clearTimeout(timer);
      this.#pages.delete(address);
      window.destroy();
    }
  }
}
