import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintPdf } from '#engine/index.ts';
import { EarshotError } from '#shared/errors.ts';

/** An order to the process that has windows: print the page in one file into another. */
export type PrintOrder = { readonly job: number; readonly source: string; readonly target: string };

/** Prints by asking another process, over files in the host's own folder. */
export class WindowPrinter {
  readonly #folder: string;
  readonly #send: (order: PrintOrder) => void;
  readonly #waiting = new Map<number, (isPrinted: boolean) => void>();
  #next = 0;

  constructor(folder: string, send: (order: PrintOrder) => void) {
    this.#folder = folder;
    this.#send = send;
  }

  /** Hears how an order ended. */
  done(job: number, isPrinted: boolean): void {
    this.#waiting.get(job)?.(isPrinted);
    this.#waiting.delete(job);
  }

  /** @throws EarshotError NOT_AVAILABLE when no PDF came of it */
  readonly print: PrintPdf = async (page, signal) => {
    signal.throwIfAborted();
    const folder = await mkdtemp(join(this.#folder, 'print-'));
    const job = this.#next++;
    const [source, target] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    try {
      await writeFile(source, page, { mode: 0o600 });
      const isPrinted = await new Promise<boolean>((resolve, reject) => {
        this.#waiting.set(job, resolve);
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        this.#send({ job, source, target });
      });
      const pdf = isPrinted ? await readFile(target).catch(() => null) : null;
      if (pdf === null || pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw new EarshotError('NOT_AVAILABLE', 'The PDF could not be printed. Nothing was written; PowerPoint and the web page work without it.');
      return new Uint8Array(pdf);
    } finally {
      this.#waiting.delete(job);
      await rm(folder, { recursive: true, force: true });
    }
  };
}
