import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { countText, shareText } from '#renderer/ui/figure-text.ts';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ProjectInfo } from '#shared/model/project.ts';
import { LinkingDialog } from './linking-dialog.tsx';

/** How many surveys found their interaction, and why the others did not. */
export function LinkingCard({ project }: { project: ProjectInfo }) {
  const { t } = useTranslation('home');
  const { locale } = useWriting();
  const [isOpen, setOpen] = useState(false);
  const { surveys, surveysLinked, surveysAmbiguous } = project.counts;
  const n = (value: number): string => countText(value, locale);
  return (
    <section className="card stack" aria-labelledby="home-linking">
      <h2 id="home-linking">{t('linking.title')}</h2>
      {surveys === 0 ? <p className="text-2">{t('linking.none')}</p> : (
        <>
          <ProgressBar
            label={t('linking.share', { share: shareText(surveysLinked / surveys, locale) })}
            done={surveysLinked}
            total={surveys}
            valueLabel={t('linking.of', { linked: n(surveysLinked), surveys: n(surveys) })}
          />
          <p className="text-2">{t('linking.rest', { ambiguous: n(surveysAmbiguous), unmatched: n(surveys - surveysLinked - surveysAmbiguous) })}</p>
          <div className="row card-foot"><Button onPress={() => setOpen(true)}>{t('linking.why')}</Button></div>
        </>
      )}
      {isOpen ? <LinkingDialog onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
