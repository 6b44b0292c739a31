// Which branches of the store, the vault, the parsers and the guards no test takes, and why. Use: node scripts/coverage.mjs [--list] [folder of an earlier run]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseAst } from 'vite';
import { reasonFor, unneeded } from './coverage-reasons.mjs';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const earlier = args.find((word) => !word.startsWith('--'));

/** What is measured, by the first path that fits. */
const rooms = [
  ['vault', /^electron\/engine\/store\/(vault|keyring)\.ts$/],
  ['store', /^electron\/engine\/(store\/(salvage\/)?[^/]+|log\/[^/]+)\.ts$/],
  ['parsers', /^electron\/engine\/(importers\/(?!write\/)|audio\/[^/]*-header|interchange\/)/],
  ['guards', /^electron\/(hosts\/(gate|web-guard|security-headers|media-response|silenced-stream|web\/[^/]+)|main\/(app-protocol|contents-guard|external-links|media-protocol|page-door|project-arguments))\.ts$/],
];
const roomOf = (file) => rooms.find(([, pattern]) => pattern.test(file))?.[0];

/** How often each place of a script ran: inner ranges are told after outer ones and count instead of them. */
function countsOf({ source, functions }) {
  const counts = new Float64Array(source.length + 1).fill(-1);
  for (const { ranges } of functions) for (const { startOffset, endOffset, count } of ranges) counts.fill(count, startOffset, endOffset);
  return counts;
}

const isPlain = (node) => node.type === 'Literal' || (node.type === 'ArrayExpression' && node.elements.length === 0) || (node.type === 'UnaryExpression' && isPlain(node.argument)) || node.type === 'Identifier';

/**
 * Whether a way is there for the types alone: what to take where a list has nothing at a place (`noUncheckedIndexedAccess`
 * asks for it even where the place is always filled). Such ways are counted apart.
 */
function isForTypes(node, parent) {
  if (node.type === 'AssignmentPattern') return parent?.type === 'ArrayPattern';
  if (node.type !== 'LogicalExpression' || node.operator !== '??' || !isPlain(node.right)) return false;
  const left = node.left.type === 'ChainExpression' ? node.left.expression : node.left;
  return (left.type === 'MemberExpression' && left.computed) || (left.type === 'CallExpression' && ['at', 'get'].includes(left.callee.property?.name))
    || (left.type === 'MemberExpression' && left.optional);
}

/** What the test runner wraps around a module: a getter for each export that catches what it throws. */
const isWrapping = (node) => (node.type === 'CatchClause' && node.body.body.length === 0)
  || (/Function/.test(node.type) && node.body.type === 'BlockStatement' && node.body.body[0]?.type === 'TryStatement' && node.body.body[0].handler?.body.body.length === 0);

/** Where the ways part: [what it is, where this way begins]. */
function branchesOf(node) {
  switch (node.type) {
    case 'IfStatement': return [['if', node.consequent.start], ...(node.alternate ? [['else', node.alternate.start]] : [])];
    case 'ConditionalExpression': return [['?', node.consequent.start], [':', node.alternate.start]];
    case 'LogicalExpression': return [[node.operator, node.right.start]];
    case 'SwitchCase': return node.consequent.length > 0 ? [['case', node.consequent[0].start]] : [];
    case 'CatchClause': return [['catch', node.body.start]];
    case 'AssignmentPattern': return [['default', node.right.start]];
    case 'FunctionDeclaration': case 'FunctionExpression': case 'ArrowFunctionExpression': return [['function', node.body.start]];
    default: return [];
  }
}

function walk(node, visit, parent = null) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) { for (const each of node) walk(each, visit, parent); return; }
  if (typeof node.type === 'string') visit(node, parent);
  for (const value of Object.values(node)) if (typeof value === 'object') walk(value, visit, typeof node.type === 'string' ? node : parent);
}

function mapOf(source) {
  const found = [...source.matchAll(/\/\/# sourceMappingURL=data:application\/json[^,]*,([\w+/=]+)/g)].at(-1)?.[1];
  return found === undefined ? null : new SourceMap(JSON.parse(Buffer.from(found, 'base64').toString()));
}

/** The line of the file as it was written; the script's own line where no map says better. */
function lineOf(source, map, offset) {
  const before = source.slice(0, offset);
  const line = before.split('\n').length - 1;
  return (map?.findEntry(line, offset - before.lastIndexOf('\n') - 1).originalLine ?? line) + 1;
}

function measure(folder) {
  const scripts = new Map();
  for (const name of readdirSync(folder)) {
    for (const script of JSON.parse(readFileSync(join(folder, name), 'utf8'))) {
      const file = relative(root, script.file.replace(/^file:\/\//, ''));
      if (roomOf(file) === undefined) continue;
      const counts = countsOf(script);
      const known = scripts.get(`${file}\n${script.source}`);
      if (known === undefined) scripts.set(`${file}\n${script.source}`, { file, source: script.source, counts });
      else counts.forEach((count, at) => { if (count > known.counts[at]) known.counts[at] = count; });
    }
  }
  return [...scripts.values()];
}

/** The branches that are left, under the reason why: each with --list, else how many. */
function explain(missed) {
  const byReason = new Map();
  for (const line of missed.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    const reason = reasonFor(line) ?? 'not explained yet';
    byReason.set(reason, [...(byReason.get(reason) ?? []), line]);
  }
  for (const [reason, lines] of byReason) {
    console.log(`${lines.length} left: ${reason}`);
    if (args.includes('--list')) for (const line of lines) console.log(`  ${line}`);
  }
  for (const reason of unneeded(missed)) console.log(`a reason that no branch needs: ${reason}`);
}

function report(folder) {
  const totals = Object.fromEntries(rooms.map(([room]) => [room, { taken: 0, all: 0, forTypes: 0 }]));
  const missed = [];
  for (const { file, source, counts } of measure(folder)) {
    const map = mapOf(source);
    const text = readFileSync(join(root, file), 'utf8').split('\n');
    walk(parseAst(source), (node, parent) => {
      if (isWrapping(node)) return;
      for (const [kind, at] of branchesOf(node)) {
        const total = totals[roomOf(file)];
        if (counts[at] === 0 && isForTypes(node, parent)) {
          total.forTypes += 1;
          continue;
        }
        total.all += 1;
        if (counts[at] !== 0) total.taken += 1;
        else {
          const line = lineOf(source, map, at);
          missed.push(`${file}:${line} ${kind}: ${(text[line - 1] ?? '').trim()}`);
        }
      }
    });
  }
  explain(missed);
  for (const [room, { taken, all, forTypes }] of Object.entries(totals)) console.log(`coverage: ${room}: ${taken} of ${all} branches taken (${((100 * taken) / all).toFixed(1)} %), ${forTypes} more are there for the types alone`);
}

const folder = earlier ?? mkdtempSync(join(tmpdir(), 'earshot-coverage-'));
if (earlier === undefined) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  spawnSync(process.execPath, [vitest, 'run', '--config', join(root, 'tests/support/branches/vitest.config.ts')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, EARSHOT_COVERAGE: folder } });
}
report(folder);
if (earlier === undefined) rmSync(folder, { recursive: true, force: true });
