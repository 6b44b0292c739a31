import { useTranslation } from 'react-i18next';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { Button } from '#renderer/ui/button.tsx';
import { shareText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CauseDetail } from '#shared/model/cause.ts';

/** Causes on the same contacts, beside how often they stand elsewhere. */
export function TogetherList({ detail: { together, name } }: { detail: CauseDetail }) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  return (
    <section className="stack" aria-labelledby="cause-together">
      <h3 id="cause-together">{t('together.title')}</h3>
      {together.length === 0 ? <p className="text-2">{t('together.none')}</p> : (
        <Table
          caption={t('together.caption', { name })}
          isCaptionHidden
          rows={together}
          rowKey={(row) => row.code}
          columns={[
            { id: 'name', label: t('column.cause'), isRowHeader: true, cell: (row) => row.name },
            { id: 'here', label: t('together.here'), align: 'end', cell: (row) => `${figureOf(row.share, writing).value} ${row.share.ci === null ? '' : t('together.interval', { interval: figureOf(row.share, writing).interval })}` },
            { id: 'elsewhere', label: t('together.elsewhere'), align: 'end', cell: (row) => (row.elsewhere === null ? '' : shareText(row.elsewhere, writing.locale)) },
            { id: 'note', label: writing.t('charts:note'), cell: (row) => (row.isMoreOften ? t('together.more') : t('together.noDifference')) },
            {
              id: 'open', label: t('column.interactions'), align: 'end', cell: (row) => {
                const evidence = evidenceOf(row.share);
                return evidence === null ? null : <Button size="small" variant="quiet" aria-label={writing.t('charts:showInteractionsOf', { name: row.name })} onPress={() => openEvidence(evidence)}>{writing.t('charts:show')}</Button>;
              },
            },
          ]}
        />
      )}
      <p className="caption">{t('together.rule')}</p>
    </section>
  );
}
