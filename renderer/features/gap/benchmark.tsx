import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { versionsOf } from '#shared/commands/edit.ts';

/** The pair of Bain & Company 2005 as what it is: another question, other people, no axis of ours. Can be hidden; that is a setting of the project. */
export function Benchmark({ isShown }: { isShown: boolean }) {
  const { t } = useTranslation('gap');
  const show = (showBenchmark: boolean): void => {
    client.gap.changeDefinitions({ definitions: { showBenchmark }, seen: versionsOf({ showBenchmark: isShown }) }).catch((error: unknown) => {
      useToasts.getState().show({ text: failureText(t, failureOf(error)), tone: 'danger' });
    });
  };
  if (!isShown) return <aside className="gap-benchmark" data-hidden="" aria-label={t('belief.reference')}><Button size="small" variant="quiet" onPress={() => show(true)}>{t('belief.show')}</Button></aside>;
  return (
    <aside className="gap-benchmark" aria-labelledby="gap-benchmark-title">
      <p className="gap-benchmark-tag">{t('belief.reference')}</p>
      <h3 id="gap-benchmark-title">{t('belief.firms')}</h3>
      <dl>
        <div><dt>{t('belief.believed')}</dt><dd>{t('belief.believedWords')}</dd></div>
        <div><dt>{t('belief.said')}</dt><dd>{t('belief.saidWords')}</dd></div>
      </dl>
      <p className="caption">{t('belief.referenceNote')}</p>
      <div><Button size="small" onPress={() => show(false)}>{t('belief.hide')}</Button></div>
    </aside>
  );
}
