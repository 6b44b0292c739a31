import { formatLocale } from '#renderer/locales/i18n.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Writing } from './figure-text.ts';

/** The language of figures and the texts around them, for the functions of `figure-text.ts`. */
export function useWriting(): Writing {
  const { t, i18n } = useTranslation();
  return useMemo(() => ({ t, locale: formatLocale(i18n.language) }), [t, i18n.language]);
}
