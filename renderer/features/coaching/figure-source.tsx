import { useTranslation } from 'react-i18next';

/** The interval and the n under a figure of a narrow cell: each stays whole, and where both have no room n goes below. */
export function FigureSource({ interval, n }: { interval: string | null; n: string }) {
  const { t } = useTranslation('coaching');
  return <span className="figure-source">{interval === null ? null : <span>{interval}</span>} <span>{t('items.n', { n })}</span></span>;
}
