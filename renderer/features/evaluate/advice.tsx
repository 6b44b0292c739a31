import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, decimalText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FrameAdvice } from '#shared/model/audit-queue.ts';
import { requestOf, useDrawDraft } from './draw-request.ts';

/** How many there are to draw from, what the size asked for can show, and sizes that show more. */
export function Advice() {
  const { t } = useTranslation('evaluate');
  const { locale } = useWriting();
  const draft = useDrawDraft();
  const { data, error } = useQuery(orpc.evaluations.frame.queryOptions({ input: requestOf(draft), placeholderData: keepPreviousData }));
  if (error) return <p className="text-2">{failureOf(error).message ?? t('advice.none')}</p>;
  if (!data) return null;
  const { frameSize, excluded, halfWidth } = data;
  const n = (value: number): string => countText(value, locale);
  return (
    <div className="advice" role="status">
      <p>{t('advice.frame', { count: frameSize, n: n(frameSize), evaluated: n(excluded.evaluated), tooShort: n(excluded.tooShort), unusable: n(excluded.unusable) })}</p>
      {draft.method === 'targeted' || halfWidth === null ? null : (
        <>
          <p>{t('advice.halfWidth', { size: n(Math.min(draft.size, frameSize)), points: decimalText(halfWidth, locale) })}</p>
          <Sizes advice={data} />
        </>
      )}
      {data.strata.length === 0 ? null : (
        <Table
          caption={t('advice.strata')} rows={data.strata} rowKey={({ name }) => name ?? ''}
          columns={[
            { id: 'name', label: t('advice.stratum'), isRowHeader: true, cell: ({ name }) => name ?? t('figure:notKnown') },
            { id: 'size', label: t('advice.size'), align: 'end', cell: ({ size }) => n(size) }, { id: 'drawn', label: t('advice.drawn'), align: 'end', cell: ({ drawn }) => n(drawn) },
          ]}
        />
      )}
    </div>
  );
}

function Sizes({ advice }: { advice: FrameAdvice }) {
  const { t } = useTranslation('evaluate');
  const { locale } = useWriting();
  const { change } = useDrawDraft();
  const sizes = [
    { key: 'toEstimate10', size: advice.toEstimate10 }, { key: 'toEstimate5', size: advice.toEstimate5 }, { key: 'toSeeOneIn20', size: advice.toSeeOneIn20 },
    ...(advice.forStrata === null ? [] : [{ key: 'forStrata', size: advice.forStrata }]),
  ];
  return (
    <ul>
      {sizes.map(({ key, size }) => (
        <li key={key}><Button size="small" variant="quiet" aria-label={t('advice.use', { n: countText(size, locale), why: t(`advice.${key}`) })} onPress={() => change({ size })}>{countText(size, locale)}</Button> {t(`advice.${key}`)}</li>
      ))}
    </ul>
  );
}
