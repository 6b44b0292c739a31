import { useTranslation } from 'react-i18next';
import { openEvidence } from '#renderer/charts/open-evidence.ts';
import { Button } from '#renderer/ui/button.tsx';
import { fixedText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ChargeLine, CostReport } from '#shared/model/cost.ts';
import { moneyText } from './money.ts';

/** Cause, owner, contacts, repeats, minutes, credits: every factor of a charge in view, and the way to hear it. */
export function ChargeTable({ report }: { report: CostReport }) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const { locale } = writing;
  const money = (amount: number): string => moneyText(amount, report.currency, { locale, isExact: true });
  return (
    <div className="pareto-scroll">
      <Table<ChargeLine>
        caption={t('cost.lines')}
        isCaptionHidden
        rows={report.lines}
        rowKey={(line) => line.code}
        columns={[
          { id: 'cause', label: t('column.cause'), isRowHeader: true, cell: (line) => line.name },
          { id: 'owner', label: t('column.owner'), cell: (line) => line.owner ?? t('noOwner') },
          { id: 'contacts', label: t('cost.column.contacts'), align: 'end', cell: (line) => fixedText(line.contacts, locale) },
          { id: 'repeats', label: t('cost.column.repeats'), align: 'end', cell: (line) => fixedText(line.repeats, locale) },
          { id: 'minutes', label: t('cost.column.minutes'), align: 'end', cell: (line) => fixedText(line.minutes, locale) },
          { id: 'service', label: t('cost.column.service'), align: 'end', cell: (line) => money(line.serviceCost + line.repeatCost) },
          { id: 'credits', label: t('cost.column.credits'), align: 'end', cell: (line) => money(line.credits) },
          { id: 'total', label: t('cost.column.total'), align: 'end', cell: (line) => <strong>{money(line.total)}</strong> },
          {
            id: 'open', label: t('column.interactions'), align: 'end', cell: (line) => {
              const { evidence } = line.cost;
              return evidence === null ? null : <Button size="small" variant="quiet" aria-label={writing.t('charts:showInteractionsOf', { name: line.name })} onPress={() => openEvidence({ filter: evidence })}>{writing.t('charts:show')}</Button>;
            },
          },
        ]}
      />
    </div>
  );
}
