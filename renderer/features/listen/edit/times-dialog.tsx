import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc, queryClient } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useSeen } from '#renderer/engine/use-seen.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { timeParts, timesOf } from '#shared/commands/transcript.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { useListenSession } from '../session/listen-session.ts';
import { clockMs, exactClock } from './clock-ms.ts';

type Row = { from: string; to: string };

/** Joins the times of the transcript to the recording: one point near the start, and one near the end where they drift apart. */
export function TimesDialog({ turn, onClose }: { turn: Turn; onClose: () => void }) {
  const { t } = useTranslation('listen');
  const { whole, askedId, player } = useListenSession();
  const [first, setFirst] = useState<Row>({ from: exactClock(turn.startMs ?? 0), to: exactClock(player.hasSound ? player.positionMs : turn.startMs ?? 0) });
  const [second, setSecond] = useState<Row>({ from: '', to: '' });
  const [failure, setFailure] = useState<unknown>(null);
  const { seen, refused } = useSeen(() => seenOf(timeParts, timesOf(whole.turns)));
  const isSecondEmpty = second.from.trim() === '' && second.to.trim() === '';
  const rows = isSecondEmpty ? [first] : [first, second];
  const points = rows.flatMap(({ from, to }) => {
    const [fromMs, toMs] = [clockMs(from), clockMs(to)];
    return fromMs === null || toMs === null ? [] : [{ fromMs, toMs }];
  });
  const isReady = points.length === rows.length;
  const shift = (): void => {
    client.interactions.shiftTimes({ id: whole.interaction.id, points, seen }).then(async () => {
      await queryClient.invalidateQueries({ queryKey: orpc.interactions.get.key({ input: { id: askedId } }) });
      announce(t('said.shifted'));
      onClose();
    }).catch((error: unknown) => {
      setFailure(error);
      refused(error);
    });
  };
  const problem = (text: string): string | null => (text.trim() === '' || clockMs(text) !== null ? null : t('times.problem'));
  const fields = (row: Row, set: (row: Row) => void, label: string) => (
    <fieldset className="times-point">
      <legend>{label}</legend>
      <div className="row">
        <TextField label={t('times.from')} value={row.from} onChange={(from) => set({ ...row, from })} problem={problem(row.from)} />
        <TextField label={t('times.to')} value={row.to} onChange={(to) => set({ ...row, to })} problem={problem(row.to)} />
      </div>
    </fieldset>
  );
  return (
    <Dialog
      title={t('times.title')} closeLabel={t('speaker.cancel')} isOpen onClose={onClose}
      actions={<><Button onPress={onClose}>{t('speaker.cancel')}</Button><Button variant="primary" isDisabled={!isReady} onPress={shift}>{t('times.do')}</Button></>}
    >
      <div className="stack">
        {failure === null ? null : <ErrorState layout="bar" failure={failureOf(failure)} />}
        <p>{t('times.intro')}</p>
        {fields(first, setFirst, t('times.first'))}
        {fields(second, setSecond, t('times.second'))}
      </div>
    </Dialog>
  );
}
