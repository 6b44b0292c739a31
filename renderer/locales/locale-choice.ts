import type { LocaleId } from './i18n.ts';

const key = 'earshot.locale';

/** The language of the page: `?locale=` in the address, else what was chosen here before, else English. */
export function chosenLocale(): LocaleId {
  const asked = new URLSearchParams(window.location.search).get('locale') ?? window.localStorage.getItem(key);
  return asked === 'pseudo' ? 'pseudo' : 'en';
}

/** Keeps the language and loads the page again, because figures and dates change with it. */
export function chooseLocale(locale: LocaleId): void {
  window.localStorage.setItem(key, locale);
  if (window.location.search === '') window.location.reload();
  else window.location.search = '';
}
