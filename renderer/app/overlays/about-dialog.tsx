import { useTranslation } from 'react-i18next';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

/** What this is. */
export function AboutDialog() {
  const { t } = useTranslation('frame');
  const close = useOverlays((state) => state.close);
  return (
    <Dialog title={t('about.title')} closeLabel={t('about.close')} isOpen onClose={close} actions={<Button variant="primary" onPress={close}>{t('about.close')}</Button>}>
      <div className="stack">
        <p><strong>{t('about.promise')}</strong></p>
        <p className="text-2">{t('about.offline')}</p>
      </div>
    </Dialog>
  );
}
