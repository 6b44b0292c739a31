import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FormOption, FormQuestion } from '#shared/model/form.ts';
import { scaleOptions, scales } from './form-edits.ts';
import { TextEdit } from './text-edit.tsx';

const most = 9;

/** The answers of a question, each with its digit, its points and what it does. */
export function OptionsEditor({ question, onChange }: { question: FormQuestion; onChange: (options: FormOption[]) => void }) {
  const { t } = useTranslation('evaluate');
  const { options } = question;
  const set = (index: number, changed: Partial<FormOption>): void => onChange(options.map((option, at) => (at === index ? { ...option, ...changed } : option)));
  const add = (): void => onChange([...options, { label: t('builder.newOption'), points: Math.max(...options.map(({ points }) => points)) + 1, guide: '', consequence: 'none', needsEvidence: false }]);
  return (
    <fieldset className="builder-options">
      <legend>{t('builder.options')}</legend>
      <Select label={t('builder.scale')} placeholder={t('builder.ownScale')} options={scales.map((value) => ({ value, label: t(`scale.${value}`) }))} value={null} onChange={(scale) => onChange(scaleOptions(scale, (key) => t(`scaleWord.${key}`)))} />
      <ol>
        {options.map((option, index) => (
          <li key={`${question.key} ${index}`} className="builder-line">
            <TextEdit label={t('builder.optionLabel', { place: index + 1 })} value={option.label} maxLength={120} isNeeded onDone={(label) => set(index, { label })} />
            <NumberField label={t('builder.points')} min={0} max={1000} step={1} value={option.points} onChange={(points) => set(index, { points })} />
            <Select label={t('builder.consequence')} options={(['none', 'critical', 'fatal'] as const).map((value) => ({ value, label: t(`consequence.${value}`) }))} value={option.consequence} onChange={(consequence) => set(index, { consequence })} />
            <TextEdit label={t('builder.optionGuide')} value={option.guide} maxLength={500} onDone={(guide) => set(index, { guide })} />
            <Checkbox isSelected={option.needsEvidence} onChange={(needsEvidence) => set(index, { needsEvidence })}>{t('builder.needsEvidence')}</Checkbox>
            <IconButton icon={Trash2} label={t('builder.removeOption', { name: option.label })} isDisabled={options.length <= 2} onPress={() => onChange(options.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ol>
      {options.length < most ? <div><Button size="small" onPress={add}>{t('builder.addOption')}</Button></div> : null}
    </fieldset>
  );
}
