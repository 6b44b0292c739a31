import { decimalText, shareText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useTranslation } from 'react-i18next';
import type { FormScore } from '#shared/form/score-form.ts';
import type { FormDefinition } from '#shared/model/form.ts';
import type { HeardSpan } from '#shared/model/listening.ts';
import { useHasSound, useListenSession } from '../session/listen-session.ts';
import { questionsOf, type Card } from './card.ts';
import { useHeard } from './use-heard.ts';

const nothingHeard: readonly HeardSpan[] = [];

/** The running totals of both dimensions and of the whole, with how much they rest on. */
export function Totals({ card, score }: { card: Card; score: FormScore }) {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const number = (value: number | null): string => (value === null ? '–' : decimalText(value, locale, 0));
  const dimensions = (['technical', 'emotional'] as const).map((name) => ({ name, ...dimensionSoFar(card.form, score, name) })).filter(({ all }) => all > 0);
  return (
    <div className="score-totals">
      <dl aria-label={t('score.totals')}>
        {dimensions.map(({ name, value, scored, all }) => (
          <div key={name} data-dimension={name}>
            <dt>{t(`score.${name}`)}</dt>
            <dd data-tentative={score[name] === null ? '' : undefined}><strong className="tabular">{number(value)}</strong> <span className="caption tabular">{t('score.scoredOf', { scored, all })}</span></dd>
          </div>
        ))}
        <div>
          <dt>{t('score.total')}</dt>
          <dd><strong className="tabular">{number(score.score)}</strong> <span className="caption tabular">{t('score.scoredOf', { scored: score.questions.filter(({ state }) => state === 'scored').length, all: questionsOf(card.form).length })}</span></dd>
        </div>
      </dl>
      {score.passed === false ? <Failed card={card} score={score} /> : null}
      <HeardLine card={card} />
    </div>
  );
}

/** A dimension as far as it is answered. Below four of five items its mean is only on the way: shown, but not counted. */
function dimensionSoFar(form: FormDefinition, score: FormScore, dimension: 'technical' | 'emotional'): { value: number | null; scored: number; all: number } {
  const keys = form.sections.filter((section) => section.dimension === dimension).flatMap((section) => section.questions.map(({ key }) => key));
  const shares = score.questions.flatMap(({ key, share }) => (share !== null && keys.includes(key) ? [share] : []));
  const soFar = shares.length === 0 ? null : (100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length;
  return { value: score[dimension] ?? soFar, scored: shares.length, all: keys.length };
}

/** Fail stands beside the score, which stays what it is. */
export function Failed({ card, score }: { card: Card; score: Pick<FormScore, 'reasons'> }) {
  const { t } = useTranslation('listen');
  const textOf = (key: string): string => questionsOf(card.form).find((question) => question.key === key)?.text ?? key;
  return (
    <p className="score-failed">
      <strong>{t('score.failed')}</strong>{' '}
      {score.reasons.map((reason) => (reason.kind === 'passMark' ? t('score.reason.passMark', { mark: card.form.passMark }) : t(`score.reason.${reason.kind}`, { question: textOf(reason.question) }))).join(' ')}
    </p>
  );
}

function HeardLine({ card }: { card: Card }) {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const { player } = useListenSession();
  const hasSound = useHasSound(player);
  const { share, meanSpeed } = useHeard(card.which.interactionId, card.inHand.draft?.heard ?? nothingHeard);
  if (!hasSound) return <p className="caption">{t('score.readOnly')}</p>;
  return <p className="caption tabular">{meanSpeed === null || share === null ? t('score.heardNothing') : t('score.heard', { share: shareText(share, locale), speed: decimalText(meanSpeed, locale) })}</p>;
}
