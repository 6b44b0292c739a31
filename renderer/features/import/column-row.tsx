import { useTranslation } from 'react-i18next';
import { Select } from '#renderer/ui/select.tsx';
import { shareText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ColumnMapping, ColumnSuggestion, DateOrder, DecimalMark, DurationUnit, TableKind, TablePreview } from '#shared/model/import-mapping.ts';
import { retarget, scaleOptions, scaleValue, targetOptions, targetValue } from './column-targets.ts';

type ColumnRowProps = {
  column: ColumnMapping;
  suggestion: ColumnSuggestion | null;
  /** What the examples become under the choices made so far. */
  reads: readonly (string | null)[];
  table: TablePreview;
  kind: TableKind;
  onChange: (column: ColumnMapping) => void;
};

const shownExamples = 3;
const surelyShare = 0.9;

/** One column of a table: what stands in it, where it goes, how it is read, how sure that is. */
export function ColumnRow({ column, suggestion, reads, table, kind, onChange }: ColumnRowProps) {
  const { t } = useTranslation();
  const { source, target } = column;
  const isUnchanged = suggestion !== null && targetValue(suggestion.mapping.target) === targetValue(target);
  return (
    <tr data-ignored={target.to === 'ignore' ? '' : undefined}>
      <th scope="row"><bdi>{source}</bdi>{suggestion?.label && suggestion.label !== source ? <span className="caption column-label"><bdi>{suggestion.label}</bdi></span> : null}</th>
      <td className="column-examples"><bdi>{suggestion === null || suggestion.examples.length === 0 ? t('import:columns.empty') : suggestion.examples.slice(0, shownExamples).join(' · ')}</bdi></td>
      <td>
        <Select
          isLabelHidden
          label={t('import:columns.goesToOf', { column: source })}
          options={targetOptions(t, table, kind)}
          value={targetValue(target)}
          onChange={(value) => onChange(retarget(column, value, suggestion?.label ?? null))}
        />
      </td>
      <td><Reading column={column} onChange={onChange} /><Reads column={column} reads={reads} /></td>
      <td><Confidence suggestion={suggestion} isUnchanged={isUnchanged} column={column} /></td>
    </tr>
  );
}

/** How the cells become values: order of dates, decimal mark, unit, scale. Only what matters for the target is asked. */
function Reading({ column, onChange }: { column: ColumnMapping; onChange: (column: ColumnMapping) => void }) {
  const { t } = useTranslation('import');
  const { source, target, dateOrder, decimal, unit, scale } = column;
  if (target.to === 'ignore' || target.to === 'keep') return null;
  const scales = scale === undefined ? [] : scaleOptions(t, scale);
  return (
    <div className="column-reading">
      {dateOrder === undefined ? null : (
        <Select<DateOrder>
          isLabelHidden label={t('reading.dateOrderOf', { column: source })} value={dateOrder} onChange={(next) => onChange({ ...column, dateOrder: next })}
          options={(['DMY', 'MDY', 'YMD', 'ask'] as const).map((value) => ({ value, label: t(`reading.dateOrder.${value}`) }))}
        />
      )}
      {decimal === undefined ? null : (
        <Select<DecimalMark>
          isLabelHidden label={t('reading.decimalOf', { column: source })} value={decimal} onChange={(next) => onChange({ ...column, decimal: next })}
          options={([['.', 'point'], [',', 'comma'], ['ask', 'ask']] as const).map(([value, name]) => ({ value, label: t(`reading.decimal.${name}`) }))}
        />
      )}
      {unit === undefined ? null : (
        <Select<DurationUnit>
          isLabelHidden label={t('reading.unitOf', { column: source })} value={unit} onChange={(next) => onChange({ ...column, unit: next })}
          options={(['ms', 's', 'min', 'h'] as const).map((value) => ({ value, label: t(`reading.unit.${value}`) }))}
        />
      )}
      {scale === undefined ? null : (
        <Select
          isLabelHidden label={t('reading.scaleOf', { column: source })} value={scaleValue(scale)} options={scales}
          onChange={(value) => {
            const chosen = scales.find((option) => option.value === value);
            if (chosen) onChange({ ...column, scale: chosen.scale });
          }}
        />
      )}
    </div>
  );
}

/** The first examples as they would be stored: the proof of what was chosen. */
function Reads({ column: { dateOrder, decimal, unit, scale }, reads }: { column: ColumnMapping; reads: readonly (string | null)[] }) {
  const { t } = useTranslation('import');
  const isRead = dateOrder !== undefined || decimal !== undefined || unit !== undefined || scale !== undefined;
  if (!isRead || reads.length === 0) return null;
  return <span className="caption column-label tabular">{t('columns.becomes', { values: reads.slice(0, shownExamples).map((value) => value ?? t('columns.unreadable')).join(' · ') })}</span>;
}

function Confidence({ suggestion, isUnchanged, column }: { suggestion: ColumnSuggestion | null; isUnchanged: boolean; column: ColumnMapping }) {
  const { t } = useTranslation('import');
  const { locale } = useWriting();
  if (suggestion === null || !isUnchanged) return <span className="text-2">{t('confidence.yours')}</span>;
  const open = suggestion.questions.filter((question) => !(question === 'date-order' && column.dateOrder !== 'ask') && !(question === 'decimal-mark' && column.decimal !== 'ask'));
  return (
    <>
      <span className="badge" data-tone={open.length > 0 ? 'warn' : suggestion.confidence >= surelyShare ? 'ok' : undefined}>
        {open.length > 0 ? t('confidence.check') : suggestion.confidence >= surelyShare ? t('confidence.sure') : t('confidence.likely', { share: shareText(suggestion.confidence, locale) })}
      </span>
      <span className="caption column-label">{open.length > 0 ? open.map((question) => t(`question.${question}`)).join(' ') : suggestion.why}</span>
    </>
  );
}
