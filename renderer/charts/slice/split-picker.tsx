import { useTranslation } from 'react-i18next';
import { fieldName } from '#renderer/charts/segment-name.ts';
import { Select } from '#renderer/ui/select.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { SegmentField } from '#shared/model/interaction-filter.ts';
import { useFacets } from './use-facets.ts';

type SplitPickerProps = {
  value: SegmentField;
  onChange: (by: SegmentField) => void;
  fields: readonly SegmentField[];
};

/** What the parts of a figure are: a field that Earshot knows, or any other that was imported. */
export function SplitPicker({ value, onChange, fields }: SplitPickerProps) {
  const { t } = useTranslation('charts');
  const writing = useWriting();
  const { otherFields } = useFacets();
  const offered: SegmentField[] = [...fields, ...otherFields.map((name): SegmentField => `field:${name}`)];
  return <Select label={t('slice.by')} options={offered.map((field) => ({ value: field, label: fieldName(field, writing) }))} value={value} onChange={onChange} />;
}

/** People are not among them: figures of people belong into coaching, unranked. */
export const splitFields = ['queue', 'team', 'cause', 'channel', 'product', 'tenure', 'language', 'reason', 'month'] as const satisfies readonly SegmentField[];
