import { Button } from '#renderer/ui/button.tsx';
import { decimalText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useTranslation } from 'react-i18next';
import type { FormScore, QuestionScore } from '#shared/form/score-form.ts';
import { questionsOf, type Card } from './card.ts';
import { useScorecard } from './scorecard.ts';

/** How the score comes about: each question's weight after what does not apply was shared out, and what it adds. */
export function Working({ card, score }: { card: Card; score: FormScore }) {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const { isWorkingShown, set } = useScorecard();
  const texts = new Map(questionsOf(card.form).map(({ key, text }) => [key, text]));
  const number = (value: number | null): string => (value === null ? '–' : decimalText(value, locale));
  const state = (row: QuestionScore): string => (row.state === 'scored' ? number((row.share ?? 0) * 100) : t(`score.state.${row.state}`));
  return (
    <div className="score-working">
      <Button size="small" variant="quiet" aria-expanded={isWorkingShown} onPress={() => set({ isWorkingShown: !isWorkingShown })}>{t(isWorkingShown ? 'score.hideWorking' : 'score.showWorking')}</Button>
      {isWorkingShown ? (
        <>
          <Table
            caption={t('score.working')} isCaptionHidden rows={score.questions} rowKey={({ key }) => key}
            columns={[
              { id: 'question', label: t('score.question'), isRowHeader: true, cell: ({ key }) => texts.get(key) ?? key },
              { id: 'share', label: t('score.share'), align: 'end', cell: state },
              { id: 'weight', label: t('score.weight'), align: 'end', cell: ({ weight }) => number(weight) },
              { id: 'adds', label: t('score.adds'), align: 'end', cell: ({ contribution }) => number(contribution) },
            ]}
          />
          <p className="caption">{t('score.sum', { score: score.scoreBeforeBonus === null ? t('score.noScore') : number(score.scoreBeforeBonus) })}{score.bonus > 0 ? ` ${t('score.bonus', { bonus: number(score.bonus), score: number(score.score) })}` : ''}</p>
        </>
      ) : null}
    </div>
  );
}
