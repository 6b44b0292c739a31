import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormQuestion } from '#shared/model/form.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { changeQuestion, moveQuestion, removeQuestion, weighQuestion } from './form-edits.ts';
import { OptionsEditor } from './options-editor.tsx';
import { TextEdit } from './text-edit.tsx';
import type { FormDraft } from './use-form-draft.ts';

type EditorProps = { draft: FormDraft; question: FormQuestion; place: { index: number; count: number } };

/** One question: its line, and everything else about it while it is opened. */
export function QuestionEditor({ draft, question, place }: EditorProps) {
  const { t } = useTranslation('evaluate');
  const [isOpen, setOpen] = useState(false);
  const { form, change, moved } = draft;
  const name = question.text;
  const weigh = (weight: number): void => {
    const next = weighQuestion(form, question.key, weight);
    change(next.form, next.moved);
  };
  return (
    <div className="builder-question">
      <div className="builder-line">
        <Button size="small" variant="quiet" aria-expanded={isOpen} aria-label={t('builder.openQuestion', { key: question.key, name })} onPress={() => setOpen(!isOpen)}>{question.key}</Button>
        <TextEdit label={t('builder.questionText')} value={question.text} maxLength={500} isNeeded onDone={(text) => change(changeQuestion(form, question.key, { text }))} />
        {form.weighting === 'question' && question.bonusPoints === null ? (
          <>
            <div data-moved={moved.includes(question.key) ? '' : undefined}><NumberField label={t('builder.weightPercent')} min={0} max={100} step={0.1} value={question.weight / 10} onChange={(percent) => weigh(Math.round(percent * 10))} /></div>
            <Checkbox isSelected={question.isWeightLocked} onChange={(isWeightLocked) => change(changeQuestion(form, question.key, { isWeightLocked }))}>{t('builder.lock')}</Checkbox>
          </>
        ) : null}
        <IconButton icon={ArrowUp} label={t('builder.up', { name })} isDisabled={place.index === 0} onPress={() => change(moveQuestion(form, question.key, -1))} />
        <IconButton icon={ArrowDown} label={t('builder.down', { name })} isDisabled={place.index === place.count - 1} onPress={() => change(moveQuestion(form, question.key, 1))} />
        <IconButton icon={Trash2} label={t('builder.removeQuestion', { name })} onPress={() => change(removeQuestion(form, question.key))} />
      </div>
      {isOpen ? <Whole draft={draft} question={question} /> : null}
    </div>
  );
}

function Whole({ draft: { form, change }, question }: Omit<EditorProps, 'place'>) {
  const { t } = useTranslation('evaluate');
  const set = (changed: Partial<FormQuestion>): void => change(changeQuestion(form, question.key, changed));
  return (
    <div className="builder-rest">
      <TextEdit label={t('builder.guide')} rows={2} value={question.guide} maxLength={4000} onDone={(guide) => set({ guide })} />
      <OptionsEditor question={question} onChange={(options) => set({ options })} />
      <Switch isSelected={question.allowsNotApplicable} onChange={(allowsNotApplicable) => set({ allowsNotApplicable })}>{t('builder.allowsNotApplicable')}</Switch>
      <ConditionEditor form={form} question={question} onChange={(condition) => set({ condition })} />
      <Select
        label={t('builder.accuracy')} options={(['none', 'customer', 'business', 'compliance'] as const).map((value) => ({ value, label: t(`accuracy.${value}`) }))} value={question.accuracy ?? 'none'}
        onChange={(accuracy) => set({ accuracy: accuracy === 'none' ? null : accuracy })}
      />
      {form.allowsBonus ? <Switch isSelected={question.bonusPoints !== null} onChange={(isOn) => set({ bonusPoints: isOn ? 5 : null })}>{t('builder.isBonus')}</Switch> : null}
      {question.bonusPoints === null ? null : <NumberField label={t('builder.bonusPoints')} min={0} max={100} value={question.bonusPoints} onChange={(bonusPoints) => set({ bonusPoints })} />}
    </div>
  );
}
