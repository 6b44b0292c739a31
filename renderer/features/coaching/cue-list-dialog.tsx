import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client, orpc } from '#renderer/app/connection.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { dateText } from '#renderer/ui/figure-text.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { versionsIn } from '#renderer/engine/use-seen.ts';
import { type Seen, seenOf } from '#shared/commands/edit.ts';
import { settingParts } from '#shared/commands/settings.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { CueList } from '#shared/model/empathy.ts';
import { linesOf, phrasesOf } from './cue-lines.ts';

const listParts = { of: (list: Pick<CueList, 'phrases'> | null) => settingParts('empathy-cues', list === null ? null : { phrases: list.phrases }) };

/** The phrases that offer cues: read, changed, put back; and how well they do by this project's own judgements. */
export function CueListDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('coaching');
  const writing = useWriting();
  const { data } = useQuery(orpc.empathy.cueList.queryOptions());
  const [draft, setDraft] = useState<string | null>(null);
  const [seen, setSeen] = useState<Seen>({});
  const begin = (lines: string): void => {
    // From the first key on the list is what it was then, whatever another window makes of it.
    if (draft === null && data !== undefined) setSeen(seenOf(listParts, data));
    setDraft(lines);
  };
  const refused = (error: unknown): void => setSeen((before) => ({ ...before, ...versionsIn(error) }));
  if (data === undefined) return null;
  const text = draft ?? linesOf(data.phrases);
  const { phrases, wrongLines } = phrasesOf(text);
  const measured = (key: 'precision' | 'recall', envelope: Envelope): string => {
    const { value, interval, n } = figureOf(envelope, writing);
    return interval === null ? '' : t(`cues.${key}`, { value, interval, n });
  };
  const isMeasured = data.measure.precision.value !== null || data.measure.recall.value !== null;
  const change = async (wanted: typeof phrases | null): Promise<void> => {
    if (await act(t, client.empathy.changeCueList({ phrases: wanted, seen: { ...seenOf(listParts, data), ...seen } }), { done: t('cues.listSaved'), refused })) onClose();
  };
  return (
    <Dialog
      title={t('cues.listTitle')} closeLabel={t('close')} isOpen onClose={onClose} size="wide"
      actions={(
        <>
          <Button variant="quiet" isDisabled={data.version === 0} onPress={() => void change(null)}>{t('cues.putBack')}</Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={draft === null || wrongLines.length > 0 || phrases.length === 0} onPress={() => void change(phrases)}>{t('cues.saveList')}</Button>
        </>
      )}
    >
      <div className="stack">
        <p className="text-2">{t('cues.listHelp')}</p>
        <p className="caption">
          {data.changedAt === null ? t('cues.shipped', { count: data.phrases.length }) : t('cues.version', { version: data.version, date: dateText(data.changedAt, writing.locale), count: data.phrases.length })}
          {' '}{isMeasured ? <>{measured('precision', data.measure.precision)} {measured('recall', data.measure.recall)}</> : t('cues.notMeasured')}
        </p>
        <TextField
          label={t('cues.phrases')} value={text} onChange={begin} rows={14} maxLength={60_000}
          problem={wrongLines.length === 0 ? null : t('cues.wrongLines', { lines: wrongLines.slice(0, 8).join(', ') })}
        />
      </div>
    </Dialog>
  );
}
