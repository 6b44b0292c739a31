import { FileOutput, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { roundParts } from '#shared/commands/calibration.ts';
import { seenOf } from '#shared/commands/edit.ts';
import type { CalibrationRound } from '#shared/model/calibration.ts';
import { RatePanel } from './rate-panel.tsx';
import { Results } from './results.tsx';
import { saveFile } from './packet-files.ts';

/** A round: blind until everybody is in, then compared. */
export function RoundView({ round }: { round: CalibrationRound }) {
  const { t } = useTranslation('calibration');
  const { locale } = useWriting();
  const finished = round.progress.filter(({ done, total }) => done.length === total).length;
  return (
    <div className="calibration">
      <p>
        {t('line', { calls: round.interactions.length, raters: round.raters.length, owner: round.owner })} · {t(round.openedAt === null ? 'blind' : 'opened', { date: dateText(round.openedAt ?? round.createdAt, locale) })}
        {round.closesOn === null || round.openedAt !== null ? null : <> · {t('closes', { date: dateText(round.closesOn, locale) })}</>}
      </p>
      {round.openedAt === null ? <><Progress round={round} finished={finished} /><Rating round={round} /></> : <Results round={round} />}
    </div>
  );
}

/** Who is done: names and counts, no answers. */
function Progress({ round, finished }: { round: CalibrationRound; finished: number }) {
  const { t } = useTranslation('calibration');
  const [openingWord, setOpeningWord] = useState('');
  const isComplete = finished === round.raters.length;
  const open = (): void => void act(t, client.calibration.open({ id: round.id, openingWord: openingWord === '' ? null : openingWord }), t('openedNow'));
  return (
    <section className="card stack" aria-label={t('progress.title')}>
      <h2>{t('progress.done', { done: finished, total: round.raters.length })}</h2>
      <ul className="progress-list">
        {round.progress.map(({ rater, done, total }) => <li key={rater}><strong>{rater}</strong> <span className="tabular">{t('progress.of', { done: done.length, total })}</span></li>)}
      </ul>
      <div className="row row-wrap">
        <Button icon={FileOutput} onPress={() => void saveFile(t, client.calibration.exportRound({ id: round.id }))}>{t('file.exportRound')}</Button>
        <Button variant="quiet" icon={Trash2} onPress={() => void act(t, client.calibration.remove({ id: round.id, seen: seenOf(roundParts, { sealed: round.progress.flatMap(({ rater, done }) => done.map((interaction) => `${rater} ${interaction}`)).toSorted() }) }), t('removed'))}>{t('remove')}</Button>
      </div>
      {round.isOwner ? (
        <div className="row row-wrap open-row">
          {round.needsWord && isComplete ? <TextField label={t('word')} value={openingWord} onChange={setOpeningWord} /> : null}
          <Button variant="primary" isDisabled={!isComplete} onPress={open}>{t('open')}</Button>
          {isComplete ? null : <span className="caption">{t('notYet')}</span>}
        </div>
      ) : <p className="caption">{t('ownerOpens', { owner: round.owner })}</p>}
    </section>
  );
}

/** Who scores here, and which interaction is next. */
function Rating({ round }: { round: CalibrationRound }) {
  const { t } = useTranslation('calibration');
  const [rater, setRater] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const done = round.progress.find((each) => each.rater === rater)?.done ?? [];
  const unit = round.units.find(({ interaction }) => interaction === chosen) ?? round.units.find(({ interaction }) => !done.includes(interaction)) ?? round.units[0];
  return (
    <section className="card stack" aria-label={t('rate.title')}>
      <h2>{t('rate.title')}</h2>
      <p className="text-2">{t('rate.help')}</p>
      <div className="rate-bar">
        <Select label={t('rate.who')} options={round.raters.map((name) => ({ value: name, label: name }))} value={rater} onChange={(name) => { setRater(name); setChosen(null); }} placeholder={t('rate.choose')} />
        {rater === null || unit === undefined ? null : <Select label={t('rate.interaction')} options={round.units.map(({ interaction }) => ({ value: interaction, label: interaction, hint: t(done.includes(interaction) ? 'rate.sealed' : 'rate.open') }))} value={unit.interaction} onChange={setChosen} />}
        {rater === null || done.length === 0 ? null : <Button icon={FileOutput} onPress={() => void saveFile(t, client.calibration.exportAnswers({ id: round.id, rater }))}>{t('file.exportAnswers', { rater })}</Button>}
      </div>
      {rater === null || unit === undefined ? null : unit.interactionId === null
        ? <p>{t('rate.missing', { id: unit.interaction })}</p>
        : <RatePanel key={`${rater} ${unit.interaction}`} round={round} rater={rater} unit={{ interaction: unit.interaction, interactionId: unit.interactionId }} isSealed={done.includes(unit.interaction)} onSealed={() => setChosen(null)} />}
    </section>
  );
}
