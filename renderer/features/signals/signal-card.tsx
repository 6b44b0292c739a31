import { Headphones, ListMusic } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { ChartTableView } from '#renderer/charts/chart-table-view.tsx';
import { LoopDialog } from '#renderer/charts/loop/loop-dialog.tsx';
import { LoopStrip } from '#renderer/charts/loop/loop-strip.tsx';
import { openEvidence } from '#renderer/charts/open-evidence.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, dateTimeText, durationText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Loop } from '#shared/model/loop.ts';
import type { Signal } from '#shared/model/signal.ts';
import { CauseDialog } from './cause-dialog.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { seenOfMark } from './seen-of-mark.ts';
import { Sparkline } from './sparkline.tsx';
import { signalFinding, signalSource, weeksTable, weeksText } from './signal-words.ts';

/** One thing that is starting: the finding, its course, where it was heard first, what it takes, and what people did about it. */
export function SignalCard({ signal }: { signal: Signal }) {
  const { t } = useTranslation('signals');
  const writing = useWriting();
  const title = useId();
  const [isTableOpen, setTableOpen] = useState(false);
  const { cost, currency, loop, sameAs, stateReason } = signal;
  const money = (value: number): string => (currency === null ? countText(value, writing.locale) : new Intl.NumberFormat(writing.locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(value));
  return (
    <article className="signal" aria-labelledby={title} data-level={signal.level}>
      <header>
        <h2 id={title}>{signalFinding(signal, writing)}</h2>
        <p className="caption">{t(`kind.${signal.kind}`)}{signal.owner === null ? '' : ` · ${t('owner', { owner: signal.owner })}`} · {signalSource(signal, writing)}</p>
        <p className="text-2">
          {t(signal.isStillUp ? 'stillUp' : 'down')} {cost.value === null ? t('noCost') : t('cost', { cost: money(cost.value), count: cost.n, n: countText(cost.n, writing.locale) })}
          {sameAs === null ? '' : ` ${t('sameAs', { name: sameAs })}`}{stateReason === null ? '' : ` ${t('reason', { reason: stateReason })}`}
        </p>
      </header>
      <div className="signal-middle">
        <Sparkline signal={signal} label={weeksText(signal, writing)} />
        <FirstHeard signal={signal} />
      </div>
      {loop === null ? null : <LoopStrip loop={loop} />}
      <div className="row signal-acts">
        <Button size="small" icon={ListMusic} onPress={() => openEvidence({ filter: signal.evidence })}>{t('charts:showInteractions')}</Button>
        <Button size="small" aria-expanded={isTableOpen} onPress={() => setTableOpen(!isTableOpen)}>{t('charts:table')}</Button>
        <Acts signal={signal} />
      </div>
      {isTableOpen ? <ChartTableView caption={signalFinding(signal, writing)} table={weeksTable(signal, writing)} /> : null}
    </article>
  );
}

function FirstHeard({ signal: { firstHeard } }: { signal: Signal }) {
  const { t } = useTranslation('signals');
  const { locale } = useWriting();
  if (firstHeard === null) return null;
  const { interactionId, externalId, at, turnSeq, startMs, text, hasAudio } = firstHeard;
  const listen = (): void => useNavigation.getState().go('listen', { interactionId, ...(turnSeq === null ? startMs === null ? {} : { atMs: startMs } : { turnSeq }) });
  return (
    <div className="signal-heard">
      <p className="caption">{t('firstHeard', { day: dateTimeText(at, locale), externalId })}</p>
      {text === null ? null : <blockquote><bdi>{t('quote', { text })}</bdi></blockquote>}
      <Button size="small" variant="primary" icon={Headphones} onPress={listen}>{t(hasAudio ? 'listen' : 'read', { at: startMs === null ? '' : durationText(startMs) })}</Button>
    </div>
  );
}

type Open = { kind: 'dismiss' } | { kind: 'cause' } | { kind: 'loop'; loop: Loop } | null;

function Acts({ signal }: { signal: Signal }) {
  const { t } = useTranslation('signals');
  const [open, setOpen] = useState<Open>(null);
  const { subject, onset, state, kind } = signal;
  const act = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    try {
      await work();
      announce(said);
    } catch (error) {
      useToasts.getState().show({ text: failureText(t, failureOf(error)), tone: 'danger' });
    }
  };
  const openLoop = async (): Promise<void> => {
    const loop = await client.signals.loop({ subject });
    setOpen({ kind: 'loop', loop });
  };
  return (
    <>
      {state === 'open' ? <Button size="small" onPress={() => void act(() => client.signals.mark({ subject, onset, state: 'watched', reason: null, seen: seenOfMark(signal) }), t('said.watched'))}>{t('act.watch')}</Button> : null}
      {state === 'open' || state === 'watched' ? <Button size="small" onPress={() => setOpen({ kind: 'dismiss' })}>{t('act.dismiss')}</Button> : null}
      {state === 'open' ? null : <Button size="small" onPress={() => void act(() => client.signals.unmark({ subject, seen: seenOfMark(signal) }), t('said.open'))}>{t('act.reopen')}</Button>}
      {kind === 'code' || state === 'cause' ? null : <Button size="small" onPress={() => setOpen({ kind: 'cause' })}>{t('act.cause')}</Button>}
      <Button size="small" onPress={() => void act(openLoop, t('said.loop'))}>{t(signal.loop === null ? 'act.assign' : 'act.loop')}</Button>
      {open?.kind === 'dismiss' ? <DismissDialog signal={signal} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'cause' ? <CauseDialog signal={signal} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'loop' ? <LoopDialog loop={open.loop} firstHeardOn={signal.firstHeard?.at.slice(0, 10) ?? onset} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
