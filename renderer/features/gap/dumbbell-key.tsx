import { useTranslation } from 'react-i18next';

/** Which mark is whose: shape first, colour second. */
export function DumbbellKey() {
  const { t } = useTranslation('gap');
  return (
    <p className="chart-key">
      <span><span className="side-mark" data-side="company" aria-hidden />{t('segments.key.company')}</span>
      <span><span className="side-mark" data-side="customer" aria-hidden />{t('segments.key.customer')}</span>
      <span><span className="gap-whisker" aria-hidden />{t('segments.key.interval')}</span>
    </p>
  );
}
