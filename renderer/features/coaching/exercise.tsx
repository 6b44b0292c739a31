import { useQuery } from '@tanstack/react-query';
import { Play, Square } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client, orpc } from '#renderer/app/connection.ts';
import { useClipPlayer, type ClipPlayer, type ClipSound } from '#renderer/clips/clip-player.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText, decimalText } from '#renderer/ui/figure-text.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Clip, CoachedPerson } from '#shared/model/coaching.ts';
import { cueAndAnswer } from './cue-and-answer.ts';

type ExerciseProps = { item: string; clips: readonly Clip[]; people: readonly CoachedPerson[] };

/** Practice on real moments: hear up to the cue, say what you would do, hear what happened, compare, score. */
export function Exercise({ item, clips, people }: ExerciseProps) {
  const { t } = useTranslation('coaching');
  const [trainee, setTrainee] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const clip = clips[at];
  return (
    <div className="stack" role="group" aria-label={t('exercise.title')}>
      <p className="text-2">{t('exercise.help')}</p>
      <Select label={t('exercise.trainee')} options={people.map(({ agentId, name }) => ({ value: agentId, label: name }))} value={trainee} onChange={setTrainee} placeholder={t('exercise.choose')} />
      {trainee === null ? null : clip === undefined ? <p role="status">{t('exercise.done')}</p>
        : <Moment key={`${trainee} ${clip.id}`} clip={clip} place={t('exercise.place', { number: at + 1, total: clips.length })} trainee={trainee} item={item} onNext={() => setAt(at + 1)} />}
      {trainee === null ? null : <TraineeProgress trainee={trainee} item={item} />}
    </div>
  );
}

function Moment({ clip, place, trainee, item, onNext }: { clip: Clip; place: string; trainee: string; item: string; onNext: () => void }) {
  const { t } = useTranslation('coaching');
  const player = useClipPlayer();
  const [response, setResponse] = useState('');
  const [isTold, setTold] = useState(false);
  const [score, setScore] = useState('');
  const { cue, answer } = cueAndAnswer(clip);
  const save = async (): Promise<void> => {
    if (await act(t, client.training.addAttempt({ agentId: trainee, item, clipId: clip.id, response: response.trim(), score: Number(score) }), t('exercise.saved'))) onNext();
  };
  return (
    <article className="exercise stack" aria-label={place}>
      <h4>{place}</h4>
      <Lines turns={cue.turns} label={t('exercise.cue')} />
      <PlayPart player={player} sound={cue.sound} label={t('exercise.playCue')} />
      <TextField label={t('exercise.response')} value={response} onChange={setResponse} rows={3} maxLength={4000} />
      {isTold ? (
        <>
          <Lines turns={answer.turns} label={t('exercise.answer', { outcome: t(`clips:outcome.${clip.outcome ?? 'none'}`) })} />
          <PlayPart player={player} sound={answer.sound} label={t('exercise.playAnswer')} />
          <RadioGroup label={t('exercise.score')} options={['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))} value={score} onChange={setScore} />
          <p className="caption">{t('exercise.anchors')}</p>
          <div className="row"><Button variant="primary" isDisabled={score === ''} onPress={() => void save()}>{t('exercise.save')}</Button><Button onPress={onNext}>{t('exercise.skip')}</Button></div>
        </>
      ) : <div className="row"><Button variant="primary" isDisabled={response.trim() === ''} onPress={() => setTold(true)}>{t('exercise.tell')}</Button><Button onPress={onNext}>{t('exercise.skip')}</Button></div>}
    </article>
  );
}

function Lines({ turns, label }: { turns: Clip['turns']; label: string }) {
  const { t } = useTranslation('coaching');
  return (
    <section className="clip-lines" aria-label={label} aria-live="polite">
      <strong>{label}</strong>
      <ol className="clip-turns">
        {turns.map((turn) => <li key={turn.seq} data-role={turn.role}><span className="caption">{t(`clips:role.${turn.role}`, { defaultValue: t('clips:role.unknown') })}</span><span dir="auto">{turn.text}</span></li>)}
      </ol>
    </section>
  );
}

function PlayPart({ player, sound, label }: { player: ClipPlayer; sound: ClipSound; label: string }) {
  const { t } = useTranslation('coaching');
  if (sound.mediaId === null) return <p className="caption">{t('clips:noSound')}</p>;
  if (player.failedId === sound.id) return <p role="status">{t('clips:failed')}</p>;
  return (
    <div>
      {player.playingId === sound.id ? <Button size="small" icon={Square} onPress={player.stop}>{t('clips:stop')}</Button> : <Button size="small" icon={Play} onPress={() => player.play(sound)}>{label}</Button>}
    </div>
  );
}

/** What this trainee has practised on the item; scores of exercises, never of work. */
function TraineeProgress({ trainee, item }: { trainee: string; item: string }) {
  const { t } = useTranslation('coaching');
  const { locale } = useWriting();
  const { data } = useQuery(orpc.training.attempts.queryOptions({ input: { agentId: trainee } }));
  if (data === undefined) return <Delayed><Skeleton label={t('loading')} /></Delayed>;
  const attempts = data.filter((attempt) => attempt.item === item);
  if (attempts.length === 0) return <p className="text-2">{t('exercise.noneYet')}</p>;
  return (
    <Table
      caption={t('exercise.progress', { count: attempts.length })}
      columns={[
        { id: 'date', label: t('reviews.date'), isRowHeader: true, cell: (attempt) => dateText(attempt.doneAt, locale) },
        { id: 'response', label: t('exercise.said'), cell: (attempt) => <span dir="auto">{attempt.response}</span> },
        { id: 'score', label: t('exercise.points'), align: 'end', cell: (attempt) => decimalText(attempt.score, locale) },
      ]}
      rows={attempts}
      rowKey={({ id }) => id}
    />
  );
}
