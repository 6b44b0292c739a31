import { describe, expect, it } from 'vitest';
import { errorCodes } from '#shared/errors.ts';
import { Reason } from '#shared/model/envelope.ts';
import { commandDefinitions } from '#shared/commands/index.ts';
import { screens } from '#renderer/app/screens.ts';
import { en } from '#renderer/locales/en/index.ts';
import { startTexts } from '#renderer/locales/i18n.ts';
import { pseudoOf, pseudoText } from '#renderer/locales/pseudo.ts';
import { pageSources, textsOfSource, type SourceTexts } from './source-texts.ts';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, before = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const path = before === '' ? key : `${before}.${key}`;
    return typeof value === 'string' ? [[path, value]] : flat(value, path);
  });
}

const namespaces = Object.keys(en);
const all = new Map<string, string>(Object.entries(en as Record<string, Texts>).flatMap(([namespace, texts]) => flat(texts).map(([key, text]) => [`${namespace}:${key}`, text] as const)));
const has = (key: string): boolean => all.has(key) || all.has(`${key}_other`);
const hasBelow = (prefix: string): boolean => [...all.keys()].some((key) => key.startsWith(`${prefix}.`));

/** Is the key there, in the namespace that it names or in one that the file uses? */
function resolves(key: string, source: SourceTexts, exists: (key: string) => boolean): boolean {
  if (key.includes(':')) return exists(key);
  // Helpers are handed the `t` of a component beside them: the namespace of their folder.
  const folder = /^(?:features\/)?([\w-]+)\//.exec(source.file)?.[1] ?? 'frame';
  const own = [...source.namespaces, folder === 'app' || folder === 'ui' ? 'frame' : folder];
  return own.some((namespace) => exists(`${namespace}:${key}`));
}

const counted = ['interactions', 'contacts', 'calls', 'customers', 'callers', 'agents', 'people', 'raters', 'purchases', 'surveys', 'answers', 'ratings', 'invitations', 'reviews', 'evaluations', 'tags', 'codes', 'causes',
  'cues', 'quotes', 'notes', 'turns', 'places', 'phrases', 'words', 'rules', 'pairs', 'rows', 'records', 'files', 'tables', 'transcripts', 'recordings', 'slides', 'figures', 'minutes', 'hours', 'days', 'weeks', 'months', 'years', 'points', 'ones'];
const before = new RegExp(String.raw`\{\{(?!share|rate|amount|owner|charged|points|value)\w+\}\} (?:(?!of |from )[a-z]+ )?(?:${counted.join('|')})\b`);
/** Numbers that are never one: a threshold of the specification, what is only told from 30 on, or written with a decimal. */
const neverOne: ReadonlySet<string> = new Set([
  'causes:finding.unranked', 'causes:cost.perMinuteNote', 'charts:quadrant.allNear', 'charts:quadrant.finding.rightAndWarm', 'charts:quadrant.finding.correctButCold', 'charts:quadrant.finding.kindButWrong',
  'charts:quadrant.finding.neither', 'charts:answers.hidden', 'charts:answers.allSame', 'coaching:focus.byBoth', 'coaching:focus.runnerUp', 'customers:next.days', 'customers:rule.short', 'customers:rule.text',
  'customers:scenario.why', 'customers:scenario.noDifference', 'customers:model.how.sbg', 'customers:model.how.constant', 'customers:model.purchasesHoldOut', 'customers:model.purchasesHoldOutNone', 'customers:model.again.some',
  'gap:square.description', 'signals:spark.text', 'signals:loop.effect.noDifference', 'signals:loop.effect.lower', 'calibration:progress.done',
]);

/** Texts that put a number before what it counts and have no form for one. */
function countedOnce(texts: ReadonlyMap<string, string>): string[] {
  return [...texts].filter(([key, text]) => !/_(?:zero|one|other)$/.test(key) && !neverOne.has(key) && before.test(text)).map(([key]) => key);
}

const sources = pageSources();

