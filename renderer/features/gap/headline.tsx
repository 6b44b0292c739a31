import { useTranslation } from 'react-i18next';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { GapReport } from '#shared/model/gap.ts';
import type { SegmentField } from '#shared/model/interaction-filter.ts';
import { BigFigure } from './big-figure.tsx';
import { findingText } from './finding-text.ts';
import { periodText } from './period-text.ts';
import { goodText, remarksOf } from './remarks.ts';

/** The finding as a sentence, its three figures, and everything that has to be said with them. */
export function Headline({ report, by, onDefine }: { report: GapReport; by: SegmentField; onDefine: () => void }) {
  const { t } = useTranslation('gap');
  const writing = useWriting();
  const { definition, company, customer, gap } = report;
  const nText = (envelope: Envelope): string => t(`figure.nOf.${definition}`, { count: envelope.n, n: figureOf(envelope, writing).n });
  return (
    <section className="gap-headline" aria-label={findingText(report, writing)} data-region="finding">
      <h2 className="gap-finding">{findingText(report, writing)}</h2>
      <p className="text-2">{t(`definitionHelp.${definition}`)} <span className="tabular">{periodText(report, writing)}.</span></p>
      <div className="gap-figures">
        <BigFigure label={t(`figure.company.${definition}`)} envelope={company} side="company" nText={nText(company)} />
        <BigFigure label={t(`figure.customer.${definition}`)} envelope={customer} side="customer" nText={nText(customer)} />
        <BigFigure label={t('figure.gap')} envelope={gap} nText={t('figure.n', { n: figureOf(gap, writing).n })} />
      </div>
      <div className="gap-good">
        <p><strong>{t('good.label')}</strong> {goodText(report, writing)}</p>
        <Button size="small" onPress={onDefine}>{t('good.change')}</Button>
      </div>
      <ul className="gap-remarks text-2">
        {remarksOf(report, by, writing).map((remark) => <li key={remark}>{remark}</li>)}
      </ul>
    </section>
  );
}
