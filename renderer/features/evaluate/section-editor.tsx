import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { useTranslation } from 'react-i18next';
import type { FormSection } from '#shared/model/form.ts';
import { addQuestion, changeSection, removeSection, scaleOptions, weighSection } from './form-edits.ts';
import { QuestionEditor } from './question-editor.tsx';
import { TextEdit } from './text-edit.tsx';
import type { FormDraft } from './use-form-draft.ts';

/** One section of a form with its questions. */
export function SectionEditor({ draft, section }: { draft: FormDraft; section: FormSection }) {
  const { t } = useTranslation('evaluate');
  const { form, change, moved } = draft;
  const weigh = (weight: number): void => {
    const next = weighSection(form, section.id, weight);
    change(next.form, next.moved);
  };
  const newQuestion = (): void => change(addQuestion(form, section.id, { text: t('builder.newQuestion'), options: scaleOptions('rubric', (key) => t(`scaleWord.${key}`)) }));
  return (
    <section className="builder-section" aria-label={section.title}>
      <div className="builder-line">
        <TextEdit label={t('builder.sectionTitle')} value={section.title} maxLength={350} isNeeded onDone={(title) => change(changeSection(form, section.id, { title }))} />
        <Select
          label={t('builder.dimension')} options={(['none', 'technical', 'emotional'] as const).map((value) => ({ value, label: t(`dimension.${value}`) }))} value={section.dimension ?? 'none'}
          onChange={(dimension) => change(changeSection(form, section.id, { dimension: dimension === 'none' ? null : dimension }))}
        />
        {form.weighting === 'section' ? (
          <>
            <div data-moved={moved.includes(section.id) ? '' : undefined}><NumberField label={t('builder.weightPercent')} min={0} max={100} step={0.1} value={section.weight / 10} onChange={(percent) => weigh(Math.round(percent * 10))} /></div>
            <Checkbox isSelected={section.isWeightLocked} onChange={(isWeightLocked) => change(changeSection(form, section.id, { isWeightLocked }))}>{t('builder.lock')}</Checkbox>
          </>
        ) : form.weighting === 'points' ? <NumberField label={t('builder.factor')} min={0} max={1000} value={section.weight} onChange={(weight) => weigh(Math.round(weight))} /> : null}
        {form.sections.length > 1 ? <Button variant="quiet" aria-label={t('builder.removeSectionOf', { name: section.title })} onPress={() => change(removeSection(form, section.id))}>{t('builder.remove')}</Button> : null}
      </div>
      <ol className="builder-questions">{section.questions.map((question, index) => <li key={question.key}><QuestionEditor draft={draft} question={question} place={{ index, count: section.questions.length }} /></li>)}</ol>
      <div><Button size="small" aria-label={t('builder.addQuestionTo', { name: section.title })} onPress={newQuestion}>{t('builder.addQuestion')}</Button></div>
    </section>
  );
}
