import { ArrowUpRight, Play, Square } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client } from '#renderer/app/connection.ts';
import { useClipPlayer, type ClipPlayer } from '#renderer/clips/clip-player.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { durationText } from '#renderer/ui/figure-text.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useSeen } from '#renderer/engine/use-seen.ts';
import { decisionParts } from '#shared/commands/calibration.ts';
import { seenOf } from '#shared/commands/edit.ts';
import type { Disagreement, RoundResults } from '#shared/model/calibration.ts';

/** What was heard differently, the widest first, one by one. */
export function Disagreements({ results }: { results: RoundResults }) {
  const { t } = useTranslation('calibration');
  const player = useClipPlayer();
  const { disagreements, round } = results;
  const settled = disagreements.filter(({ decision }) => decision !== null).length;
  return (
    <section className="stack" aria-label={t('disagreements.title')}>
      <h2>{t('disagreements.title')}</h2>
      {disagreements.length === 0 ? <p>{t('disagreements.none')}</p> : <p className="text-2">{t('disagreements.count', { count: disagreements.length, settled })}</p>}
      {disagreements.map((each) => <Card key={`${each.interaction} ${each.item}`} roundId={round.id} disagreement={each} max={results.items.find(({ item }) => item === each.item)?.max ?? 4} player={player} />)}
    </section>
  );
}

function Card({ roundId, disagreement, max, player }: { roundId: string; disagreement: Disagreement; max: number; player: ClipPlayer }) {
  const { t } = useTranslation('calibration');
  const { interaction, interactionId, itemName, answers } = disagreement;
  const title = t('disagreements.of', { item: itemName, id: interaction });
  const valueOf = (value: number | null): string => (value === null ? t('rate.notApplicable') : String(value));
  return (
    <article className="card stack" aria-label={title}>
      <header className="row row-wrap">
        <h3 className="grow">{title}</h3>
        {interactionId === null ? null : <Button size="small" variant="quiet" icon={ArrowUpRight} onPress={() => useNavigation.getState().go('listen', { interactionId })}>{t('disagreements.open', { id: interaction })}</Button>}
      </header>
      <ul className="answer-list">
        {answers.map((answer) => (
          <li key={answer.rater}>
            <strong className="tabular">{t('disagreements.answer', { rater: answer.rater, value: valueOf(answer.value) })}</strong>
            <span dir="auto">{[answer.text, answer.note === null ? null : t('clips:note', { note: answer.note })].filter((part) => part !== null).join(' · ')}</span>
            <Hear disagreement={disagreement} answer={answer} player={player} />
          </li>
        ))}
      </ul>
      <Settle roundId={roundId} disagreement={disagreement} max={max} />
    </article>
  );
}

/** The moment that one rater used as evidence. */
function Hear({ disagreement, answer, player }: { disagreement: Disagreement; answer: Disagreement['answers'][number]; player: ClipPlayer }) {
  const { t } = useTranslation('calibration');
  const { mediaId, interaction, item } = disagreement;
  const { startMs, endMs, rater } = answer;
  if (mediaId === null || startMs === null) return <span className="caption">{t('disagreements.noMoment')}</span>;
  const id = `${interaction} ${item} ${rater}`;
  if (player.failedId === id) return <span role="status">{t('rate.failed')}</span>;
  if (player.playingId === id) return <Button size="small" icon={Square} onPress={player.stop}>{t('rate.stop')}</Button>;
  return <Button size="small" icon={Play} onPress={() => player.play({ id, mediaId, startMs, endMs, muted: [] })}>{t('disagreements.hear', { rater, time: durationText(startMs) })}</Button>;
}

function Settle({ roundId, disagreement, max }: { roundId: string; disagreement: Disagreement; max: number }) {
  const { t } = useTranslation('calibration');
  const { decision, interaction, item, itemName } = disagreement;
  const [isChanging, setChanging] = useState(false);
  const [value, setValue] = useState(decision === null ? '' : String(decision.value ?? 'na'));
  const [reason, setReason] = useState(decision?.reason ?? '');
  const [isExample, setExample] = useState(decision?.isExample ?? true);
  const { seen, refused } = useSeen(() => seenOf(decisionParts, decision));
  if (decision !== null && !isChanging) {
    return (
      <div className="row row-wrap">
        <p className="grow"><strong>{t('settle.agreed', { value: decision.value ?? t('rate.notApplicable') })}</strong> {t('settle.because', { reason: decision.reason, by: decision.decidedBy })}{decision.isExample ? <span className="caption"> {t('settle.inGuide')}</span> : null}</p>
        <Button size="small" variant="quiet" onPress={() => setChanging(true)}>{t('settle.change')}</Button>
      </div>
    );
  }
  const save = async (): Promise<void> => {
    const work = client.calibration.settle({ roundId, interaction, item, value: value === 'na' ? null : Number(value), reason: reason.trim(), isExample, seen });
    if (await act(t, work, { done: t('settle.saved'), refused })) setChanging(false);
  };
  const scale = [...Array.from({ length: max + 1 }, (_, at) => ({ value: String(at), label: String(at) })), { value: 'na', label: t('rate.notApplicable') }];
  return (
    <div className="settle">
      <RadioGroup label={t('settle.value', { item: itemName })} options={scale} value={value} onChange={setValue} />
      <TextField label={t('settle.reason')} value={reason} onChange={setReason} maxLength={4000} />
      <Checkbox isSelected={isExample} onChange={setExample}>{t('settle.example')}</Checkbox>
      <Button isDisabled={value === '' || reason.trim() === ''} onPress={() => void save()}>{t('settle.save')}</Button>
    </div>
  );
}
