import { useTranslation } from 'react-i18next';
import { shareText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CostReport } from '#shared/model/cost.ts';
import { costParts } from './cost-words.ts';
import { moneyText } from './money.ts';

/** Where the money went: one bar a part on one scale, because lengths from one line are read best; they add up to the total. */
export function CostFlow({ report }: { report: CostReport }) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const parts = costParts(report, writing);
  const most = Math.max(0.01, ...parts.map((part) => part.amount));
  return (
    <ul className="cost-flow" aria-label={t('cost.flow')}>
      {parts.map(({ id, name, amount, kind }) => (
        <li key={id} data-kind={kind}>
          <span className="cost-name">{name}</span>
          <span className="pareto-track" aria-hidden><span className="pareto-bar" data-kind={kind} style={{ width: `${(100 * Math.max(0, amount)) / most}%` }} /></span>
          <span className="tabular cost-amount">{moneyText(amount, report.currency, { locale: writing.locale })}</span>
          <span className="caption tabular">{report.total === 0 ? '' : shareText(amount / report.total, writing.locale)}</span>
        </li>
      ))}
    </ul>
  );
}
