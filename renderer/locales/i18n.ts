import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { pseudoOf } from './pseudo.ts';

/** `pseudo` is made from English at run time: it shows at a glance what never went through the locale files. */
export type LocaleId = 'en' | 'pseudo';

function resources(): Resource {
  return { en, pseudo: pseudoOf(en) };
}

/** Starts the texts; synchronous, because every text ships with the page. */
export function startTexts(locale: LocaleId): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    resources: resources(),
    ns: Object.keys(en),
    defaultNS: 'frame',
    initAsync: false,
    returnNull: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}

/**
 * The locale that numbers and dates are written in: the region that the person's browser names for the language of the
 * texts, because language is not region (day before month in Britain). The pseudo-locale keeps English figures.
 */
export function formatLocale(language: string): string {
  const base = language === 'pseudo' ? 'en' : language;
  const wished = typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
  return wished.find((locale) => locale === base || locale.startsWith(`${base}-`)) ?? base;
}
