import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { durationText } from '#renderer/ui/figure-text.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { seenOf } from '#shared/commands/edit.ts';
import { redactionParts } from '#shared/commands/privacy.ts';
import type { PrivatePlace } from '#shared/model/privacy.ts';
import type { ScanRow } from './review-list.tsx';

const spanOf = ({ turnSeq, charStart, charEnd, type }: PrivatePlace) => ({ turnSeq, charStart, charEnd, type });

/** Every place of one interaction: hide it, let it stand, or show it again. All of it can be undone. */
export function ReviewDialog({ row, onClose }: { row: ScanRow; onClose: (counts: Pick<ScanRow, 'suggested' | 'hidden'> | null) => void }) {
  const { t } = useTranslation('privacy');
  const { interactionId } = row;
  const { data, error, refetch } = useQuery(orpc.privacy.places.queryOptions({ input: { interactionId } }));
  const again = { onSettled: () => void refetch() };
  const review = useMutation(orpc.privacy.review.mutationOptions(again));
  const restore = useMutation(orpc.privacy.restore.mutationOptions(again));
  const problem = error ?? review.error ?? restore.error;
  const open = (data?.places ?? []).filter(({ status }) => status === 'suggested');
  const counts = data === undefined ? null : { suggested: open.length, hidden: data.places.filter(({ status }) => status === 'applied' || status === 'final').length };
  const decide = (places: readonly PrivatePlace[], how: 'apply' | 'dismiss') => review.mutate({ interactionId, apply: [], dismiss: [], [how]: places.map(spanOf), seen: seenOf(redactionParts, places) });
  return (
    <Dialog
      title={t('review.title', { id: row.externalId })}
      closeLabel={t('close')}
      isOpen
      onClose={() => onClose(counts)}
      size="wide"
      actions={(
        <>
          <Button variant="quiet" onPress={() => useNavigation.getState().go('listen', { interactionId })}>{t('review.listen')}</Button>
          {open.length > 0 ? <Button variant="primary" onPress={() => decide(open, 'apply')}>{t('review.hideAll', { count: open.length })}</Button> : null}
        </>
      )}
    >
      {problem ? <ErrorState layout="bar" failure={failureOf(problem)} /> : null}
      {data === undefined && !error ? <Skeleton label={t('frame:loading')} /> : null}
      {data === undefined ? null : (
        <div className="stack">
          <Table
            caption={t('review.caption')}
            isCaptionHidden
            columns={[
              { id: 'words', label: t('review.words'), isRowHeader: true, cell: (place) => place.text ?? t('review.gone') },
              { id: 'type', label: t('review.type'), cell: (place) => t(`types.${place.type}`) },
              { id: 'turn', label: t('review.turn'), align: 'end', cell: (place) => (place.startMs === null ? place.turnSeq + 1 : durationText(place.startMs)) },
              { id: 'status', label: t('review.state'), cell: (place) => t(`review.states.${place.status}`) },
              { id: 'act', label: t('review.act'), align: 'end', cell: (place) => <PlaceActs place={place} onHide={() => decide([place], 'apply')} onLeave={() => decide([place], 'dismiss')} onRestore={(id) => restore.mutate({ ids: [id], seen: seenOf(redactionParts, [place]) })} /> },
            ]}
            rows={data.places}
            rowKey={(place) => `${place.turnSeq} ${place.charStart} ${place.status}`}
          />
          <MarkWords interactionId={interactionId} onMarked={() => void refetch()} />
        </div>
      )}
    </Dialog>
  );
}

type PlaceActsProps = { place: PrivatePlace; onHide: () => void; onLeave: () => void; onRestore: (id: string) => void };

function PlaceActs({ place, onHide, onLeave, onRestore }: PlaceActsProps) {
  const { t } = useTranslation('privacy');
  const { id, status } = place;
  const words = place.text ?? '';
  if (status === 'final') return null;
  if (id !== null) return <Button size="small" aria-label={t(`review.back.${status === 'applied' ? 'applied' : 'dismissed'}Of`, { words })} onPress={() => onRestore(id)}>{t(`review.back.${status === 'applied' ? 'applied' : 'dismissed'}`)}</Button>;
  return (
    <span className="row">
      <Button size="small" variant="quiet" aria-label={t('review.leaveOf', { words })} onPress={onLeave}>{t('review.leave')}</Button>
      <Button size="small" aria-label={t('review.hideOf', { words })} onPress={onHide}>{t('review.hide')}</Button>
    </span>
  );
}

/** Words that nothing suggested: hidden wherever they occur in the interaction. */
function MarkWords({ interactionId, onMarked }: { interactionId: string; onMarked: () => void }) {
  const { t } = useTranslation('privacy');
  const [words, setWords] = useState('');
  const mark = useMutation(orpc.privacy.markWords.mutationOptions({ onSuccess: onMarked }));
  const isEmpty = words.trim() === '';
  return (
    <div className="stack">
      <div className="row privacy-mark">
        <TextField label={t('review.markWords')} value={words} onChange={setWords} maxLength={200} />
        <Button isDisabled={isEmpty || mark.isPending} onPress={() => mark.mutate({ interactionId, words, type: 'PERSON' })}>{t('review.mark')}</Button>
      </div>
      <p role="status" className="text-2">{mark.data === undefined ? '' : t('review.marked', { count: mark.data.applied })}</p>
    </div>
  );
}
