import { useTranslation } from 'react-i18next';
import { OtherFilters } from '#renderer/charts/slice/other-filters.tsx';
import { PeriodPicker } from '#renderer/charts/slice/period-picker.tsx';
import { QueuePicker } from '#renderer/charts/slice/queue-picker.tsx';
import { SplitPicker, splitFields } from '#renderer/charts/slice/split-picker.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import type { GapDefinition } from '#shared/model/gap.ts';
import type { GapQuestion } from './gap-question.ts';

type QuestionBarProps = { question: GapQuestion; /** What the engine took where the question leaves it to the project. */ topBox: 1 | 2; change: (part: Partial<GapQuestion>) => void };

const definitions: readonly GapDefinition[] = ['matched', 'scorecard', 'mean', 'belief'];

/** Which gap is shown, of which interactions, in which parts. */
export function QuestionBar({ question, topBox, change }: QuestionBarProps) {
  const { t } = useTranslation('gap');
  const { definition, by, filter } = question;
  const isShare = definition === 'matched' || definition === 'scorecard';
  return (
    <section className="gap-question" aria-label={t('charts:slice.label')} data-region="question">
      <div className="gap-question-row">
        <RadioGroup label={t('definition.label')} options={definitions.map((value) => ({ value, label: t(`definition.${value}`) }))} value={definition} onChange={(next) => change({ definition: next })} />
        {definition === 'mean' ? null : (
          <RadioGroup
            label={t('topBox')}
            options={[{ value: '1', label: t('topBoxOne') }, { value: '2', label: t('topBoxTwo') }]}
            value={topBox === 1 ? '1' : '2'}
            onChange={(value) => change({ topBox: value === '1' ? 1 : 2 })}
          />
        )}
        {isShare ? (
          <div className="gap-same">
            <Switch isSelected={definition === 'matched'} onChange={(isSame) => change({ definition: isSame ? 'matched' : 'scorecard' })}>{t('sameCalls')}</Switch>
          </div>
        ) : null}
        <PeriodPicker filter={filter} onChange={(next) => change({ filter: next })} />
        <QueuePicker filter={filter} onChange={(next) => change({ filter: next })} />
        {definition === 'belief' ? null : <SplitPicker value={by} fields={splitFields} onChange={(next) => change({ by: next })} />}
      </div>
      <OtherFilters filter={filter} onChange={(next) => change({ filter: next })} />
    </section>
  );
}
