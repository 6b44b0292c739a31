import { useTranslation } from 'react-i18next';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Definitions } from '#shared/model/gap.ts';
import { isTimeZone } from './good-draft.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';

type FieldsProps = { draft: Definitions; onChange: (draft: Definitions) => void };

/** Every rule that figures depend on, in three groups. */
export function GoodFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('gap');
  const set = <K extends keyof Definitions>(key: K) => (value: Definitions[K]): void => onChange({ ...draft, [key]: value });
  return (
    <>
      <section className="gap-fields" aria-labelledby="good-group-good">
        <h3 id="good-group-good">{t('dialog.groupGood')}</h3>
        <RadioGroup
          label={t('dialog.companyRule')}
          options={[{ value: 'marked', label: t('dialog.companyRuleMarked') }, { value: 'score', label: t('dialog.companyRuleScore') }]}
          value={draft.companyGoodRule}
          onChange={set('companyGoodRule')}
        />
        <NumberField label={t('dialog.companyMin')} min={0} max={100} value={draft.companyGoodMin} onChange={set('companyGoodMin')} />
        <RadioGroup
          label={t('dialog.topBox')}
          options={[{ value: '1', label: t('dialog.topOne') }, { value: '2', label: t('dialog.topTwo') }]}
          value={draft.topBox === 1 ? '1' : '2'}
          onChange={(value) => set('topBox')(value === '1' ? 1 : 2)}
        />
        <NumberField label={t('dialog.csat')} help={t('dialog.csatHelp')} min={0} max={100} value={Math.round(draft.csatPositiveShare * 100)} onChange={(percent) => set('csatPositiveShare')(percent / 100)} />
        <NumberField label={t('dialog.threshold')} min={0} max={100} step={0.5} value={draft.quadrantThreshold} onChange={set('quadrantThreshold')} />
      </section>
      <section className="gap-fields" aria-labelledby="good-group-windows">
        <h3 id="good-group-windows">{t('dialog.groupWindows')}</h3>
        <NumberField label={t('dialog.repeatWindow')} min={1} max={90} value={draft.repeatWindowDays} onChange={set('repeatWindowDays')} />
        <NumberField label={t('dialog.episode')} min={1} max={90} value={draft.episodeGapDays} onChange={set('episodeGapDays')} />
        <NumberField label={t('dialog.lookBack')} min={30} max={1830} value={draft.lookBackDays} onChange={set('lookBackDays')} />
        <NumberField label={t('dialog.surveyLink')} min={1} max={60} value={draft.surveyLinkDays} onChange={set('surveyLinkDays')} />
        <TextField label={t('dialog.timeZone')} value={draft.timeZone} onChange={set('timeZone')} maxLength={60} problem={isTimeZone(draft.timeZone) ? null : t('dialog.timeZoneBad')} />
      </section>
      <section className="gap-fields" aria-labelledby="good-group-limits">
        <h3 id="good-group-limits">{t('dialog.groupLimits')}</h3>
        <NumberField label={t('dialog.silence')} min={0.5} max={60} step={0.1} value={draft.silenceMinMs / 1000} onChange={(seconds) => set('silenceMinMs')(Math.round(seconds * 1000))} />
        <NumberField label={t('dialog.overlap')} min={0} max={5} step={0.1} value={draft.overlapMinMs / 1000} onChange={(seconds) => set('overlapMinMs')(Math.round(seconds * 1000))} />
        <Switch isSelected={draft.showBenchmark} onChange={set('showBenchmark')}>{t('dialog.benchmark')}</Switch>
      </section>
    </>
  );
}
