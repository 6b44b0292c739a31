import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, dateTimeText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ProjectInfo } from '#shared/model/project.ts';
import { ImportsDialog } from './imports-dialog.tsx';

/** What the last import brought, what it set aside, and the way to all imports. */
export function LastImportCard({ project }: { project: ProjectInfo }) {
  const { t } = useTranslation('home');
  const { locale } = useWriting();
  const show = useOverlays((state) => state.show);
  const [isOpen, setOpen] = useState(false);
  const last = project.lastImport;
  return (
    <section className="card stack" aria-labelledby="home-import">
      <h2 id="home-import">{t('lastImport.title')}</h2>
      {last === null ? <p className="text-2">{t('lastImport.none')}</p> : (
        <>
          <p className="text-2">{t('lastImport.at', { at: dateTimeText(last.at, locale) })}</p>
          <p>{t('lastImport.result', { count: last.imported, n: countText(last.imported, locale), aside: countText(last.setAside, locale) })}</p>
          <div className="row row-wrap card-foot">
            {last.setAside === 0 ? null : <Button onPress={() => show('setAside', last.id)}>{t('lastImport.see')}</Button>}
            <Button onPress={() => setOpen(true)}>{t('lastImport.all')}</Button>
          </div>
        </>
      )}
      {isOpen ? <ImportsDialog onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
