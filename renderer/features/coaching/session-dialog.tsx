import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useSeen } from '#renderer/engine/use-seen.ts';
import { sessionParts } from '#shared/commands/coaching.ts';
import { seenOf } from '#shared/commands/edit.ts';
import type { CoachingRecord, CoachingReport, CoachingSession } from '#shared/model/coaching.ts';
import { act } from '#renderer/app/act.ts';

const inWeeks = (weeks: number): string => new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

/** What a new session starts with: the focus, its clips, ten interactions in three weeks. */
export function newRecord({ person, focus, pairs, items }: CoachingReport): CoachingRecord {
  return {
    agentId: person.agentId, item: focus?.item ?? items[0]?.item ?? '', heldOn: inWeeks(0), goal: '', practice: '', checkCount: 10, checkBy: inWeeks(3),
    agentView: null, selfScore: null, showsScores: true, showsCustomerWords: false,
    clipIds: pairs.flatMap(({ poor, good }) => [poor.id, ...(good ? [good.id] : [])]),
  };
}

type SessionDialogProps = { report: CoachingReport; session: CoachingSession | null; onClose: () => void };

/** What was agreed: one goal, one practice, a check on so many interactions by a day, and the person's own view. */
export function SessionDialog({ report, session, onClose }: SessionDialogProps) {
  const { t } = useTranslation('coaching');
  const [draft, setDraft] = useState<CoachingRecord>(() => {
    if (session === null) return newRecord(report);
    const { id: _id, createdAt: _at, createdBy: _by, ...record } = session;
    return record;
  });
  const { seen, refused } = useSeen(() => seenOf(sessionParts, session));
  const change = (part: Partial<CoachingRecord>): void => setDraft({ ...draft, ...part });
  const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day);
  const isOrdered = draft.checkBy >= draft.heldOn;
  const isReady = draft.goal.trim() !== '' && draft.practice.trim() !== '' && isDay(draft.heldOn) && isDay(draft.checkBy) && isOrdered;
  const save = async (): Promise<void> => {
    const work = session === null ? client.coaching.addSession(draft) : client.coaching.changeSession({ ...draft, id: session.id, seen });
    if (await act(t, work, { done: t('session.saved'), refused })) onClose();
  };
  return (
    <Dialog
      title={t(session === null ? 'session.new' : 'session.edit', { name: report.person.name })}
      closeLabel={t('close')}
      isOpen
      onClose={onClose}
      size="wide"
      actions={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={!isReady} onPress={() => void save()}>{t('save')}</Button></>}
    >
      <div className="stack">
        <Select label={t('session.item')} options={report.items.map(({ item, name }) => ({ value: item, label: name }))} value={draft.item} onChange={(item) => change({ item })} />
        <TextField label={t('session.goal')} help={t('session.goalHelp')} value={draft.goal} onChange={(goal) => change({ goal })} maxLength={4000} takesFocus />
        <TextField label={t('session.practice')} help={t('session.practiceHelp')} value={draft.practice} onChange={(practice) => change({ practice })} rows={3} maxLength={4000} />
        <div className="field-row">
          <TextField label={t('session.heldOn')} type="date" value={draft.heldOn} onChange={(heldOn) => change({ heldOn })} />
          <NumberField label={t('session.checkCount')} value={draft.checkCount} onChange={(checkCount) => change({ checkCount })} min={1} max={200} />
          <TextField label={t('session.checkBy')} type="date" value={draft.checkBy} onChange={(checkBy) => change({ checkBy })} problem={isOrdered ? null : t('session.checkOrder')} />
        </div>
        <fieldset className="plain-fieldset stack">
          <legend>{t('session.own')}</legend>
          <TextField label={t('session.agentView')} value={draft.agentView ?? ''} onChange={(words) => change({ agentView: words === '' ? null : words })} rows={3} maxLength={4000} />
          <Checkbox isSelected={draft.selfScore !== null} onChange={(isGiven) => change({ selfScore: isGiven ? 50 : null })}>{t('session.hasSelfScore')}</Checkbox>
          {draft.selfScore === null ? null : <NumberField label={t('session.selfScore')} value={draft.selfScore} onChange={(selfScore) => change({ selfScore })} min={0} max={100} />}
          <Checkbox isSelected={draft.showsScores} onChange={(showsScores) => change({ showsScores })}>{t('session.showsScores')}</Checkbox>
          <Checkbox isSelected={draft.showsCustomerWords} onChange={(showsCustomerWords) => change({ showsCustomerWords })}>{t('session.showsCustomerWords')}</Checkbox>
        </fieldset>
        <p className="caption">{t('session.clips', { count: draft.clipIds.length })}</p>
      </div>
    </Dialog>
  );
}
