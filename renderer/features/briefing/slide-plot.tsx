import { useTranslation } from 'react-i18next';
import { countText, decimalText, shareText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Plot } from '#shared/model/briefing.ts';

/** The figures of a chart of the full report, as the files draw them. */
export function SlidePlot({ plot }: { plot: Plot }) {
  const { t } = useTranslation('briefing');
  return (
    <div className="stack">
      {plot.kind === 'control' ? <Months plot={plot} /> : <Teams plot={plot} />}
      <p className="caption">{t('slide.plot.drawn')}</p>
    </div>
  );
}

function Months({ plot }: { plot: Extract<Plot, { kind: 'control' }> }) {
  const { t } = useTranslation('briefing');
  const { locale } = useWriting();
  const limits = (lcl: number | null, ucl: number | null): string => lcl === null || ucl === null ? t('slide.plot.noLimits') : t('slide.plot.range', { from: shareText(lcl, locale), to: shareText(ucl, locale) });
  return (
    <Table
      caption={plot.title} rows={plot.months} rowKey={({ label }) => label}
      columns={[
        { id: 'month', label: t('slide.plot.month'), isRowHeader: true, cell: ({ label }) => label },
        { id: 'share', label: t('slide.plot.share'), align: 'end', cell: ({ value }) => shareText(value, locale) },
        { id: 'n', label: t('slide.plot.n'), align: 'end', cell: ({ n }) => countText(n, locale) },
        { id: 'limits', label: t('slide.plot.limits'), cell: ({ lcl, ucl }) => limits(lcl, ucl) },
        { id: 'signal', label: t('slide.plot.signal'), cell: ({ isSignal }) => t(isSignal ? 'slide.plot.yes' : 'slide.plot.no') },
      ]}
    />
  );
}

function Teams({ plot }: { plot: Extract<Plot, { kind: 'quadrant' }> }) {
  const { t } = useTranslation('briefing');
  const { locale } = useWriting();
  return (
    <Table
      caption={plot.title} rows={plot.groups} rowKey={({ label }) => label}
      columns={[
        { id: 'team', label: t('slide.plot.team'), isRowHeader: true, cell: ({ label }) => label },
        { id: 'technical', label: t('slide.plot.technical'), align: 'end', cell: ({ technical }) => decimalText(technical, locale) },
        { id: 'emotional', label: t('slide.plot.emotional'), align: 'end', cell: ({ emotional }) => decimalText(emotional, locale) },
        { id: 'n', label: t('slide.plot.n'), align: 'end', cell: ({ n }) => countText(n, locale) },
      ]}
    />
  );
}
