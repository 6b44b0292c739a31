import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { useImportDraft, type ImportStep } from '#renderer/stores/import-draft.ts';
import { Button } from '#renderer/ui/button.tsx';

type StepFootProps = { back?: ImportStep; next: string; isReady: boolean; onNext: () => void; children?: ReactNode };

/** Back, and the one way on, which `Mod+Enter` takes too. */
export function StepFoot({ back, next, isReady, onNext, children }: StepFootProps) {
  const { t } = useTranslation('import');
  const goTo = useImportDraft((state) => state.goTo);
  const keys = useKeysOf('import.next');
  useCommandHandlers({ 'import.next': { isEnabled: () => isReady, run: onNext } });
  return (
    <footer className="step-foot">
      <span className="grow text-2" role="status">{children}</span>
      {back === undefined ? null : <Button onPress={() => goTo(back)}>{t('back')}</Button>}
      <Button variant="primary" {...keys} isDisabled={!isReady} onPress={onNext}>{next}</Button>
    </footer>
  );
}
