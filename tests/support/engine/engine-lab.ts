import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createEngine, type LogLine, type PrintPdf } from '#engine/index.ts';
import { createProjectShelf } from '#hosts/files/project-shelf.ts';
import { createLocalFiles } from '#hosts/local-files.ts';
import type { ImportReport } from '#shared/model/import-report.ts';
import type { Mapping } from '#shared/model/import-mapping.ts';

/** An engine with a folder of its own, and hands to put files into it. */
export type EngineLab = Awaited<ReturnType<typeof openLab>>;

/** A new engine with an empty project, without codes unless asked for, or a copy of the project file `from`, open in a new folder. Close it when done. */
export async function openLab(options: { now?: string; clock?: () => Date; sampleFolder?: string | null; codebook?: 'default' | 'empty'; importThread?: URL; from?: string; printPdf?: PrintPdf } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-lab-'));
  const spoolFolder = join(folder, 'spool');
  mkdirSync(spoolFolder);
  const shelf = createProjectShelf({ folder });
  const files = createLocalFiles({ shelf, sampleFolder: options.sampleFolder ?? null, spoolFolder });
  const log: LogLine[] = [];
  const engine = createEngine({
    files, clock: options.clock ?? (() => new Date(options.now ?? '2026-11-21T12:00:00Z')), newId: randomUUID, log: (line) => log.push(line), actor: 'tester',
    importThread: options.importThread ?? null, ...(options.printPdf === undefined ? {} : { printPdf: options.printPdf }),
  });
  const client = createRouterClient(engine.router);
  if (options.from === undefined) for await (const _step of await client.project.create({ name: 'lab', sample: false, codebook: options.codebook ?? 'empty' })) { /* to its end */ }
  else {
    copyFileSync(options.from, join(folder, 'lab.earshot'));
    await client.project.open({ id: await shelf.add(join(folder, 'lab.earshot')) });
  }

  /** Runs an import to its report. */
  async function run(fileIds: string[], how: { dryRun?: boolean; mappings?: Record<string, Mapping>; signal?: AbortSignal } = {}): Promise<ImportReport> {
    const job = await client.imports.run({ fileIds, mappings: how.mappings ?? {}, dryRun: how.dryRun ?? false }, how.signal ? { signal: how.signal } : {});
    for (;;) {
      const step = await job.next();
      if (step.done === true) return step.value;
    }
  }

  return {
    client, engine, folder, log, files,
    /** Writes files under the lab's folder and chooses each of them. */
    async put(contents: Record<string, string | Uint8Array>): Promise<string[]> {
      const ids: string[] = [];
      for (const [name, content] of Object.entries(contents)) {
        const path = join(folder, 'in', name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
        ids.push((await files.choose(path)).id);
      }
      return ids;
    },
    async choose(path: string): Promise<string> {
      return (await files.choose(path)).id;
    },
    run,
    projectPath: join(folder, 'lab.earshot'),
    async close(): Promise<void> {
      await engine.close();
      await files.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A WebVTT file with one cue for each [speaker, text]; three seconds each. */
export function vtt(turns: readonly (readonly [speaker: string, text: string])[]): string {
  const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
  return `WEBVTT\n\n${turns.map(([speaker, text], at) => `${clock(at * 3)} --> ${clock(at * 3 + 2)}\n<v ${speaker}>${text}\n`).join('\n')}`;
}
