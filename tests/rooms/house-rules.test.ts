import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandHandlers } from '#engine/log/handlers/index.ts';
import { errors } from '#renderer/locales/en/errors.ts';
import { decisionParts, roundParts, sheetParts } from '#shared/commands/calibration.ts';
import { placeParts, statementParts } from '#shared/commands/causes.ts';
import { sessionParts, settlementParts } from '#shared/commands/coaching.ts';
import { codeParts, codePlaceParts } from '#shared/commands/codebook.ts';
import type { CommandDefinition } from '#shared/commands/command.ts';
import { judgementParts } from '#shared/commands/empathy.ts';
import { formParts, queueParts } from '#shared/commands/evaluations.ts';
import { feeParts } from '#shared/commands/fees.ts';
import { recipeParts } from '#shared/commands/imports.ts';
import { commandDefinitions } from '#shared/commands/index.ts';
import { roleParts } from '#shared/commands/interactions.ts';
import { loopParts, markParts } from '#shared/commands/signals.ts';
import { linkParts } from '#shared/commands/surveys.ts';
import { tagParts } from '#shared/commands/tags.ts';
import { timeParts, wordParts } from '#shared/commands/transcript.ts';
import { contract } from '#shared/contract/index.ts';

const root = resolve(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter((file) => file !== '');
const sources = tracked.filter((file) => /^(shared|electron|renderer|tests|resources)\/.*\.(ts|tsx)$/.test(file) && !file.startsWith('tests/rooms/wrong/'));
const text = (file: string) => readFileSync(join(root, file), 'utf8');

/** Commands that need no version: each says why in shared/commands. A new one is added here on purpose. */
const editsNothing = [
  'calibration.addRound', 'calibration.dropSheet', 'calibration.leaveSeat', 'calibration.open', 'calibration.takeSeat', 'calibration.unsettle', 'coaching.addSession', 'coaching.raiseDispute',
  'code.add', 'code.merge', 'code.remove', 'code.split', 'code.unmerge', 'code.unsplit', 'codebook.start', 'customer.join', 'customer.split', 'empathy.add', 'evaluation.reopen', 'form.retire',
  'import.remove', 'import.restore', 'import.run', 'note.add', 'note.remove', 'privacy.erase', 'queue.draw', 'queue.replace', 'queue.return', 'quote.add', 'quote.remove', 'recipe.remove', 'rule.add', 'rule.remove',
  'statement.draft', 'statement.unmove', 'tag.add', 'training.addAttempt', 'training.removeAttempt', 'transcript.times', 'turn.restore',
];

describe('house rules', () => {
  test('no file name says nothing', () => {
    expect(sources.filter((file) => /\/(utils?|helpers?|common|misc|manager|services?|data|types)\.(ts|tsx)$/.test(file))).toEqual([]);
  });

  test('no room is crossed by a relative path', () => {
    expect(sources.filter((file) => /from '\.\.\/\.\.\//.test(text(file)))).toEqual([]);
  });

  test('room cards have at most 30 lines', () => {
    for (const card of ['electron/README.md', 'electron/engine/README.md', 'renderer/README.md', 'tests/README.md']) {
      expect(text(card).trimEnd().split('\n').length, card).toBeLessThanOrEqual(30);
    }
  });

  test('versions are pinned exactly and the lock file names no registry', () => {
    const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
    expect(text('package-lock.json')).not.toMatch(/"resolved": "http/);
  });

  test('every colour of the page is a token', () => {
    const styled = tracked.filter((file) => /^renderer\/.*\.(css|tsx)$/.test(file) && !file.startsWith('renderer/styles/tokens'));
    expect(styled.filter((file) => /#[0-9a-f]{6}\b/i.test(text(file).replace(/\/\*[\s\S]*?\*\//g, '')))).toEqual([]);
  });

  test('a command says how it keeps from writing over what its author never saw, or why it cannot', () => {
    const free = commandDefinitions.flatMap(({ name, edit }) => (edit.kind === 'free' ? [[name, edit.because] as const] : []));
    expect(free.filter(([, because]) => !/^[A-Z].{20,}\.$/.test(because))).toEqual([]);
    expect(free.map(([name]) => name).toSorted()).toEqual(editsNothing.toSorted());
    // Whoever compares needs to be told what stands there.
    const compared = commandHandlers.filter(({ definition }) => (definition as CommandDefinition).edit.kind !== 'free');
    expect(compared.filter(({ standing }) => standing === undefined).map(({ definition }) => (definition as CommandDefinition).name)).toEqual([]);
  });

  test('the page says what its person saw with every change of what stands there', () => {
    const edited = Object.entries(contract).flatMap(([noun, procedures]) => Object.entries(procedures).filter(([, procedure]) => takesSeen(procedure)).map(([verb]) => `${noun}.${verb}`));
    expect(edited.length).toBeGreaterThan(35);
    const pages = sources.filter((file) => file.startsWith('renderer/')).map((file) => ({ file, code: text(file) }));
    const calls = pages.flatMap(({ file, code }) => edited.flatMap((name) => callsOf(code, `client.${name}(`).map((call) => ({ file, name, call }))));
    expect(calls.length).toBeGreaterThan(35);
    expect(calls.filter(({ call }) => !/\bseen\b/.test(call)).map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  test('the page has words for every part that may have been changed meanwhile', () => {
    const things: readonly { of: (row: null) => object }[] = [
      codeParts, tagParts, loopParts, sessionParts, settlementParts, placeParts, statementParts, markParts, judgementParts, formParts, queueParts, feeParts, recipeParts, roleParts, linkParts, wordParts, timeParts,
      roundParts, sheetParts, decisionParts, codePlaceParts,
    ];
    const names = things.flatMap(({ of }) => Object.keys(of(null)));
    expect(names.filter((name) => !(name in errors.part))).toEqual([]);
  });
});

function takesSeen(procedure: unknown): boolean {
  const { inputSchema } = (procedure as { '~orpc': { inputSchema?: { shape?: Record<string, unknown> } } })['~orpc'];
  return inputSchema?.shape?.['seen'] !== undefined;
}

/** Every call that begins with `start`, up to its closing bracket. */
function callsOf(code: string, start: string): string[] {
  const found: string[] = [];
  for (let at = code.indexOf(start); at >= 0; at = code.indexOf(start, at + 1)) {
    let depth = 1;
    let end = at + start.length;
    for (; depth > 0 && end < code.length; end += 1) depth += code[end] === '(' ? 1 : code[end] === ')' ? -1 : 0;
    found.push(code.slice(at, end));
  }
  return found;
}
