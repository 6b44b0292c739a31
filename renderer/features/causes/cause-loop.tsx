import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { LoopDialog } from '#renderer/charts/loop/loop-dialog.tsx';
import { LoopStrip } from '#renderer/charts/loop/loop-strip.tsx';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import type { CauseDetail } from '#shared/model/cause.ts';

/** Whether hearing a cause changed anything: who answers, what was decided and changed, and what the numbers say since. */
export function CauseLoop({ detail: { code, firstOn } }: { detail: CauseDetail }) {
  const { t } = useTranslation('causes');
  const [isOpen, setOpen] = useState(false);
  const { data: loop, error, refetch } = useQuery(orpc.signals.loop.queryOptions({ input: { subject: `code:${code}` } }));
  const isBegun = loop?.stages.some(({ on }) => on !== null) === true;
  return (
    <section className="stack" aria-labelledby="cause-loop">
      <h3 id="cause-loop">{t('loop.title')}</h3>
      {error === null ? null : <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} />}
      {loop === undefined ? error === null ? <Delayed><Skeleton label={t('loading')} lines={2} /></Delayed> : null : (
        <>
          {isBegun ? null : <p className="text-2">{t('loop.none')}</p>}
          <LoopStrip loop={loop} />
          <div><Button size="small" onPress={() => setOpen(true)}>{t(isBegun ? 'loop.change' : 'loop.begin')}</Button></div>
        </>
      )}
      {isOpen && loop !== undefined ? <LoopDialog loop={loop} firstHeardOn={firstOn} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
