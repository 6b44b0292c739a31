import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useSeen } from '#renderer/engine/use-seen.ts';
import { settlementParts } from '#shared/commands/coaching.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { DisputeState, type CoachedItem, type Dispute, type ReviewOfPerson } from '#shared/model/coaching.ts';
import { act } from '#renderer/app/act.ts';

const wholeReview = 'whole';

/** An objection to a score, with its reason; the evaluation is kept as it stands now. */
export function DisputeDialog({ review, items, onClose }: { review: ReviewOfPerson; items: readonly CoachedItem[]; onClose: () => void }) {
  const { t } = useTranslation('coaching');
  const [item, setItem] = useState(wholeReview);
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const work = client.coaching.dispute({ evaluationId: review.evaluationId, item: item === wholeReview ? null : item, reason: reason.trim() });
    if (await act(t, work, t('dispute.raised'))) onClose();
  };
  return (
    <Dialog title={t('dispute.title', { id: review.externalId })} closeLabel={t('close')} isOpen onClose={onClose} actions={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={reason.trim() === ''} onPress={() => void send()}>{t('dispute.raise')}</Button></>}>
      <div className="stack">
        <p className="text-2">{t('dispute.help')}</p>
        <Select label={t('dispute.item')} options={[{ value: wholeReview, label: t('dispute.whole') }, ...items.map((each) => ({ value: each.item, label: each.name }))]} value={item} onChange={setItem} />
        <TextField label={t('dispute.reason')} value={reason} onChange={setReason} rows={4} maxLength={4000} takesFocus />
      </div>
    </Dialog>
  );
}

/** The answer to an objection, with its reason. The evaluation itself is changed where it was made. */
export function SettleDialog({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation('coaching');
  const [state, setState] = useState<(typeof DisputeState.options)[number]>('kept');
  const [answer, setAnswer] = useState('');
  const { seen, refused } = useSeen(() => seenOf(settlementParts, dispute));
  const send = async (): Promise<void> => {
    if (await act(t, client.coaching.settleDispute({ id: dispute.id, state, answer: answer.trim(), seen }), { done: t('dispute.settled'), refused })) onClose();
  };
  return (
    <Dialog title={t('dispute.settleTitle')} closeLabel={t('close')} isOpen onClose={onClose} actions={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={answer.trim() === ''} onPress={() => void send()}>{t('save')}</Button></>}>
      <div className="stack">
        <p dir="auto">{dispute.reason}</p>
        <RadioGroup label={t('dispute.decision')} options={DisputeState.options.map((value) => ({ value, label: t(`dispute.state.${value}`) }))} value={state} onChange={setState} />
        <TextField label={t('dispute.answer')} value={answer} onChange={setAnswer} rows={4} maxLength={4000} />
      </div>
    </Dialog>
  );
}
