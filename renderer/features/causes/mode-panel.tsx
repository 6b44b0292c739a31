import { useTranslation } from 'react-i18next';
import { countText, decimalText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ChargeMode } from '#shared/model/cost.ts';

/** Showback or charge-back, and what it depends on. */
export function ModePanel({ mode }: { mode: ChargeMode }) {
  const { t } = useTranslation('causes');
  const { locale } = useWriting();
  const { codedShare, codedEnough, agreement, disputesOpen } = mode;
  const units = countText(agreement.units, locale);
  return (
    <section className="stack" aria-labelledby="charge-mode">
      <h2 id="charge-mode">{t(`mode.${mode.mode}.title`)}</h2>
      <p>{t(`mode.${mode.mode}.what`)}</p>
      <ul className="mode-list">
        <li data-met={codedEnough ? '' : undefined}>{t(codedEnough ? 'mode.coded' : 'mode.notCoded', { share: codedShare.value === null ? t('mode.none') : t('mode.share', { value: decimalText(Math.floor(codedShare.value * 1000) / 10, locale) }), n: countText(codedShare.n, locale) })}</li>
        <li data-met={agreement.isReliable ? '' : undefined}>
          {agreement.alpha === null ? t('mode.agreementUnknown', { count: agreement.units, n: units }) : t(agreement.isReliable ? 'mode.agreement' : 'mode.noAgreement', { alpha: decimalText(agreement.alpha, locale, 2), n: units })}
        </li>
        {disputesOpen === 0 ? null : <li>{t('mode.disputes', { count: disputesOpen })}</li>}
      </ul>
    </section>
  );
}
