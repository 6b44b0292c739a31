import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createEngine } from '#engine/index.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { JobProgress } from '#shared/model/job.ts';
import { importThread, sampleFolder } from '../built-files.ts';
import { createProjectShelf } from '../files/project-shelf.ts';
import { logErrorsToStderr, systemActor } from '../host-log.ts';
import { createLocalFiles } from '../local-files.ts';
import type { LocalFiles } from '../local-files.ts';
import { nodePortPipe } from '../message-port-pipe.ts';
import { attachEngine } from '../pipe.ts';
import { createPrinter } from '../print-pdf.ts';
import type { Terminal } from './command.ts';

export type EngineClient = ContractRouterClient<Contract>;
export type ProjectCall = { readonly client: EngineClient; readonly files: LocalFiles };

/** Runs `work` against an engine of its own, over the same gate and the same serialising pipe as any page. */
export async function withEngine<T>(projectPath: string, work: (call: ProjectCall) => Promise<T>): Promise<T> {
  const spoolFolder = await mkdtemp(join(tmpdir(), 'earshot-'));
  const shelf = createProjectShelf({ folder: dirname(resolve(projectPath)) });
  const files = createLocalFiles({ shelf, sampleFolder: sampleFolder(), spoolFolder });
  const engine = createEngine({ files, clock: () => new Date(), newId: randomUUID, log: logErrorsToStderr, actor: systemActor(), printPdf: createPrinter(), importThread: importThread() });
  const { port1, port2 } = new MessageChannel();
  // One command makes a handful of calls; a script that pages through a million rows is no attack.
  attachEngine({ router: engine.router, pipe: nodePortPipe(port1), log: logErrorsToStderr, gate: { maxPerSecond: Infinity } });
  const client: EngineClient = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  try {
    return await work({ client, files });
  } finally {
    port2.close();
    await engine.close();
    await files.close();
  }
}

/** Runs `work` with the project of this path open. @throws the contract's errors of `project.open` */
export function withProject<T>(projectPath: string, work: (call: ProjectCall) => Promise<T>): Promise<T> {
  return withEngine(projectPath, async (call) => {
    // Never on the command line, where every process of the machine could read it.
    const passphrase = process.env['EARSHOT_PASSPHRASE'];
    await call.client.project.open({ id: await call.files.shelf.add(projectPath), ...(passphrase === undefined ? {} : { passphrase }) });
    return work(call);
  });
}

/** The project's own name of a path. */
export function projectName(projectPath: string): string {
  return basename(projectPath).replace(/\.earshot$/i, '');
}

const sayEveryMs = 1000;

/** Follows long work to its report, and says once a second how far it is. */
export async function followJob<T>(job: { next(): Promise<IteratorResult<JobProgress, T>> }, terminal: Terminal): Promise<T> {
  let saidAt = performance.now();
  for (;;) {
    const step = await job.next();
    if (step.done === true) return step.value;
    if (performance.now() - saidAt < sayEveryMs) continue;
    saidAt = performance.now();
    const { phase, done, total } = step.value;
    terminal.say(total === null ? `${phase}: ${done}` : `${phase}: ${done} of ${total}`);
  }
}
