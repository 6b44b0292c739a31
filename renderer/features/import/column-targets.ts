import type { TFunction } from 'i18next';
import type { SelectOption } from '#renderer/ui/select.tsx';
import type { AnswerScale, ColumnMapping, ColumnTarget, Mapping, SurveyItemKind, TableKind, TablePreview } from '#shared/model/import-mapping.ts';

const surveyItemKinds: readonly SurveyItemKind[] = ['csat', 'nps', 'ces', 'resolved', 'superior', 'felt', 'rating', 'text'];
const withSurveyItems: readonly TableKind[] = ['surveys', 'belief_poll'];

type KindFields = TablePreview['targets'][number]['fields'];

/** The fields that a column of this kind of table can go to. */
export function fieldsOf(table: TablePreview, kind: TableKind): KindFields {
  return table.targets.find((target) => target.kind === kind)?.fields ?? [];
}

/** A field in words; the engine's own label where the texts do not know it. */
export function fieldName(t: TFunction, kind: TableKind, { field, label }: { field: string; label: string }): string {
  return t([`import:fields.${kind}.${field}`, `import:fields.any.${field}`], { defaultValue: label });
}

/** A target as the value of a choice. */
export function targetValue(target: ColumnTarget): string {
  switch (target.to) {
    case 'ignore': return 'ignore';
    case 'keep': return 'keep';
    case 'field': return `field:${target.field}`;
    case 'survey_item': return `survey:${target.kind}`;
    case 'score_item': return 'score_item';
  }
}

/** What a column can go to, in the order of the picker: fields, then items, then kept as it is, then nothing. */
export function targetOptions(t: TFunction, table: TablePreview, kind: TableKind): SelectOption<string>[] {
  const fields = fieldsOf(table, kind).map(({ field, label, isRequired }) => ({
    value: `field:${field}`, label: fieldName(t, kind, { field, label }), hint: isRequired ? t('import:columns.required') : undefined,
  }));
  const items = withSurveyItems.includes(kind) ? surveyItemKinds.map((item) => ({ value: `survey:${item}`, label: t(`import:item.${item}`), hint: t('import:columns.surveyItem') })) : [];
  const scores = kind === 'quality_scores' ? [{ value: 'score_item', label: t('import:columns.scoreItem') }] : [];
  return [...fields, ...items, ...scores, { value: 'keep', label: t('import:columns.keep') }, { value: 'ignore', label: t('import:columns.ignore') }];
}

const usualScales: Record<Exclude<SurveyItemKind, 'text'>, AnswerScale> = {
  csat: { min: 1, max: 5, direction: 'up' }, nps: { min: 0, max: 10, direction: 'up' }, ces: { min: 1, max: 7, direction: 'up' },
  resolved: { min: 0, max: 1, direction: 'up' }, superior: { min: 1, max: 5, direction: 'up' }, felt: { min: 1, max: 5, direction: 'up' },
  rating: { min: 1, max: 5, direction: 'up' },
};

/** The column with another target; a survey item begins with the usual scale of its kind, which the person can change. */
export function retarget(column: ColumnMapping, value: string, label: string | null): ColumnMapping {
  const { source } = column;
  const name = label ?? source;
  if (value === 'ignore') return { ...column, target: { to: 'ignore' } };
  if (value === 'keep') return { ...column, target: { to: 'keep', name: source } };
  if (value === 'score_item') return { ...column, target: { to: 'score_item', key: source, label: name } };
  if (value.startsWith('field:')) return { ...column, target: { to: 'field', field: value.slice('field:'.length) } };
  const kind = surveyItemKinds.find((item) => value === `survey:${item}`) ?? 'rating';
  const target: ColumnTarget = { to: 'survey_item', key: source, kind, label: name };
  return kind === 'text' ? { ...column, target } : { ...column, target, scale: column.scale ?? usualScales[kind] };
}

/** The mapping with one column replaced. */
export function withColumn(mapping: Mapping, column: ColumnMapping): Mapping {
  return { ...mapping, columns: mapping.columns.map((other) => (other.source === column.source ? column : other)) };
}

/** Fields that the kind needs and no column goes to. */
export function missingFields(table: TablePreview, mapping: Mapping): KindFields {
  const mapped = new Set(mapping.columns.flatMap(({ target }) => (target.to === 'field' ? [target.field] : [])));
  if (mapping.kind === table.kind) {
    const stillMissing = new Set(table.missingRequired.filter((field) => !mapped.has(field)));
    const lost = fieldsOf(table, mapping.kind).filter(({ field, isRequired }) => isRequired && !mapped.has(field) && !table.missingRequired.includes(field));
    return [...fieldsOf(table, mapping.kind).filter(({ field }) => stillMissing.has(field)), ...lost];
  }
  return fieldsOf(table, mapping.kind).filter(({ field, isRequired }) => isRequired && !mapped.has(field));
}

/** A scale as the value of a choice, e.g. `1:5:up`. */
export const scaleValue = (scale: AnswerScale): string => `${scale.min}:${scale.max}:${scale.direction}`;

const commonScales: readonly AnswerScale[] = [[1, 5], [0, 10], [1, 10], [1, 7], [1, 4], [0, 100], [0, 1]]
  .flatMap(([min = 0, max = 1]) => [{ min, max, direction: 'up' }, { min, max, direction: 'down' }] as const);

/** Scales to choose from, the present one first if it is unusual. */
export function scaleOptions(t: TFunction, present: AnswerScale): { value: string; label: string; scale: AnswerScale }[] {
  const scales = commonScales.some((scale) => scaleValue(scale) === scaleValue(present)) ? commonScales : [present, ...commonScales];
  return scales.map((scale) => ({
    value: scaleValue(scale), scale: { ...scale, ...(present.labels === undefined ? {} : { labels: present.labels }) },
    label: t(scale.direction === 'up' ? 'import:scale.up' : 'import:scale.down', { min: scale.min, max: scale.max }),
  }));
}
