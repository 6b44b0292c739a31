import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { type DamagedProject, type SalvagedProject, useOpening } from '#renderer/stores/opening.ts';
import { client, engine, shell } from './connection.ts';

/** Everything shown belongs to the project before: forget it, then ask anew. */
async function projectChanged(): Promise<void> {
  const { queryClient, orpc } = engine;
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== undefined && query.getObserversCount() === 0 });
  await queryClient.resetQueries({ queryKey: orpc.project.key() });
  await queryClient.invalidateQueries();
}

type Ways = { unlock?: (passphrase: string) => void; damaged?: () => Promise<DamagedProject> };

async function opening(label: string, work: (signal: AbortSignal) => Promise<SalvagedProject | void>, ways: Ways = {}): Promise<boolean> {
  const stop = new AbortController();
  const { begin, end } = useOpening.getState();
  begin(label, () => stop.abort());
  try {
    const salvaged = await work(stop.signal);
    await projectChanged();
    end(null, salvaged === undefined ? {} : { salvaged });
    return true;
  } catch (error) {
    const code = error instanceof Error ? failureOf(error).code : null;
    const isLocked = code === 'PASSPHRASE_NEEDED' || code === 'WRONG_PASSPHRASE';
    // A damaged file may look like no project at all, and a damaged encrypted one like a wrong passphrase.
    const isDamaged = code === 'PROJECT_DAMAGED' || code === 'NOT_A_PROJECT' || code === 'WRONG_PASSPHRASE';
    const damaged = isDamaged && ways.damaged !== undefined ? await ways.damaged() : null;
    end(stop.signal.aborted ? null : error, { unlock: isLocked ? ways.unlock ?? null : null, damaged });
    await projectChanged();
    return false;
  }
}

/** What a new project holds: the sample, Earshot's codebook, or nothing at all. */
export type ProjectContent = 'sample' | 'codebook' | 'nothing';

/** Creates a project and opens it. @returns whether it is open. */
export function createProject(name: string, content: ProjectContent, label: string): Promise<boolean> {
  const input = { name, sample: content === 'sample', codebook: content === 'nothing' ? 'empty' as const : 'default' as const };
  return opening(label, async (signal) => {
    for await (const progress of await client.project.create(input, { signal })) useOpening.getState().advance(progress);
  });
}

/** Opens a project that the host knows; an encrypted one asks for its passphrase, a damaged one how to go on. */
export function openProject(id: string, label: string, { passphrase, stateId }: { passphrase?: string | undefined; stateId?: string | undefined } = {}): Promise<boolean> {
  return opening(label, async (signal) => {
    await client.project.open({ id, ...(passphrase === undefined ? {} : { passphrase }), ...(stateId === undefined ? {} : { stateId }) }, { signal });
  }, { unlock: (next) => void openProject(id, label, { passphrase: next, stateId }), damaged: async () => ({ id, passphrase, name: await nameOf(id) }) });
}

async function nameOf(id: string): Promise<string> {
  return (await client.project.list()).find((entry) => entry.id === id)?.name ?? '';
}

/** Reads what can be read of a damaged project into a new one beside it, and shows what that was. */
export function salvageProject({ id, passphrase }: DamagedProject, label: string): Promise<boolean> {
  return opening(label, async (signal) => {
    const job = await client.project.salvage({ id, ...(passphrase === undefined ? {} : { passphrase }) }, { signal });
    for (;;) {
      const step = await job.next();
      if (step.done === true) return { report: step.value, passphrase };
      useOpening.getState().advance(step.value);
    }
  });
}

/** Lets the person pick a project file anywhere on the disk, where the host offers that. */
export async function pickProject(label: string): Promise<boolean> {
  const id = await shell.pickProject();
  return id === null ? false : openProject(id, label);
}

/** Nothing that the engine answered about a project stays in the page, whatever is on the screen. */
export function forgetAnswers(): void {
  engine.queryClient.removeQueries({ predicate: (query) => query.getObserversCount() === 0 });
  engine.queryClient.getMutationCache().clear();
}

/** Goes on with a locked project, where the person was. @throws what the engine refuses with */
export async function unlockProject(id: string, passphrase: string): Promise<void> {
  await client.project.open({ id, passphrase });
  await projectChanged();
}

/** Closes the encrypted project until its passphrase is given again. */
export async function lockProject(): Promise<void> {
  await client.project.lock();
}

/** Closes the open project; everything acknowledged is on disk already. */
export async function closeProject(): Promise<void> {
  await client.project.close();
  useNavigation.getState().go('home');
  await projectChanged();
}

/** A name that no known project has: `name`, `name 2`, `name 3` ... */
export async function freeProjectName(name: string): Promise<string> {
  const taken = new Set((await client.project.list()).map((entry) => entry.name.toLowerCase()));
  let candidate = name;
  for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) candidate = `${name} ${count}`;
  return candidate;
}
