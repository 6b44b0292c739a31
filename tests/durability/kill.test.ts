import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figure } from '#tests/support/figure.ts';
import { type Bundle, bundleForNode } from '#tests/support/store/bundle.ts';
import { effort } from '#tests/support/store/effort.ts';
import { Random } from '#tests/support/store/random.ts';
import { aFolder } from '#tests/support/store/test-project.ts';

const kills = effort(30, 1_000);

type Life = { readonly opened: number; readonly lastSaved: number; readonly isAsExpected: boolean; readonly complaints: string; readonly errors: string };

/** Runs one child and kills it some time after it has opened the project. */
function live(program: Bundle, at: { path: string; run: number; afterMs: number }): Promise<Life> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program.path, at.path, String(at.run), program.wasmPath], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    let isDoomed = false;
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (isDoomed || !output.includes('opened')) return;
      isDoomed = true;
      setTimeout(() => child.kill('SIGKILL'), at.afterMs);
    });
    child.on('error', reject);
    child.on('close', () => {
      // A line that was cut off by the kill says nothing.
      const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
      const opening = /^opened (\d+) (\S+) (.*)$/.exec(lines[0] ?? '');
      const saved = lines.flatMap((line) => (line.startsWith('saved ') ? [Number(line.slice(6))] : []));
      const opened = Number(opening?.[1] ?? -1);
      resolve({ opened, lastSaved: Math.max(opened, ...saved), isAsExpected: opening?.[2] === 'as-expected', complaints: opening?.[3] ?? '', errors });
    });
  });
}

describe('D-01: kill -9 at random', () => {
  let program: Bundle | undefined;
  const folder = aFolder();
  beforeAll(async () => {
    program = await bundleForNode('tests/support/store/kill-child.ts');
  }, 60_000);
  afterAll(() => {
    folder.remove();
    program?.remove();
  });

  test(`${kills} kills: every acknowledged edit is there, nothing else is, and the project always opens`, async () => {
    if (program === undefined) throw new Error('The child program was not built.');
    const random = new Random(1);
    const path = folder.file('killed.earshot');
    let acknowledged = 0;
    for (let run = 0; run <= kills; run += 1) {
      const life = await live(program, { path, run, afterMs: 1 + random.below(120) });
      expect(life.errors, `run ${run}`).toBe('');
      expect(life.opened, `run ${run} must find command ${acknowledged}`).toBeGreaterThanOrEqual(acknowledged);
      expect(life.isAsExpected, `run ${run}, after ${life.opened} commands`).toBe(true);
      expect(life.complaints, `run ${run}`).toBe('');
      acknowledged = life.lastSaved;
    }
    expect(acknowledged).toBeGreaterThan(kills);
    // Processes that died leave nothing behind but what the next one needs.
    expect(readdirSync(folder.path).filter((name) => !/^killed\.earshot(-log|-log-new|-new|-lock|-backups)?$/.test(name))).toEqual([]);
    figure('D-01', `${kills} kills, ${acknowledged} acknowledged edits: 0 lost, 0 invented, 0 failed openings`);
  }, effort(400_000, 3_600_000));
});
