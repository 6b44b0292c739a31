import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, shell } from '#renderer/app/connection.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { dateText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { BriefingComparison } from '#shared/model/briefing.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import './dialogs.css';

type Found = { state: 'idle' | 'reading' } | { state: 'done'; comparison: BriefingComparison } | { state: 'failed'; error: unknown };

/** Opens a briefing that was exported earlier and says of each of its claims whether it still holds. */
export function CompareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('briefing');
  const [found, setFound] = useState<Found>({ state: 'idle' });
  const pick = async (): Promise<void> => {
    try {
      const [file] = await shell.pickFiles('files');
      if (!file) return;
      setFound({ state: 'reading' });
      setFound({ state: 'done', comparison: await client.briefing.compare({ fileId: file.id }) });
    } catch (error) {
      setFound({ state: 'failed', error });
    }
  };
  return (
    <Dialog
      title={t('compare.title')} closeLabel={t('dialog.close')} isOpen onClose={onClose}
      actions={(
        <>
          <Button onPress={onClose}>{t('dialog.close')}</Button>
          <Button variant="primary" isDisabled={found.state === 'reading'} onPress={() => void pick()}>{t('compare.pick')}</Button>
        </>
      )}
    >
      <div className="stack">
        <p>{t('compare.what')}</p>
        {found.state === 'reading' ? <p role="status">{t('compare.reading')}</p> : null}
        {found.state === 'failed' ? <ErrorState layout="bar" failure={failureOf(found.error)} /> : null}
        {found.state === 'done' ? <Comparison comparison={found.comparison} /> : null}
      </div>
    </Dialog>
  );
}

function Comparison({ comparison }: { comparison: BriefingComparison }) {
  const { t } = useTranslation('briefing');
  const writing = useWriting();
  const figure = (envelope: Envelope | null): string => {
    if (envelope === null) return t('compare.none');
    const { value, n } = figureOf(envelope, writing);
    return `${value} (${t('claims.n', { n })})`;
  };
  const held = comparison.claims.filter(({ state }) => state === 'same' || state === 'moved').length;
  const old = comparison.claims.filter(({ before }) => before !== null).length;
  return (
    <>
      <p role="status">{t('compare.summary', { count: old, held, name: comparison.name, date: dateText(comparison.generatedAt, writing.locale) })} {t(comparison.isSameData ? 'compare.sameData' : 'compare.otherData')}</p>
      {/* A long list scrolls: it takes focus, so that the arrow keys reach its end. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that keys can scroll it */}
      <div className="briefing-compared" role="region" aria-label={t('compare.caption')} tabIndex={0}>
        <Table
          caption={t('compare.caption')} isCaptionHidden rows={comparison.claims} rowKey={({ id }) => id}
          columns={[
            { id: 'claim', label: t('compare.claim'), isRowHeader: true, cell: ({ text }) => text },
            { id: 'then', label: t('compare.then'), cell: ({ before }) => figure(before) },
            { id: 'today', label: t('compare.today'), cell: ({ now }) => figure(now) },
            { id: 'state', label: t('compare.state'), cell: ({ state }) => t(`compare.states.${state}`) },
          ]}
        />
      </div>
    </>
  );
}
