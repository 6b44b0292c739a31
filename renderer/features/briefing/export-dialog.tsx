import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shell } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, sizeText } from '#renderer/ui/figure-text.ts';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { BriefingFormat, type Story } from '#shared/model/briefing.ts';
import './dialogs.css';
import { useExport, type ExportState } from './use-export.ts';

/** Writes the briefing into a file, with progress and a way to stop, and hands it to the host to be saved. */
export function ExportDialog({ story, onClose }: { story: Story; onClose: () => void }) {
  const { t } = useTranslation('briefing');
  const { state, start, save, cancel } = useExport();
  const [format, setFormat] = useState<BriefingFormat>('pptx');
  const blocking = story.checks.filter(({ ok, isBlocking }) => isBlocking && !ok);
  const isAllHidden = story.slides.every((slide) => slide.isHidden);
  const canStart = blocking.length === 0 && !isAllHidden;
  return (
    <Dialog
      title={t('dialog.title')}
      closeLabel={t('dialog.close')}
      isOpen
      onClose={onClose}
      actions={state.phase === 'running' ? <Button onPress={cancel}>{t('dialog.stop')}</Button> : (
        <>
          {state.phase === 'done' ? <Button variant={state.isSaved ? 'secondary' : 'primary'} onPress={() => void save(state.exported)}>{t(state.isSaved ? 'dialog.save' : 'dialog.saveNow')}</Button> : null}
          <Button variant={state.phase === 'done' && state.isSaved ? 'primary' : 'secondary'} onPress={onClose}>{t(state.phase === 'done' ? 'dialog.close' : 'dialog.cancel')}</Button>
          {state.phase === 'done' ? null
            : <Button variant="primary" isDisabled={!canStart} onPress={() => void start(format)}>{t('dialog.start')}</Button>}
        </>
      )}
    >
      <div className="stack">
        <p>{t('dialog.what')}</p>
        {blocking.length === 0 ? null : (
          <div className="briefing-blocked" role="alert">
            <p>{t('dialog.blocked')}</p>
            <ul>{blocking.map((check) => <li key={`${check.slideId} ${check.code}`}>{t('checks.goTo', { number: story.slides.findIndex(({ id }) => id === check.slideId) + 1, message: check.message })}</li>)}</ul>
          </div>
        )}
        {isAllHidden ? <p role="alert">{t('dialog.allHidden')}</p> : null}
        {state.phase === 'idle' || state.phase === 'cancelled' || state.phase === 'failed' ? (
          <RadioGroup label={t('dialog.format')} options={BriefingFormat.options.map((value) => ({ value, label: t(`format.${value}`) }))} value={format} onChange={setFormat} />
        ) : null}
        <Course state={state} />
      </div>
    </Dialog>
  );
}

/** How far the export is, or how it ended. */
function Course({ state }: { state: ExportState }) {
  const { t } = useTranslation('briefing');
  const { locale } = useWriting();
  switch (state.phase) {
    case 'idle': return null;
    case 'running': {
      const { progress } = state;
      const words = progress === null || progress.total === null || progress.phase !== 'drawing' ? {} : { valueLabel: t('dialog.slideOf', { done: countText(progress.done, locale), total: countText(progress.total, locale) }) };
      return <ProgressBar label={t('dialog.progress')} done={progress?.done ?? 0} total={progress?.total ?? null} {...words} />;
    }
    case 'done': return (
      <div className="stack" role="status">
        <p>{t('dialog.done', { count: state.exported.slides, name: state.exported.name, size: sizeText(state.exported.size, locale), slides: countText(state.exported.slides, locale) })}</p>
        <p>{t(!state.isSaved ? 'dialog.notSaved' : shell.host === 'web' ? 'dialog.handedOver' : 'dialog.saved')}</p>
      </div>
    );
    case 'cancelled': return <p role="status">{t('dialog.cancelled')}</p>;
    case 'failed': return <ErrorState layout="bar" failure={failureOf(state.error)} />;
  }
}
