import type { TFunction } from 'i18next';
import type { Slide } from '#shared/model/briefing.ts';

/** Limits of a slide, as the engine takes it. */
export const slideLimits = { title: 400, lead: 2000, bullets: 12, bullet: 600 } as const;

/** A slide of the person's own or a chart brought from a screen: it can be removed, where others can only be hidden. */
export const isTakenIn = ({ kind }: Pick<Slide, 'kind'>): boolean => kind === 'own' || kind === 'chart';

/** The points as lines of one text, and back; blank lines are no points. */
export const linesOf = (bullets: readonly string[]): string => bullets.join('\n');
export const bulletsOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** Why the points cannot be saved, or null. */
export function bulletsProblem(text: string, t: TFunction): string | null {
  const bullets = bulletsOf(text);
  if (bullets.length > slideLimits.bullets) return t('briefing:slide.tooMany');
  return bullets.some((bullet) => bullet.length > slideLimits.bullet) ? t('briefing:slide.tooLong') : null;
}
