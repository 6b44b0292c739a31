import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { decimalText, shareText } from '#renderer/ui/figure-text.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CalibrationRound, ItemAgreement, Leniency, RoundResults } from '#shared/model/calibration.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { Disagreements } from './disagreements.tsx';

/** Agreement, item by item, and what was heard differently. */
export function Results({ round }: { round: CalibrationRound }) {
  const { t } = useTranslation('calibration');
  const { data, error, refetch } = useQuery(orpc.calibration.results.queryOptions({ input: { id: round.id } }));
  if (error) return <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton label={t('loading')} lines={8} />;
  return (
    <>
      <section className="card stack" aria-label={t('agreement.title')}>
        <h2>{t('agreement.title')}</h2>
        <AgreementTable results={data} />
        <p className="caption">{t('agreement.explain')}</p>
        {round.isOwner ? <LeniencyPart round={round} /> : null}
      </section>
      <Disagreements results={data} />
    </>
  );
}

/** A coefficient with its interval, or in words why there is none. */
function useCoefficient(): (envelope: Envelope) => string {
  const { t } = useTranslation('calibration');
  const { locale } = useWriting();
  const two = (value: number): string => decimalText(value, locale, 2).replace('-', '−');
  return ({ value, ci, reason }) => {
    if (value === null) return t(`why.${reason ?? 'NO_DATA'}`);
    return ci === null ? two(value) : t('agreement.withInterval', { value: two(value), lo: two(ci.lo), hi: two(ci.hi) });
  };
}

function AgreementTable({ results }: { results: RoundResults }) {
  const { t } = useTranslation('calibration');
  const { locale } = useWriting();
  const coefficient = useCoefficient();
  const pairs = ({ value, x, n, reason }: Envelope): string => (value === null ? t(`why.${reason ?? 'NO_DATA'}`) : t('agreement.pairs', { share: shareText(value, locale), x: x ?? 0, n }));
  const columns: TableColumn<ItemAgreement>[] = [
    { id: 'name', label: t('agreement.item'), isRowHeader: true, cell: (item) => <>{item.name}{item.gate === 'failed' ? <><br /><span className="calibration-problem">{t('gate.failed')}</span></> : null}</> },
    { id: 'exact', label: t('agreement.exact'), cell: (item) => pairs(item.exact) },
    { id: 'within', label: t('agreement.within'), cell: (item) => pairs(item.withinOne) },
    { id: 'alpha', label: t('agreement.alpha'), cell: (item) => <>{coefficient(item.alpha)}<br /><span className="caption">{t(`gate.${item.gate}`, { n: item.units })}</span></> },
    { id: 'kappa', label: t('agreement.kappa'), cell: (item) => (results.round.raters.length === 2 ? `${coefficient(item.cohen)} / ${coefficient(item.cohenQuadratic)}` : coefficient(item.fleiss)) },
    { id: 'ac1', label: t('agreement.ac1'), cell: (item) => coefficient(item.ac1) },
    { id: 'spans', label: t('agreement.spans'), cell: (item) => t('agreement.spansText', { alpha: coefficient(item.spansAlpha), f1: coefficient(item.spansF1) }) },
    { id: 'spread', label: t('agreement.spread'), cell: (item) => <Spread item={item} raters={results.round.raters} /> },
  ];
  return (
    <div className="agreement-table">
      <Table caption={t('agreement.caption', { icc: coefficient(results.icc), n: results.icc.n })} columns={columns} rows={results.items} rowKey={(item) => item.item} />
    </div>
  );
}

/** Each interaction's answers on the scale, one dot an answer. */
function Spread({ item, raters }: { item: ItemAgreement; raters: readonly string[] }) {
  const { t } = useTranslation('calibration');
  const columns = (item.values[0] ?? []).map((_, unit) => item.values.map((row) => row[unit] ?? null));
  const words = columns.map((column, at) => t('agreement.spreadWords', { number: at + 1, answers: column.map((value, rater) => `${raters[rater] ?? ''} ${value ?? t('rate.notApplicable')}`).join(', ') })).join('; ');
  return (
    <svg className="spread" role="img" aria-label={words} width={84} height={12 * columns.length + 4} viewBox={`0 0 84 ${12 * columns.length + 4}`}>
      {columns.map((column, row) => (
        // oxlint-disable-next-line react/no-array-index-key -- the interactions of a round stand in a fixed order
        <g key={row}>
          <line x1={6} x2={78} y1={12 * row + 8} y2={12 * row + 8} />
          {/* oxlint-disable-next-line react/no-array-index-key -- the raters, too */}
          {column.map((value, rater) => (value === null ? null : <circle key={rater} cx={6 + (72 * value) / item.max} cy={12 * row + 8 + (rater % 2 === 0 ? -1.5 : 1.5)} r={3.5} />))}
        </g>
      ))}
    </svg>
  );
}

/** How much higher or lower each rater scores; asked for, never shown by itself. */
function LeniencyPart({ round }: { round: CalibrationRound }) {
  const { t } = useTranslation('calibration');
  const coefficient = useCoefficient();
  const [openingWord, setOpeningWord] = useState('');
  const [leniency, setLeniency] = useState<readonly Leniency[] | null>(null);
  const ask = (): void => void act(t, client.calibration.leniency({ id: round.id, openingWord: openingWord === '' ? null : openingWord }).then(setLeniency), t('leniency.shown'));
  if (leniency !== null) {
    return (
      <div className="stack">
        <Table caption={t('leniency.caption')} columns={[{ id: 'rater', label: t('leniency.rater'), isRowHeader: true, cell: (row) => row.rater }, { id: 'difference', label: t('leniency.difference'), cell: (row) => t('leniency.value', { value: coefficient(row.difference), n: row.difference.n }) }]} rows={leniency} rowKey={({ rater }) => rater} />
        <div><Button size="small" onPress={() => setLeniency(null)}>{t('leniency.hide')}</Button></div>
      </div>
    );
  }
  return (
    <div className="row row-wrap open-row">
      {round.needsWord ? <TextField label={t('word')} value={openingWord} onChange={setOpeningWord} /> : null}
      <Button size="small" onPress={ask}>{t('leniency.show')}</Button>
      <span className="caption">{t('leniency.only')}</span>
    </div>
  );
}
