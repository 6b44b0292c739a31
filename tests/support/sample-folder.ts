import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  // The only way to tell Vitest what a run provides is to add to its own interface.
  interface ProvidedContext {
    /** Where the sample's project files of this run are kept. */
    sampleFolder: string;
  }
}

/** A folder for each run; gone with it. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-samples-'));
  project.provide('sampleFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
