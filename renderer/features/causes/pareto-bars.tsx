import { ListMusic } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, shareText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CauseReport, CauseRow } from '#shared/model/cause.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { moneyText } from './money.ts';
import { amountText } from './pareto-words.ts';
import { Sparkline } from './sparkline.tsx';

/** Rows in view before the tail is folded. */
const shownRows = 12;

type ParetoBarsProps = { report: CauseReport; selected: string | null; onSelect: (code: string) => void };

/** The Pareto: one row a cause with its bar and interval, owner, running total, money and trend; what nobody knows last. */
export function ParetoBars({ report, selected, onSelect }: ParetoBarsProps) {
  const { t } = useTranslation('causes');
  const [isUnfolded, setUnfolded] = useState(false);
  const { causes, uncoded } = report;
  const rows = isUnfolded || causes.length <= shownRows + 1 ? causes : causes.slice(0, shownRows);
  const folded = causes.length - rows.length;
  const widest = Math.max(0.01, ...causes.map((row) => row.share.ci?.hi ?? row.share.value ?? 0));
  return (
    <div className="pareto-scroll">
      <table className="table pareto">
        <caption className="visually-hidden">{t('paretoCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.cause')}</th>
            <th scope="col">{t('column.owner')}</th>
            <th scope="col" className="pareto-bar-column">{t('column.share')}</th>
            <th scope="col" data-align="end">{t(`column.amount.${report.weight}`)}</th>
            <th scope="col" data-align="end">{t('column.cumulative')}</th>
            <th scope="col" data-align="end">{t('column.cost')}</th>
            <th scope="col">{t('column.trendWeeks')}</th>
            <th scope="col"><span className="visually-hidden">{t('column.interactions')}</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => <ParetoRow key={row.code} row={row} report={report} widest={widest} isSelected={row.code === selected} onSelect={onSelect} />)}
          {folded === 0 ? null : (
            <tr><td colSpan={8}><Button size="small" variant="quiet" onPress={() => setUnfolded(true)}>{t('more', { count: folded })}</Button></td></tr>
          )}
          {(uncoded.share.x ?? 0) === 0 ? null : <UncodedRow share={uncoded.share} />}
        </tbody>
      </table>
    </div>
  );
}

type ParetoRowProps = { row: CauseRow; report: CauseReport; widest: number; isSelected: boolean; onSelect: (code: string) => void };

function ParetoRow({ row, report, widest, isSelected, onSelect }: ParetoRowProps) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const evidence = evidenceOf(row.share);
  return (
    <tr data-selected={isSelected ? '' : undefined}>
      <th scope="row">
        <Button variant="quiet" size="small" aria-pressed={isSelected} aria-label={t('lookInto', { name: row.name })} onPress={() => onSelect(row.code)}>{row.name}</Button>
      </th>
      <td className={row.owner === null ? 'text-2' : undefined}>{row.owner ?? t('noOwner')}</td>
      <td><ShareBar share={row.share} widest={widest} isPreventable={row.preventable === true} /></td>
      <td data-align="end">{amountText(row, report, writing)}</td>
      <td data-align="end">{row.cumulative === null ? '' : shareText(row.cumulative, writing.locale)}</td>
      <td data-align="end">{row.cost === null ? <span className="text-2">{t('setCost')}</span> : moneyText(row.cost, report.currency, { locale: writing.locale })}</td>
      <td><span className="pareto-trend" data-direction={row.trend.direction}><Sparkline trend={row.trend} /> {t(`trend.${row.trend.direction}`)}</span></td>
      <td>{evidence === null ? null : <IconButton icon={ListMusic} label={writing.t('charts:showInteractionsOf', { name: row.name })} onPress={() => openEvidence(evidence)} />}</td>
    </tr>
  );
}

/** A bar from zero with its interval; the number stands beside it, so the bar itself says nothing to assistive technology. */
function ShareBar({ share, widest, isPreventable }: { share: Envelope; widest: number; isPreventable: boolean }) {
  const writing = useWriting();
  const figure = figureOf(share, writing);
  if (figure.display === 'none' || figure.display === 'hidden') return <span className="text-2">{figure.value}</span>;
  const percent = (value: number): string => `${(100 * value) / widest}%`;
  return (
    <span className="pareto-bar-cell">
      <span className="pareto-track" aria-hidden>
        <span className="pareto-bar" data-preventable={isPreventable ? '' : undefined} data-few={figure.display === 'few' ? '' : undefined} style={{ width: percent(share.value ?? 0) }} />
        {share.ci === null ? null : <span className="pareto-whisker" style={{ insetInlineStart: percent(share.ci.lo), width: percent(share.ci.hi - share.ci.lo) }} />}
      </span>
      <span className="pareto-value tabular">{shareText(share.value ?? 0, writing.locale)}</span>
      <span className="caption tabular">{figure.interval ?? ''}</span>
    </span>
  );
}

function UncodedRow({ share }: { share: Envelope }) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const evidence = evidenceOf(share);
  return (
    <tr className="pareto-uncoded">
      <th scope="row">{t('uncoded')}</th>
      <td colSpan={6}>{t('uncodedCell', { n: countText(share.x ?? 0, writing.locale), total: countText(share.n, writing.locale) })}</td>
      <td>{evidence === null ? null : <IconButton icon={ListMusic} label={writing.t('charts:showInteractionsOf', { name: t('uncoded') })} onPress={() => openEvidence(evidence)} />}</td>
    </tr>
  );
}
