import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { GapReport } from '#shared/model/gap.ts';
import { BigFigure } from './big-figure.tsx';
import type { GapQuestion } from './gap-question.ts';
import type { GapState } from './finding-text.ts';

type NothingProps = { report: GapReport; state: Exclude<GapState, 'few' | null>; question: GapQuestion; change: (part: Partial<GapQuestion>) => void };

/** Why there is no gap to show, and the next step; the side that is there is shown all the same. */
export function NothingToCompare(props: NothingProps) {
  const { t } = useTranslation('gap');
  const writing = useWriting();
  const { definition, company, customer } = props.report;
  const sides = ([['company', company], ['customer', customer]] as const).filter(([, envelope]) => envelope.n > 0);
  return (
    <>
      <Reason {...props} />
      {sides.length === 0 ? null : (
        <div className="gap-figures">
          {sides.map(([side, envelope]) => <BigFigure key={side} label={t(`figure.${side}.${definition}`)} side={side} envelope={envelope} nText={t(`figure.nOf.${definition}`, { count: envelope.n, n: figureOf(envelope, writing).n })} />)}
        </div>
      )}
    </>
  );
}

function Reason({ state, question, change }: NothingProps) {
  const { t } = useTranslation('gap');
  const isFiltered = Object.keys(question.filter).length > 0;
  const importing = <Button variant="primary" onPress={() => runCommand('import.start')}>{t('empty.import')}</Button>;
  if (isFiltered && state !== 'unlinked') {
    return <State title={t('empty.filtered.title')} text={t('empty.filtered.text')} action={<Button variant="primary" onPress={() => change({ filter: {} })}>{t('empty.filtered.clear')}</Button>} />;
  }
  if (question.definition === 'belief') return <State title={t('empty.noBelief.title')} text={t('empty.noBelief.text')} action={importing} />;
  if (state === 'unlinked') {
    return (
      <State
        title={t('empty.unlinked.title')}
        text={t('empty.unlinked.text')}
        action={(
          <>
            <Button variant="primary" onPress={() => useNavigation.getState().go('home')}>{t('empty.unlinked.link')}</Button>
            <Button onPress={() => change({ definition: 'scorecard' })}>{t('empty.unlinked.scorecard')}</Button>
          </>
        )}
      />
    );
  }
  if (state === 'empty') return <State title={t('empty.title')} text={t('empty.text')} action={importing} />;
  return <State title={t(`empty.${state}.title`)} text={t(`empty.${state}.text`)} action={importing} />;
}

function State({ title, text, action }: { title: string; text: string; action: React.ReactNode }) {
  return <EmptyState icon={GitCompareArrows} title={title} action={action}><p>{text}</p></EmptyState>;
}