describe('the English texts', () => {
  it('hold every key that the page asks for', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.flatMap((source) => source.keys.filter((key) => !resolves(key, source, has)).map((key) => `${source.file}: ${key}`))).toEqual([]);
  });

  it('hold something for every key that the page puts together', () => {
    expect(sources.flatMap((source) => source.keyPrefixes.filter((prefix) => !resolves(prefix, source, hasBelow)).map((prefix) => `${source.file}: ${prefix}.…`))).toEqual([]);
  });

  it('say what happened and what to do for every code', () => {
    const missing = [...errorCodes, 'ENGINE_LOST', 'SESSION_REFUSED', 'BAD_INPUT', 'UNEXPECTED'].flatMap((code) => ['what', 'next'].filter((part) => !has(`errors:byCode.${code}.${part}`)).map((part) => `${code}.${part}`));
    expect(missing).toEqual([]);
  });

  it('name every reason for a missing figure, every change that can be undone and every screen', () => {
    expect(Reason.options.filter((reason) => !has(`figure:reason.${reason}`))).toEqual([]);
    expect(commandDefinitions.filter(({ name }) => !has(`frame:change.${name.replaceAll('.', '_')}`)).map(({ name }) => name)).toEqual([]);
    expect(screens.filter(({ labelKey }) => !has(labelKey)).map(({ id }) => id)).toEqual([]);
  });

  it('have both plural forms of English wherever they have one', () => {
    const keys = [...all.keys()];
    const lonely = keys.filter((key) => (key.endsWith('_one') && !all.has(key.replace(/_one$/, '_other'))) || (key.endsWith('_other') && !all.has(key.replace(/_other$/, '_one'))));
    expect(lonely).toEqual([]);
  });

  it('have plural forms wherever a number stands before what it counts', () => {
    expect(countedOnce(all)).toEqual([]);
    expect(countedOnce(new Map([['a:b', 'n = {{n}} purchases'], ['a:c', '{{x}} of {{n}} rated interactions'], ['a:d_other', '{{n}} days'], ['a:e', 'Days: {{n}}'], ['a:f', '{{n}} were made']]))).toEqual(['a:b', 'a:c']);
    expect([...neverOne].filter((key) => !before.test(all.get(key) ?? '')), 'allowed, but no longer needed').toEqual([]);
  });

  it('are plain: no blame, no Oops, no exclamation marks', () => {
    expect([...all].filter(([, text]) => /oops|!|please|sorry|invalid/i.test(text)).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe('the markup', () => {
  it('holds no words of its own', () => {
    expect(sources.flatMap(({ file, rawWords }) => rawWords.map((words) => `${file}: ${words}`))).toEqual([]);
  });

  it('would be caught with words of its own', () => {
    expect(textsOfSource('wrong.tsx', '<p aria-label="Close it">Hello there {name}</p>').rawWords).toEqual(['aria-label="Close it"', 'Hello there']);
    expect(textsOfSource('right.tsx', '<p aria-label={t("a.b")}>{t("c")} · 5</p>').rawWords).toEqual([]);
    expect(textsOfSource('keys.tsx', 't(isOn ? "a" : "b"); t(`c.${d}`); t(["e", "f"])')).toMatchObject({ keys: ['a', 'b', 'e', 'f'], keyPrefixes: ['c'] });
  });
});

describe('the pseudo-locale', () => {
  it('keeps values, references and tags, and marks the ends', () => {
    expect(pseudoText('Open {{name}} in <b>a</b>')).toBe('⟦Ôþéñ {{name}} îñ <b>á</b>~~~~~~~~~⟧');
  });

  it('changes every text and keeps every value', () => {
    const pseudo = new Map<string, string>(Object.entries(pseudoOf(en as Record<string, Texts>)).flatMap(([namespace, texts]) => flat(texts).map(([key, text]) => [`${namespace}:${key}`, text] as const)));
    expect([...pseudo.keys()]).toEqual([...all.keys()]);
    const values = (text: string): string[] => text.match(/\{\{[^}]*\}\}/g) ?? [];
    for (const [key, text] of all) {
      expect(pseudo.get(key), key).toMatch(/^⟦.*⟧$/s);
      expect(values(pseudo.get(key) ?? ''), key).toEqual(values(text));
    }
  });

  it('answers through the same door as English', () => {
    const texts = startTexts('pseudo');
    expect(texts.t('frame:screen.home')).toBe(pseudoText('Home'));
    expect(texts.t('interactions:count', { count: 2, n: '2' })).toBe('⟦2 îñţéŕáçţîôñš~~~~~~⟧');
    expect(startTexts('en').t('interactions:count', { count: 1, n: '1' })).toBe('1 interaction');
    expect(namespaces).toContain('frame');
  });
});
