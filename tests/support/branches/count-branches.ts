import { writeFileSync } from 'node:fs';
import { Session, type Debugger, type Profiler } from 'node:inspector';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** One process counts from its first test file on, and writes after each file: vitest ends its workers without asking. */
interface Counting { session: Session; written: number }
const here = globalThis as { earshotCounting?: Counting };

const isOurs = (url: string): boolean => /\/electron\/(?:engine|hosts|main)\//.test(url) && !url.includes('/node_modules/');

function begin(): Counting {
  const session = new Session();
  session.connect();
  // Stays on to the end: turning it off takes the counts inside functions with it.
  session.post('Debugger.enable');
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return { session, written: 0 };
}

/** What ran since the last time, each script with its source as it ran: the inspector answers before `post` returns. */
function taken({ session }: Counting): { file: string; source: string; functions: Profiler.FunctionCoverage[] }[] {
  let scripts: Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (_error, answer) => { scripts = answer.result.filter(({ url }) => isOurs(url)); });
  const sourceOf = (scriptId: string): string => {
    let source = '';
    session.post('Debugger.getScriptSource', { scriptId }, (_error, answer: Debugger.GetScriptSourceReturnType) => { source = answer.scriptSource; });
    return source;
  };
  return scripts.map(({ scriptId, url, functions }) => ({ file: url, source: sourceOf(scriptId), functions }));
}

const folder = process.env['EARSHOT_COVERAGE'];
if (folder !== undefined) {
  const counting = (here.earshotCounting ??= begin());
  afterAll(() => {
    counting.written += 1;
    writeFileSync(join(folder, `${process.pid}-${counting.written}.json`), JSON.stringify(taken(counting)));
  });
}
