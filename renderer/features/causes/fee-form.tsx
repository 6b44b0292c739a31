import { Input, NumberField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openEvidence } from '#renderer/charts/open-evidence.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import '#renderer/ui/field.css';
import { feeInputNames, type Estimate, type FeeBeliefs, type FeeInput, type FeeInputs } from '#shared/model/fee.ts';
import { inputKind, inputText, scaleOf, withEnd, type InputKind } from './fee-draft.ts';

type FeeFormProps = { beliefs: FeeBeliefs; inputs: FeeInputs | null; currency: string | null; onChange: (beliefs: FeeBeliefs) => void };
const ends = ['low', 'mode', 'high'] as const;

/** Every input with its low, likely and high value, and where it comes from. */
export function FeeForm({ beliefs, inputs, currency, onChange }: FeeFormProps) {
  const { t } = useTranslation('causes');
  return (
    <div className="pareto-scroll">
      <table className="table fee-inputs">
        <caption>{t('fee.inputs')}</caption>
        <thead><tr><th scope="col">{t('fee.input')}</th>{ends.map((end) => <th key={end} scope="col" data-align="end">{t(`fee.end.${end}`)}</th>)}<th scope="col">{t('fee.from')}</th></tr></thead>
        <tbody>
          {feeInputNames.map((input) => (
            <tr key={input}>
              <th scope="row">{t(`fee.name.${input}`)}{inputKind[input] === 'share' ? t('fee.percent') : ''}</th>
              {ends.map((end) => (
                <td key={end} data-align="end"><EndField input={input} end={end} estimate={beliefs[input]} onChange={(next) => onChange({ ...beliefs, [input]: next })} /></td>
              ))}
              <td><Source input={input} inputs={inputs} currency={currency} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How exactly an input is typed. */
const digitsOf: Readonly<Record<InputKind, Intl.NumberFormatOptions>> = {
  count: { maximumFractionDigits: 0 }, share: { maximumFractionDigits: 1 }, money: { minimumFractionDigits: 2, maximumFractionDigits: 2 }, number: { maximumFractionDigits: 3 },
};

function EndField({ input, end, estimate, onChange }: { input: FeeInput; end: keyof Estimate; estimate: Estimate; onChange: (next: Estimate) => void }) {
  const { t } = useTranslation('causes');
  const scale = scaleOf(input);
  const most = inputKind[input] === 'share' ? { maxValue: 100 } : {};
  return (
    <NumberField
      aria-label={t('fee.endOf', { end: t(`fee.end.${end}`), name: t(`fee.name.${input}`) })} value={estimate[end] * scale} minValue={0} {...most}
      formatOptions={digitsOf[inputKind[input]]}
      onChange={(value) => !Number.isNaN(value) && value / scale !== estimate[end] && onChange(withEnd(estimate, end, value / scale))}
    >
      <Input className="text-input tabular fee-field" />
    </NumberField>
  );
}

/** From the data with n and interval, or an assumption; what the data do not show is said. */
function Source({ input, inputs, currency }: { input: FeeInput; inputs: FeeInputs | null; currency: string | null }) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const source = inputs?.sources.find((own) => own.input === input);
  const figure = source?.figure ?? null;
  if (source === undefined || (source.from === 'assumption' && source.flags.length === 0)) return <span className="caption">{t(input === 'fee' ? 'fee.yours' : 'fee.assumption')}</span>;
  const words = (value: number): string => inputText(input, value, { locale: writing.locale, currency });
  const text = figure === null || figure.value === null ? t('fee.assumed') : figure.ci === null
    ? t('fee.dataNoInterval', { value: words(figure.value), n: countText(figure.n, writing.locale) })
    : t('fee.data', { value: words(figure.value), lo: words(figure.ci.lo), hi: words(figure.ci.hi), n: countText(figure.n, writing.locale) });
  const evidence = figure?.evidence ?? null;
  return (
    <span className="caption">
      {text} {source.flags.map((flag) => t(`fee.flag.${flag}`)).join(' ')}
      {evidence === null || figure?.value === null ? null : <Button size="small" variant="quiet" aria-label={writing.t('charts:showInteractionsOf', { name: t(`fee.name.${input}`) })} onPress={() => openEvidence({ filter: evidence })}>{writing.t('charts:show')}</Button>}
    </span>
  );
}
