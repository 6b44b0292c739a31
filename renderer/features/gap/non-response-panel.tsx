import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { differenceDescription, differenceFinding, differenceRows, differenceTable } from '#renderer/charts/non-response/difference-rows.ts';
import { differenceHeight, differenceOption } from '#renderer/charts/non-response/difference-option.ts';
import { StatTile } from '#renderer/ui/stat-tile.tsx';
import { countText, decimalText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { narrowed, type GapQuestion } from './gap-question.ts';
import type { GapAnswers } from './use-gap.ts';

type NonResponse = GapAnswers['nonResponse'];

/** Differences that are drawn; smaller ones stand in the table. */
const mostRows = 12;

/** Those who answered against those who did not, on everything known of both; and how far the silent could move the figure. */
export function NonResponsePanel({ nonResponse, asked }: { nonResponse: NonResponse; asked: GapQuestion }) {
  const { t } = useTranslation('gap');
  const writing = useWriting();
  const rows = differenceRows(nonResponse.differences, writing);
  const drawn = Math.min(rows.length, mostRows);
  const build = useCallback((canvas: ChartCanvas) => differenceOption(differenceRows(nonResponse.differences, writing).slice(0, mostRows), {
    axis: writing.t('charts:nonResponse.axis'), number: (value) => decimalText(value, writing.locale, 2).replace('-', '−'),
  }, canvas), [nonResponse.differences, writing]);
  return (
    <div className="stack">
      <div className="gap-tiles">
        <StatTile label={t('nonResponse.invited')} value={figureOf(nonResponse.invited, writing).value} note={noteOf(nonResponse.invited, writing)} />
        <StatTile label={t('nonResponse.rate')} value={figureOf(nonResponse.responseRate, writing).value} note={noteOf(nonResponse.responseRate, writing)} />
        <StatTile label={t('nonResponse.raw')} side="customer" value={figureOf(nonResponse.raw, writing).value} note={noteOf(nonResponse.raw, writing)} />
        <StatTile label={t('nonResponse.weighted')} side="customer" value={figureOf(nonResponse.weighted, writing).value} note={noteOf(nonResponse.weighted, writing)} />
      </div>
      <ul className="gap-remarks text-2">{boundsOf(nonResponse, writing).map((remark) => <li key={remark}>{remark}</li>)}</ul>
      <ChartFrame title={differenceFinding(rows, writing)} subtitle={t('nonResponse.subtitle')} description={differenceDescription(rows, writing)} table={differenceTable(rows, writing)} onAddToBriefing={rows.length === 0 ? undefined : () => void addToBriefing(writing.t, { of: 'nonResponse', filter: narrowed(asked) })} footnote={rows.length > drawn ? <p>{writing.t('charts:nonResponse.shown', { shown: countText(drawn, writing.locale), total: countText(rows.length, writing.locale) })}</p> : undefined}>
        {rows.length === 0 ? null : <Chart build={build} height={differenceHeight(drawn)} />}
      </ChartFrame>
    </div>
  );
}

function noteOf(envelope: NonResponse['raw'], writing: Writing): string {
  const { n, interval } = figureOf(envelope, writing);
  const count = writing.t('figure:n', { n });
  return interval === null ? count : `${count} · ${writing.t('gap:figure.interval', { interval })}`;
}

/** What the silent could change: bounds without assumptions, the break-even, and what weighting costs. */
function boundsOf({ bounds, breakEven, weighted, invitedByAgent }: NonResponse, { t, locale }: Writing): string[] {
  const outside = invitedByAgent.filter((agent) => agent.isOutside).length;
  return [
    t('gap:nonResponse.low'),
    ...(bounds === null ? [] : [t('gap:nonResponse.bounds', { lo: shareText(bounds.lo, locale), hi: shareText(bounds.hi, locale) })]),
    ...(breakEven === null ? [] : [breakEven > 1 ? t('gap:nonResponse.noBreakEven') : breakEven < 0 ? t('gap:nonResponse.negativeBreakEven') : t('gap:nonResponse.breakEven', { share: shareText(breakEven, locale) })]),
    ...(outside === 0 ? [] : [t('gap:nonResponse.gaming', { n: countText(outside, locale), total: countText(invitedByAgent.length, locale) })]),
    ...(weighted.flags.includes('weighting_costs_half') && weighted.nEff !== undefined ? [t('gap:nonResponse.costs', { count: Math.round(weighted.nEff), n: countText(weighted.nEff, locale) })] : []),
  ];
}
