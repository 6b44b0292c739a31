import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { countText, decimalText, type Writing } from '#renderer/ui/figure-text.ts';
import type { QuadrantAnswer, QuadrantGroup } from './quadrant-groups.ts';
import type { QuadrantWords } from './quadrant-option.ts';

/** Names of axes and quadrants, each quadrant with how many interactions fall into it. */
export function quadrantWords({ counts }: QuadrantAnswer, { t, locale }: Writing): QuadrantWords {
  const corner = (name: keyof QuadrantWords['corners']): string => `${t(`charts:quadrant.name.${name}`)}\n${t('charts:quadrant.count', { count: counts[name], n: countText(counts[name], locale) })}`;
  return {
    technical: t('charts:quadrant.technicalAxis'), emotional: t('charts:quadrant.emotionalAxis'),
    corners: { rightAndWarm: corner('rightAndWarm'), correctButCold: corner('correctButCold'), kindButWrong: corner('kindButWrong'), neither: corner('neither') },
  };
}

/** What must be said with the picture: how far raters agree, what lies too near a line, what carries one score only. */
export function quadrantRemarks({ counts, reliability }: QuadrantAnswer, { t, locale }: Writing): string[] {
  const agreement = (['technical', 'emotional'] as const).map((dimension) => {
    const { gate, alpha, units } = reliability[dimension];
    return t(`charts:quadrant.gate.${gate}`, { dimension: t(`charts:quadrant.${dimension}`), alpha: alpha === null ? '' : decimalText(alpha, locale, 2), n: countText(units, locale) });
  });
  return [
    ...agreement,
    ...(counts.uncertain > 0 ? [t('charts:quadrant.nearLine', { count: counts.uncertain, n: countText(counts.uncertain, locale) })] : []),
    ...(counts.unscored > 0 ? [t('charts:quadrant.unscored', { count: counts.unscored, n: countText(counts.unscored, locale) })] : []),
  ];
}

/** The finding: the quadrant that most interactions fall into. */
export function quadrantFinding({ counts }: QuadrantAnswer, { t, locale }: Writing): string {
  const names = ['rightAndWarm', 'correctButCold', 'kindButWrong', 'neither'] as const;
  const rated = names.reduce((sum, name) => sum + counts[name], counts.uncertain);
  if (rated === 0) return t('charts:quadrant.empty');
  if (rated < 30) return t('charts:quadrant.few', { count: rated, n: countText(rated, locale) });
  const most = names.toSorted((a, b) => counts[b] - counts[a])[0] ?? 'neither';
  if (counts[most] === 0) return t('charts:quadrant.allNear', { n: countText(rated, locale) });
  return t(`charts:quadrant.finding.${most}`, { n: countText(counts[most], locale), total: countText(rated, locale) });
}

export function quadrantTable(groups: readonly QuadrantGroup[], of: string, { t, locale }: Writing): ChartTable {
  return {
    columns: [
      { id: 'label', label: of }, { id: 'technical', label: t('charts:quadrant.technical'), align: 'end' }, { id: 'technicalInterval', label: t('charts:interval95'), align: 'end' },
      { id: 'emotional', label: t('charts:quadrant.emotional'), align: 'end' }, { id: 'emotionalInterval', label: t('charts:interval95'), align: 'end' },
      { id: 'customer', label: t('charts:quadrant.customer'), align: 'end' }, { id: 'n', label: t('charts:n'), align: 'end' }, { id: 'quadrant', label: t('charts:quadrant.where') },
    ],
    rows: groups.map(({ id, label, figures, n, quadrant, at, evidence }) => ({
      id, evidence,
      cells: [
        label, figures.technical.value, figures.technical.interval ?? '', figures.emotional.value, figures.emotional.interval ?? '', figures.customer.value, countText(n, locale),
        quadrant !== null ? t(`charts:quadrant.name.${quadrant}`) : at === null ? t('charts:quadrant.tooFew') : t('charts:quadrant.unsure'),
      ],
    })),
  };
}

export function quadrantDescription(groups: readonly QuadrantGroup[], finding: string, { t, locale }: Writing): string {
  const others = groups.filter((group) => group.at === null);
  return [
    finding,
    ...groups.filter((group) => group.at !== null).map(({ label, figures, n }) => t('charts:quadrant.groupDescription', { label, technical: figures.technical.value, emotional: figures.emotional.value, n: countText(n, locale) })),
    ...(others.length === 0 ? [] : [t('charts:quadrant.othersDescription', { names: new Intl.ListFormat(locale).format(others.map((group) => group.label)) })]),
  ].join(' ');
}
