import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { useTranslation } from 'react-i18next';
import type { FormDefinition, FormQuestion } from '#shared/model/form.ts';

const always = ' ';

/** When a question is asked: always, or after certain answers to an earlier one. */
export function ConditionEditor({ form, question, onChange }: { form: FormDefinition; question: FormQuestion; onChange: (condition: FormQuestion['condition']) => void }) {
  const { t } = useTranslation('evaluate');
  const all = form.sections.flatMap((section) => section.questions);
  const earlier = all.slice(0, all.findIndex(({ key }) => key === question.key));
  const { condition } = question;
  const parent = earlier.find(({ key }) => key === condition?.question);
  const toggle = (option: number, isOn: boolean): void => {
    if (!condition) return;
    const options = isOn ? [...condition.options, option].sort((a, b) => a - b) : condition.options.filter((each) => each !== option);
    onChange(options.length === 0 ? null : { ...condition, options });
  };
  return (
    <div className="builder-condition">
      <Select
        label={t('builder.condition')} options={[{ value: always, label: t('builder.always') }, ...earlier.map(({ key, text }) => ({ value: key, label: text }))]} value={condition?.question ?? always}
        onChange={(key) => onChange(key === always ? null : { question: key, options: [0] })}
      />
      {parent && condition ? (
        <fieldset>
          <legend>{t('builder.conditionOptions')}</legend>
          {parent.options.map((option, index) => <Checkbox key={option.label} isSelected={condition.options.includes(index)} onChange={(isOn) => toggle(index, isOn)}>{option.label}</Checkbox>)}
        </fieldset>
      ) : null}
    </div>
  );
}
