import { useTranslation } from 'react-i18next';
import { useToasts } from '#renderer/stores/toasts.ts';
import { ToastRegion } from '#renderer/ui/toast-region.tsx';

/** The messages in the corner. */
export function Toasts() {
  const { t } = useTranslation('frame');
  const { toasts, dismiss } = useToasts();
  return <ToastRegion label={t('toast.region')} dismissLabel={t('toast.dismiss')} toasts={toasts} onDismiss={dismiss} />;
}
