import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';

type Node = { type: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item);
  if (!isNode(value)) return;
  yield value;
  for (const [key, child] of Object.entries(value)) if (key !== 'parent') yield* nodesOf(child);
}

/** A source file of the page with what it says. */
export type SourceTexts = {
  file: string;
  /** Namespaces that `useTranslation` names in the file. */
  namespaces: string[];
  /** Keys given to `t` as literals; and the fixed beginnings of keys that are put together. */
  keys: string[];
  keyPrefixes: string[];
  /** Words in the markup that went through no locale file. */
  rawWords: string[];
};

const spokenAttributes = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'label', 'placeholder', 'alt', 'caption', 'text', 'summary']);
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);
const textOf = (node: unknown): string | null => (isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null);

function keyArguments(node: Node): { keys: string[]; prefixes: string[] } {
  const callee = node['callee'];
  const name = isNode(callee) ? (callee.type === 'Identifier' ? callee['name'] : isNode(callee['property']) ? callee['property']['name'] : null) : null;
  const first = (node['arguments'] as unknown[])[0];
  if (name !== 't' || !isNode(first)) return { keys: [], prefixes: [] };
  return keysIn(first);
}

function keysIn(node: Node): { keys: string[]; prefixes: string[] } {
  const merge = (parts: unknown[]): { keys: string[]; prefixes: string[] } => {
    const all = parts.filter(isNode).map(keysIn);
    return { keys: all.flatMap(({ keys }) => keys), prefixes: all.flatMap(({ prefixes }) => prefixes) };
  };
  const literal = textOf(node);
  if (literal !== null) return { keys: [literal], prefixes: [] };
  if (node.type === 'ConditionalExpression') return merge([node['consequent'], node['alternate']]);
  if (node.type === 'ArrayExpression') return merge(node['elements'] as unknown[]);
  if (node.type === 'TemplateLiteral') {
    const start = (node['quasis'] as { value: { cooked: string } }[])[0]?.value.cooked ?? '';
    return { keys: [], prefixes: start.includes('.') ? [start.slice(0, start.lastIndexOf('.'))] : [] };
  }
  return { keys: [], prefixes: [] };
}

function rawWordsIn(node: Node): string[] {
  if (node.type === 'JSXText' && hasWords(String(node['value']))) return [String(node['value']).trim()];
  if (node.type !== 'JSXAttribute') return [];
  const name = (node['name'] as { name?: unknown }).name;
  const value = textOf(node['value']);
  return typeof name === 'string' && spokenAttributes.has(name) && value !== null && hasWords(value) ? [`${name}="${value}"`] : [];
}

/** What one source file says. */
export function textsOfSource(file: string, source: string): SourceTexts {
  const found: SourceTexts = { file, namespaces: [], keys: [], keyPrefixes: [], rawWords: [] };
  for (const node of nodesOf(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }))) {
    found.rawWords.push(...rawWordsIn(node));
    if (node.type !== 'CallExpression') continue;
    const { keys, prefixes } = keyArguments(node);
    found.keys.push(...keys);
    found.keyPrefixes.push(...prefixes);
    const callee = node['callee'];
    if (isNode(callee) && callee['name'] === 'useTranslation') {
      const namespace = textOf((node['arguments'] as unknown[])[0]);
      if (namespace !== null) found.namespaces.push(namespace);
    }
  }
  return found;
}

/** Every component and function of the page, the locale files apart. */
export function pageSources(): SourceTexts[] {
  const root = new URL('../../../renderer', import.meta.url).pathname;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('locales'))
    .map((name) => textsOfSource(name, readFileSync(join(root, name), 'utf8')));
}
