import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { countText, decimalText, shareText } from '#renderer/ui/figure-text.ts';
import { StatTile } from '#renderer/ui/stat-tile.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { FeeBasis, FeeBeliefs, FeeOutcome } from '#shared/model/fee.ts';
import { SpanBars, type SpanBar } from './span-bars.tsx';
import { moneyText } from './money.ts';

type FeeOutcomeViewProps = { outcome: FeeOutcome; beliefs: FeeBeliefs; basis: FeeBasis | null; currency: string | null; isStale: boolean };

/** What is left of a fee: the steps, how sure that is, where it breaks even, and what it hangs on. */
export function FeeOutcomeView({ outcome, beliefs, basis, currency, isStale }: FeeOutcomeViewProps) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const money = (amount: number | null): string => (amount === null ? t('fee.none') : moneyText(amount, currency, { locale: writing.locale }));
  const { net, lo, hi, chanceOfLoss } = outcome;
  const finding = net === null || lo === null || hi === null ? t('fee.finding.nobody')
    : t(hi < 0 ? 'fee.finding.loses' : lo > 0 ? 'fee.finding.earns' : 'fee.finding.unclear', { net: money(net), lo: money(lo), hi: money(hi) });
  const subtitle = t('fee.subtitle', { charged: countText(outcome.charged, writing.locale), draws: countText(outcome.draws, writing.locale), seed: String(outcome.seed) });
  const steps = waterfallOf(outcome).map((step) => ({ ...step, label: t(`fee.step.${step.id}`), text: money(step.amount) }));
  const tornado = outcome.tornado.filter(({ netAtLow, netAtHigh }) => netAtLow !== null && netAtHigh !== null && netAtLow !== netAtHigh);
  return (
    <div className="causes" data-stale={isStale ? '' : undefined} aria-busy={isStale}>
      <div className="cause-tiles">
        <StatTile label={t('fee.net')} value={money(net)} note={t('fee.netNote', { lo: money(lo), hi: money(hi) })} />
        <StatTile label={t('fee.chance')} value={chanceOfLoss === null ? t('fee.none') : shareText(chanceOfLoss, writing.locale)} note={t('fee.chanceNote')} />
        <StatTile label={t('fee.breakEvenContacts')} value={outcome.breakEvenContacts === null ? t('fee.none') : decimalText(outcome.breakEvenContacts, writing.locale, 2).replace('-', '−')} note={t('fee.breakEvenContactsNote', { now: outcome.charged === 0 ? t('fee.none') : decimalText(outcome.contacts / outcome.charged, writing.locale, 2) })} />
        <StatTile label={t('fee.breakEvenChurn')} value={outcome.breakEvenChurn === null ? t('fee.none') : shareText(outcome.breakEvenChurn, writing.locale)} note={t('fee.breakEvenChurnNote')} />
      </div>
      <ChartFrame
        kind="controls" title={finding} subtitle={subtitle} description={[finding, ...steps.map(({ label, text }) => `${label}: ${text}.`)].join(' ')} table={tableOf(steps, t('fee.step.column'), t('fee.amount'))}
        onAddToBriefing={net === null ? undefined : () => void addToBriefing(writing.t, { of: 'fee', name: null, beliefs, currency, seed: outcome.seed, basis })} footnote={<p>{t('fee.rule')}</p>}
      >
        <SpanBars label={t('fee.waterfall')} bars={steps} />
      </ChartFrame>
      {tornado.length === 0 ? null : <Tornado outcome={{ ...outcome, tornado }} money={money} />}
    </div>
  );
}

const tableOf = (bars: readonly SpanBar[], name: string, amount: string): ChartTable => ({
  columns: [{ id: 'name', label: name }, { id: 'amount', label: amount, align: 'end' }], rows: bars.map((bar) => ({ id: bar.id, cells: [bar.label, bar.text] })),
});

type Step = { id: 'revenue' | 'refunds' | 'contactCost' | 'credits' | 'churnCost' | 'oneOff' | 'net'; amount: number; from: number; to: number; kind: 'plus' | 'minus' | 'total' };

/** Each step from where the one before ended; the last is what is left. */
function waterfallOf(outcome: FeeOutcome): Step[] {
  const costs = (['refunds', 'contactCost', 'credits', 'churnCost', 'oneOff'] as const).filter((id) => outcome[id] !== 0);
  let level = outcome.revenue;
  const steps: Step[] = [{ id: 'revenue', amount: level, from: 0, to: level, kind: 'plus' }];
  for (const id of costs) {
    steps.push({ id, amount: -outcome[id], from: level, to: level - outcome[id], kind: 'minus' });
    level -= outcome[id];
  }
  return [...steps, { id: 'net', amount: level, from: 0, to: level, kind: 'total' }];
}

function Tornado({ outcome, money }: { outcome: FeeOutcome; money: (amount: number | null) => string }) {
  const { t } = useTranslation('causes');
  const bars = outcome.tornado.map(({ input, netAtLow, netAtHigh }): SpanBar => ({
    id: input, label: t(`fee.name.${input}`), from: netAtLow ?? 0, to: netAtHigh ?? 0, kind: 'total', text: t('range', { lo: money(netAtLow), hi: money(netAtHigh) }),
  }));
  const title = t('fee.tornado.title', { name: bars[0]?.label ?? '' });
  return (
    <ChartFrame kind="controls" title={title} subtitle={t('fee.tornado.subtitle')} description={[title, ...bars.map(({ label, text }) => `${label}: ${text}.`)].join(' ')} table={tableOf(bars, t('fee.input'), t('fee.tornado.amount'))}>
      <SpanBars label={title} bars={bars} mark={outcome.net ?? 0} />
    </ChartFrame>
  );
}
