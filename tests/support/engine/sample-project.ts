import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { generateSample } from '#resources/sample/generate.ts';
import { openLab } from './engine-lab.ts';

/** How much of the sample is in a project: its tables alone, or every transcript too. */
export type SampleExtent = 'tables' | 'whole';

/**
 * A project file with the sample in it, read from its files like anybody's, once in a run and by whoever asks first: the
 * other test files copy it. Those that are about importing import for themselves.
 */
export async function sampleProject(extent: SampleExtent): Promise<string> {
  const folder = inject('sampleFolder');
  const file = join(folder, `${extent}.earshot`);
  const claim = join(folder, `${extent}.claim`);
  while (!existsSync(file)) {
    if (isMine(claim)) await make(extent, { file, claim });
    else await pause(50);
  }
  return file;
}

/** Whether nobody else is making it. */
function isMine(claim: string): boolean {
  try {
    mkdirSync(claim);
    return true;
  } catch {
    return false;
  }
}

async function make(extent: SampleExtent, { file, claim }: { file: string; claim: string }): Promise<void> {
  const lab = await openLab();
  try {
    const files = generateSample().filter(({ name }) => extent === 'whole' || name.endsWith('.csv'));
    await lab.run(await lab.put(Object.fromEntries(files.map(({ name, text }) => [name, text]))));
    await lab.client.project.close();
    copyFileSync(lab.projectPath, `${file}.new`);
    renameSync(`${file}.new`, file);
  } finally {
    rmSync(claim, { recursive: true, force: true });
    await lab.close();
  }
}
