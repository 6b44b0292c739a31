import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { formatLocale } from '#renderer/locales/i18n.ts';

/** Texts, the language of dates and numbers, and the last answers of the engine. */
export function Providers({ texts, queryClient, children }: { texts: i18n; queryClient: QueryClient; children: ReactNode }) {
  return (
    <I18nextProvider i18n={texts}>
      <I18nProvider locale={formatLocale(texts.language)}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </I18nProvider>
    </I18nextProvider>
  );
}
