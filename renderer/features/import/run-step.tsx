import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '#renderer/engine/failure.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { useImportRun } from '#renderer/stores/import-run.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { runImport } from './run-import.ts';
import { RunProgress } from './run-progress.tsx';
import { mappingsOf, usePreviews } from './use-previews.ts';

/** The import itself. It goes on in the background when the person leaves. */
export function RunStep() {
  const { t } = useTranslation('import');
  const { goTo } = useImportDraft();
  const { tables, jsons } = usePreviews();
  const { phase, isDryRun, error, cancel } = useImportRun();
  const isBegun = !isDryRun && phase !== 'idle';
  useEffect(() => {
    if (!isBegun) void runImport(mappingsOf(tables, jsons), false);
    // Begun once on arrival; what is mapped was settled in the steps before.
  }, [isBegun, tables, jsons]);
  useEffect(() => {
    if (phase === 'done' && !isDryRun) goTo('result');
  }, [phase, isDryRun, goTo]);

  const backToCheck = (): void => {
    useImportRun.getState().reset();
    goTo('check');
  };
  if (phase === 'failed') {
    return <ErrorState failure={failureOf(error)} actions={<Button onPress={backToCheck}>{t('run.backToCheck')}</Button>} />;
  }
  if (phase === 'cancelled') {
    return <EmptyState title={t('run.cancelled')} action={<Button onPress={backToCheck}>{t('run.backToCheck')}</Button>}>{t('run.nothingWritten')}</EmptyState>;
  }
  return (
    <div className="step">
      <RunProgress label={t('run.running')} onCancel={() => cancel?.()} />
      <div className="row"><Button variant="quiet" onPress={() => useNavigation.getState().go('home')}>{t('run.background')}</Button></div>
    </div>
  );
}
