import { UsersRound } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { useWidth } from '#renderer/charts/use-width.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useAppearance } from '#renderer/stores/appearance.ts';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DataGrid } from '#renderer/ui/data-grid.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateText, shareText } from '#renderer/ui/figure-text.ts';
import type { GridPosition } from '#renderer/ui/grid-position.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { riskColumns } from './risk-columns.tsx';
import { ScenarioTiles } from './scenario-tiles.tsx';
import { useRiskRows, type RiskTier } from './use-risk-rows.ts';

type Rows = ReturnType<typeof useRiskRows>;
type Answer = NonNullable<Rows['answer']>;
const noSelection: ReadonlySet<string> = new Set();
const nothing = (): void => undefined;
const tiers = ['critical', 'high', 'watch'] as const;

/** The list of customers at risk, the rule behind its tiers, and what they could mean in money. */
export function RiskList() {
  const { t } = useTranslation('customers');
  const { tier } = useScreenParams('customers');
  const rows = useRiskRows(tier);
  const { answer, error } = rows;
  if (error !== null && answer === null) return <ErrorState failure={failureOf(error)} onRetry={rows.retry} />;
  if (answer === null) return <Delayed><Skeleton label={t('loading')} lines={10} /></Delayed>;
  if (answer.tiers.critical + answer.tiers.high + answer.tiers.watch === 0) return <NobodyAtRisk answer={answer} />;
  return (
    <>
      <TierBar answer={answer} tier={tier} />
      <ScenarioTiles />
      <RiskGrid rows={rows} answer={answer} tier={tier} />
    </>
  );
}

function NobodyAtRisk({ answer }: { answer: Answer }) {
  const { t } = useTranslation('customers');
  const reason = answer.contacts === 0 ? 'none' : answer.unlinked === answer.contacts ? 'unlinked' : 'quiet';
  return (
    <EmptyState icon={UsersRound} title={t(`empty.${reason}.title`)} action={<Button variant="primary" onPress={() => runCommand('import.start')}>{t('empty.import')}</Button>}>
      <p>{t(`empty.${reason}.text`)}</p>
    </EmptyState>
  );
}

function TierBar({ answer, tier }: { answer: Answer; tier: RiskTier | undefined }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  const { rule, unlinked, contacts } = answer;
  const n = (count: number): string => countText(count, locale);
  const all = answer.tiers.critical + answer.tiers.high + answer.tiers.watch;
  return (
    <div className="risk-head">
      <RadioGroup
        label={t('tierFilter')}
        isLabelHidden
        options={[{ value: 'all', label: t('tierAll', { n: n(all) }) }, ...tiers.map((value) => ({ value, label: t('tierCount', { tier: t(`tier.${value}`), n: n(answer.tiers[value]) }) }))]}
        value={tier ?? 'all'}
        onChange={(next) => useNavigation.getState().replace('customers', next === 'all' ? {} : { tier: next as RiskTier })}
      />
      <details className="risk-rule">
        <summary>{t('rule.short', { days: n(rule.lookBackDays), asOf: rule.asOf === null ? '' : dateText(rule.asOf, locale) })}</summary>
        <p className="text-2">{t('rule.text', { gap: n(rule.episodeGapDays) })}</p>
        <p className="text-2">{t('rule.cautions')}</p>
      </details>
      {unlinked === 0 ? null : <p className="text-2">{t('unlinked', { count: unlinked, n: n(unlinked), share: shareText(unlinked / Math.max(1, contacts), locale) })}</p>}
    </div>
  );
}

function RiskGrid({ rows, answer, tier }: { rows: Rows; answer: Answer; tier: RiskTier | undefined }) {
  const writing = useWriting();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const density = useAppearance((state) => state.density);
  const [position, setPosition] = useState<GridPosition>({ row: 0, column: 0 });
  const columns = useMemo(() => riskColumns(writing, width, answer.currency), [writing, width, answer.currency]);
  return (
    <div className="risk-grid" ref={box} data-stale={rows.isStale ? '' : undefined} data-region="list">
      <DataGrid
        label={writing.t('customers:gridLabel')}
        listId={tier ?? 'all'}
        columns={columns}
        rowCount={answer.total}
        rowAt={rows.rowAt}
        rowId={(row) => row.id}
        rowHeight={density === 'compact' ? 28 : 36}
        sort={null}
        onSort={nothing}
        onOpen={(row) => useNavigation.getState().go('customers', { customerId: row.id })}
        selection={noSelection}
        onSelect={nothing}
        onSelectAll={nothing}
        position={position}
        onPosition={setPosition}
        onVisible={rows.onVisible}
      />
    </div>
  );
}
