import { useQuery } from '@tanstack/react-query';
import { Play, Square } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client } from '#renderer/app/connection.ts';
import { wholeQuery } from '#renderer/app/whole-interaction.ts';
import { useClipPlayer } from '#renderer/clips/clip-player.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { durationText } from '#renderer/ui/figure-text.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useSeen } from '#renderer/engine/use-seen.ts';
import { sheetParts } from '#shared/commands/calibration.ts';
import { seenOf } from '#shared/commands/edit.ts';
import type { CalibrationItem, CalibrationRound } from '#shared/model/calibration.ts';
import type { Turn } from '#shared/model/interaction.ts';

/** `value` is a digit, or `na`. */
type Draft = { value: string; turnSeq: number | null; note: string };
const notApplicable = 'na';
const noTurn = 'none';

type RatePanelProps = { round: CalibrationRound; rater: string; unit: { interaction: string; interactionId: string }; isSealed: boolean; onSealed: () => void };

/** One call to score: its sound and words beside the items, each with the moment that proves it. */
export function RatePanel({ round, rater, unit, isSealed, onSealed }: RatePanelProps) {
  const { t } = useTranslation('calibration');
  const { data, error } = useQuery(wholeQuery({ id: unit.interactionId }));
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const { seen, refused } = useSeen(() => {
    const sealedAt = round.progress.find((each) => each.rater === rater)?.sealedAt[unit.interaction];
    return seenOf(sheetParts, sealedAt === undefined ? null : { sealedAt });
  });
  if (error) return <ErrorState layout="bar" failure={failureOf(error)} />;
  if (data === undefined) return <Skeleton label={t('loading')} lines={6} />;
  const missing = round.items.filter(({ item }) => drafts[item] === undefined);
  const seal = async (): Promise<void> => {
    const answers = round.items.map(({ item }) => answerOf(item, drafts[item], data.turns));
    if (await act(t, client.calibration.seal({ roundId: round.id, rater, interaction: unit.interaction, answers, seen }), { done: t('rate.sealedNow', { id: unit.interaction }), refused })) onSealed();
  };
  return (
    <div className="rate">
      <Words turns={data.turns} mediaId={data.media.find(({ playable, isPresent }) => playable && isPresent)?.id ?? null} id={unit.interaction} />
      <div className="stack">
        {isSealed ? <p role="status">{t('rate.isSealed')}</p> : null}
        {round.items.map((item) => <ItemFields key={item.item} item={item} turns={data.turns} draft={drafts[item.item]} onChange={(draft) => setDrafts({ ...drafts, [item.item]: draft })} />)}
        <div className="row row-wrap">
          <Button variant="primary" isDisabled={missing.length > 0} onPress={() => void seal()}>{t(isSealed ? 'rate.sealAgain' : 'rate.seal', { id: unit.interaction })}</Button>
          {missing.length === 0 ? null : <span className="caption">{t('rate.left', { count: missing.length })}</span>}
        </div>
      </div>
    </div>
  );
}

function answerOf(item: string, draft: Draft | undefined, turns: readonly Turn[]) {
  const turn = turns.find(({ seq }) => seq === draft?.turnSeq);
  return {
    item, value: draft === undefined || draft.value === notApplicable ? null : Number(draft.value),
    startMs: turn?.startMs ?? null, endMs: turn?.endMs ?? null, turnSeq: draft?.turnSeq ?? null, note: draft === undefined || draft.note.trim() === '' ? null : draft.note.trim(),
  };
}

function ItemFields({ item, turns, draft, onChange }: { item: CalibrationItem; turns: readonly Turn[]; draft: Draft | undefined; onChange: (draft: Draft) => void }) {
  const { t } = useTranslation('calibration');
  const kept = draft ?? { value: '', turnSeq: null, note: '' };
  const scale = [...Array.from({ length: item.max + 1 }, (_, value) => ({ value: String(value), label: String(value) })), { value: notApplicable, label: t('rate.notApplicable') }];
  const moments = [{ value: noTurn, label: t('rate.noMoment') }, ...turns.map((turn) => ({ value: String(turn.seq), label: turnLabel(turn) }))];
  return (
    <section className="rate-item" aria-label={item.name}>
      <RadioGroup label={item.name} options={scale} value={kept.value} onChange={(value) => onChange({ ...kept, value })} />
      {item.definition === '' ? null : <p className="caption">{item.definition}</p>}
      {draft === undefined ? null : (
        <div className="rate-evidence">
          <Select label={t('rate.moment', { name: item.name })} options={moments} value={kept.turnSeq === null ? noTurn : String(kept.turnSeq)} onChange={(seq) => onChange({ ...kept, turnSeq: seq === noTurn ? null : Number(seq) })} />
          <TextField label={t('rate.note', { name: item.name })} value={kept.note} onChange={(note) => onChange({ ...kept, note })} maxLength={2000} />
        </div>
      )}
    </section>
  );
}

const turnLabel = ({ startMs, text, seq }: Turn): string => `${startMs === null ? `${seq + 1}` : durationText(startMs)} ${text.slice(0, 60)}`;

/** The call itself: played from its start or from any turn. */
function Words({ turns, mediaId, id }: { turns: readonly Turn[]; mediaId: string | null; id: string }) {
  const { t } = useTranslation('calibration');
  const player = useClipPlayer();
  const play = (key: string, startMs: number | null): void => player.play({ id: key, mediaId, startMs: startMs ?? 0, endMs: null, muted: [] });
  return (
    <div className="stack" role="group" aria-label={t('rate.words', { id })}>
      {mediaId === null ? <p className="caption">{t('rate.noSound')}</p> : (
        <div>{player.playingId === null ? <Button size="small" icon={Play} onPress={() => play(id, 0)}>{t('rate.play')}</Button> : <Button size="small" icon={Square} onPress={player.stop}>{t('rate.stop')}</Button>}</div>
      )}
      {player.failedId === null ? null : <p role="status">{t('rate.failed')}</p>}
      <ol className="rate-turns">
        {turns.map((turn) => (
          <li key={turn.seq} data-role={turn.role}>
            {mediaId === null || turn.startMs === null ? <span className="caption tabular">{turn.startMs === null ? turn.seq + 1 : durationText(turn.startMs)}</span>
              : <Button size="small" variant="quiet" aria-label={t('rate.playAt', { time: durationText(turn.startMs) })} onPress={() => play(String(turn.seq), turn.startMs)}>{durationText(turn.startMs)}</Button>}
            <span><span className="caption">{t(`clips:role.${turn.role}`, { defaultValue: t('clips:role.unknown') })}</span> <span dir="auto">{turn.text}</span></span>
          </li>
        ))}
      </ol>
    </div>
  );
}
