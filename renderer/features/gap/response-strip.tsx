import { UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { displayOf } from '#renderer/charts/figure-display.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, shareText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { GapQuestion } from './gap-question.ts';
import { NonResponsePanel } from './non-response-panel.tsx';
import type { GapAnswers } from './use-gap.ts';

type ResponseStripProps = { nonResponse: GapAnswers['nonResponse']; asked: GapQuestion; isOpen: boolean; onToggle: () => void };

/** How many of the invited answered, beside every figure that comes from a survey; who did not is one press away. */
export function ResponseStrip({ nonResponse, asked, isOpen, onToggle }: ResponseStripProps) {
  const { t } = useTranslation('gap');
  const { locale } = useWriting();
  const { responseRate } = nonResponse;
  const display = displayOf(responseRate);
  const words = display === 'none' ? (nonResponse.raw.n === 0 ? t('responseRate.noSurvey') : t('responseRate.none'))
    : display === 'hidden' ? t('responseRate.few', { count: responseRate.n, n: countText(responseRate.n, locale) })
      : t('responseRate.answered', { rate: shareText(responseRate.value ?? 0, locale), x: countText(responseRate.x ?? 0, locale), n: countText(responseRate.n, locale) });
  const canAsk = nonResponse.raw.n > 0;
  return (
    <section className="gap-strip" aria-label={t('nonResponse.panel')} data-region="answered">
      <div className="gap-strip-row">
        <p className="tabular">{words}</p>
        {canAsk ? <Button size="small" icon={UserRoundX} aria-expanded={isOpen} onPress={onToggle}>{t('responseRate.ask')}</Button> : null}
      </div>
      {isOpen && canAsk ? <NonResponsePanel nonResponse={nonResponse} asked={asked} /> : null}
    </section>
  );
}
