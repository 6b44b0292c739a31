import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Envelope } from '#shared/model/envelope.ts';

type BigFigureProps = { label: string; envelope: Envelope; side?: 'company' | 'customer'; /** `n = 400 interactions rated by both` */ nText: string };

/** One of the figures that the screen is about; pressing it opens the interactions that it counts. */
export function BigFigure({ label, envelope, side, nText }: BigFigureProps) {
  const { t } = useTranslation('gap');
  const figure = figureOf(envelope, useWriting());
  const list = evidenceOf(envelope);
  const isWords = figure.display === 'none' || figure.display === 'hidden';
  const content = (
    <>
      <span className="gap-figure-label">{side === undefined ? null : <span className="side-mark" data-side={side} aria-hidden />}{label}</span>
      <span className={isWords ? 'gap-figure-words' : 'gap-figure-value tabular'} data-display={figure.display}>{figure.value}</span>
      <span className="caption tabular">{nText}</span>
      {figure.interval === null ? null : <span className="caption tabular">{t('figure.interval', { interval: figure.interval })}</span>}
      {figure.display === 'few' ? <span className="caption">{t('figure.greyNote')}</span> : null}
      {list === null ? <span className="caption">{t('figure.noInteractions')}</span> : null}
    </>
  );
  if (list === null || isWords) return <div className="gap-figure">{content}</div>;
  return <AriaButton className="gap-figure gap-figure-button" onPress={() => openEvidence(list)}>{content}<span className="visually-hidden">{t('figure.open')}</span></AriaButton>;
}
