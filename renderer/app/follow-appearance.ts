import { useAppearance, type Theme, type ThemeChoice } from '#renderer/stores/appearance.ts';

/** The theme that a choice means on a system with these wishes. */
export function themeOf(choice: ThemeChoice, system: { isDark: boolean; wantsContrast: boolean }): Theme {
  if (choice !== 'system') return choice;
  if (system.wantsContrast) return 'contrast';
  return system.isDark ? 'dark' : 'light';
}

/** Writes theme, density and motion onto the document, now and whenever the choice or the system changes. */
export function followAppearance(): void {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)');
  const wantsContrast = window.matchMedia('(prefers-contrast: more)');
  const isForced = window.matchMedia('(forced-colors: active)');
  const apply = (): void => {
    const { themeChoice, density, motion, theme, isForcedColours, resolve } = useAppearance.getState();
    const next = themeOf(themeChoice, { isDark: isDark.matches, wantsContrast: wantsContrast.matches });
    const { dataset } = document.documentElement;
    dataset['theme'] = next;
    dataset['density'] = density;
    dataset['motion'] = motion;
    if (next !== theme || isForced.matches !== isForcedColours) resolve({ theme: next, isForcedColours: isForced.matches });
  };
  for (const query of [isDark, wantsContrast, isForced]) query.addEventListener('change', apply);
  useAppearance.subscribe(apply);
  apply();
}
