import { useTranslation } from 'react-i18next';
import { useImportDraft, type ImportStep } from '#renderer/stores/import-draft.ts';
import { useImportRun } from '#renderer/stores/import-run.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FilesStep } from './files-step.tsx';
import './import.css';
import { ResultStep } from './result-step.tsx';
import { RunStep } from './run-step.tsx';

const steps = ['files', 'columns', 'check', 'import'] as const satisfies readonly ImportStep[];

/** From files to interactions: look, map, check, then write. Until the last step nothing is written. */
export function ImportScreen() {
  const { t } = useTranslation('import');
  const step = useImportDraft((state) => state.step);
  const isRunning = useImportRun((state) => state.phase === 'running' && !state.isDryRun);
  const cancel = (): void => {
    useImportRun.getState().cancel?.();
    useImportRun.getState().reset();
    useImportDraft.getState().reset();
    useNavigation.getState().go('home');
  };
  return (
    <Screen
      title={t('title')}
      summary={<Steps current={step === 'result' ? 'import' : step} />}
      actions={step === 'result' || isRunning ? undefined : <Button variant="quiet" onPress={cancel}>{t('cancel')}</Button>}
    >
      {step === 'files' ? <FilesStep /> : null}
      {step === 'columns' ? <ColumnsStep /> : null}
      {step === 'check' ? <CheckStep /> : null}
      {step === 'import' ? <RunStep /> : null}
      {step === 'result' ? <ResultStep /> : null}
    </Screen>
  );
}

function Steps({ current }: { current: (typeof steps)[number] }) {
  const { t } = useTranslation('import');
  const at = steps.indexOf(current);
  return (
    <ol className="steps" aria-label={t('steps')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined} data-done={index < at ? '' : undefined}>
          <span className="step-number" aria-hidden>{index + 1}</span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
