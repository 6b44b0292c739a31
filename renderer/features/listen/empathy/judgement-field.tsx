import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { durationText } from '#renderer/ui/figure-text.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Opportunity } from '#shared/model/empathy.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { useFieldFocus } from '../tagging/use-field-focus.ts';
import { useHand } from '../tagging/use-hand.ts';
import { saveJudgement } from './cue-acts.ts';
import { useJudging } from './judging.ts';

const outcomes = ['taken', 'missed', 'wrong', 'none'] as const;
const heard = ['yes', 'no', 'unknown'] as const;
const softenedOf = { yes: true, no: false, unknown: null } as const;
const heardOf = (softened: boolean | null | undefined): (typeof heard)[number] => (softened === true ? 'yes' : softened === false ? 'no' : 'unknown');

/** How a cue was met, by ear: 1 to 4 choose the outcome, Enter keeps it, Escape leaves. */
export function JudgementField({ turn, before }: { turn: Turn; before: Opportunity | undefined }) {
  const { t } = useTranslation('listen');
  const hand = useHand();
  const form = useRef<HTMLFormElement>(null);
  const { close, wishes } = useJudging();
  useFieldFocus(form, wishes);
  const [outcome, setOutcome] = useState<Opportunity['outcome'] | ''>(before?.outcome ?? '');
  const [softened, setSoftened] = useState(heardOf(before?.softened));
  const [note, setNote] = useState(before?.note ?? '');
  const [begun] = useState(before ?? null);
  const save = (): void => {
    if (outcome !== '') saveJudgement(hand, { turnSeq: turn.seq, before: begun }, { outcome, softened: softenedOf[softened], note: note.trim() === '' ? null : note.trim() });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isInText = event.target instanceof HTMLElement && event.target.matches('input[type=text], textarea');
    const digit = isInText ? undefined : outcomes[Number(event.key) - 1];
    if (digit !== undefined) setOutcome(digit);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && !isInText && !(event.target instanceof HTMLButtonElement)) save();
    if (digit !== undefined || event.key === 'Escape' || event.key === 'Enter') event.preventDefault();
    // Here letters and digits are no commands of the player.
    event.stopPropagation();
  };
  return (
    <form
      ref={form} aria-label={t('empathy.judge')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {/* Radio buttons and fields hear their own keys first; what they leave is the form's. */}
      <div role="presentation" className="judgement-field" onKeyDown={onKeyDown}>
        <p className="judgement-words" dir="auto">{turn.startMs === null ? null : <span className="tabular text-2">{durationText(turn.startMs)} </span>}{turn.text}</p>
        <div className="judgement-row">
          <RadioGroup<Opportunity['outcome'] | ''> label={t('empathy.howMet')} options={outcomes.map((value) => ({ value, label: t(`empathy.outcome.${value}`) }))} value={outcome} onChange={setOutcome} />
          <RadioGroup label={t('empathy.softer')} options={heard.map((value) => ({ value, label: t(`empathy.softened.${value}`) }))} value={softened} onChange={setSoftened} />
          <div className="judgement-end">
            <div className="grow"><TextField label={t('empathy.note')} value={note} onChange={setNote} maxLength={4000} /></div>
            <Button variant="primary" type="submit" isDisabled={outcome === ''}>{t('empathy.save')}</Button>
            <Button variant="quiet" onPress={close}>{t('empathy.cancel')}</Button>
          </div>
        </div>
      </div>
    </form>
  );
}
