import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { countText, decimalText, durationText, shareText, type Writing } from '#renderer/ui/figure-text.ts';

/** As the engine compares those who answered with those who did not. */
export type Difference = { name: string; responders: number | null; others: number | null; smd: number | null; flag: 'none' | 'flag' | 'red' };
export type DifferenceRow = { id: string; label: string; responders: string; others: string; smd: number; smdText: string; flag: Difference['flag']; flagText: string };

/** Rows of the comparison in words, the largest difference first. */
export function differenceRows(differences: readonly Difference[], writing: Writing): DifferenceRow[] {
  const { t, locale } = writing;
  return differences.flatMap((row) => (row.smd === null ? [] : [{
    id: row.name, label: differenceName(row.name, writing), smd: row.smd, flag: row.flag,
    responders: valueOf(row.name, row.responders, writing), others: valueOf(row.name, row.others, writing),
    smdText: smdText(row.smd, locale), flagText: t(`charts:nonResponse.flag.${row.flag}`),
  }])).sort((a, b) => Math.abs(b.smd) - Math.abs(a.smd));
}

/** Two decimals with a true minus; what rounds to nothing has no sign. */
const smdText = (smd: number, locale: string): string => decimalText(Math.round(smd * 100) / 100 || 0, locale, 2).replace('-', '−');

function differenceName(name: string, { t }: Writing): string {
  const [kind = '', ...rest] = name.split(':');
  const value = rest.join(':');
  if (rest.length === 0) return t(`charts:nonResponse.known.${kind}`, { defaultValue: name });
  return t('charts:nonResponse.value', { field: t(`charts:field.${kind}`, { defaultValue: kind }), value: kind === 'channel' ? t(`interactions:channel.${value}`, { defaultValue: value }) : value });
}

function valueOf(name: string, value: number | null, { t, locale }: Writing): string {
  if (value === null) return t('figure:notKnown');
  if (name === 'handleSeconds') return durationText(value * 1000);
  if (name === 'qualityScore') return decimalText(value, locale);
  if (name === 'tenureDays') return t('charts:nonResponse.years', { count: Math.round(value / 36.525) / 10, value: decimalText(value / 365.25, locale) });
  if (name === 'customerValue') return countText(value, locale);
  return shareText(value, locale);
}

export function differenceTable(rows: readonly DifferenceRow[], { t }: Writing): ChartTable {
  return {
    columns: [
      { id: 'what', label: t('charts:nonResponse.what') }, { id: 'responders', label: t('charts:nonResponse.responders'), align: 'end' },
      { id: 'others', label: t('charts:nonResponse.others'), align: 'end' }, { id: 'smd', label: t('charts:nonResponse.smd'), align: 'end' }, { id: 'flag', label: t('charts:note') },
    ],
    rows: rows.map((row) => ({ id: row.id, cells: [row.label, row.responders, row.others, row.smdText, row.flagText] })),
  };
}

/** Says what the survey does not stand for, or that those who answered look like those who did not. */
export function differenceFinding(rows: readonly DifferenceRow[], { t, locale }: Writing): string {
  if (rows.length === 0) return t('charts:nonResponse.nothing');
  const names = (flag: Difference['flag']): string[] => rows.filter((row) => row.flag === flag).map((row) => row.label);
  const list = (labels: readonly string[]): string => new Intl.ListFormat(locale).format(labels);
  if (names('red').length > 0) return t('charts:nonResponse.red', { names: list(names('red')) });
  if (names('flag').length > 0) return t('charts:nonResponse.some', { names: list(names('flag')) });
  return t('charts:nonResponse.alike', { count: rows.length });
}

export function differenceDescription(rows: readonly DifferenceRow[], writing: Writing): string {
  return [
    differenceFinding(rows, writing),
    ...rows.map((row) => writing.t('charts:nonResponse.rowDescription', { label: row.label, responders: row.responders, others: row.others, smd: row.smdText })),
  ].join(' ');
}
