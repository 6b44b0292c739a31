import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { fieldName } from '#renderer/charts/segment-name.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useScreenParams } from '#renderer/stores/navigation.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText } from '#renderer/ui/figure-text.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Advice } from './advice.tsx';
import { newSeed, requestOf, strataFields, useDrawDraft } from './draw-request.ts';
import { FrameFields } from './frame-fields.tsx';
import { openInQueue } from './open-queue.ts';

const maxSize = 1000;

/** Sets up a draw: from what, how, how many; and draws it. */
export function DrawForm() {
  const { t } = useTranslation('evaluate');
  const writing = useWriting();
  const draft = useDrawDraft();
  const { change } = draft;
  const { filter } = useScreenParams('evaluate');
  useEffect(() => {
    if (filter) change({ filter });
  }, [filter, change]);
  const [today] = useState(() => new Date().toISOString());
  const defaultName = t('draw.defaultName', { method: t(`method.${draft.method}`), date: dateText(today, writing.locale) });
  const [isDrawing, setDrawing] = useState(false);
  const draw = async (): Promise<void> => {
    setDrawing(true);
    try {
      const { isBlind, hidesAgent, name } = draft;
      const queue = await client.evaluations.draw({ ...requestOf(draft), name: name.trim() === '' ? defaultName : name.trim(), formVersionId: null, isBlind, hidesAgent });
      announce(t('draw.drawn', { count: queue.total }));
      change({ name: '', seed: newSeed() });
      if (queue.nextInteractionId !== null) openInQueue(queue, queue.nextInteractionId);
    } catch (error) {
      const { code, message } = failureOf(error);
      useToasts.getState().show({ tone: 'danger', text: message ?? t(`errors:byCode.${code}.what`) });
    }
    setDrawing(false);
  };
  return (
    <section className="draw-form" aria-labelledby="draw-title">
      <h2 id="draw-title">{t('draw.title')}</h2>
      <RadioGroup label={t('draw.method')} options={(['random', 'stratified', 'targeted'] as const).map((value) => ({ value, label: t(`method.${value}`) }))} value={draft.method} onChange={(method) => change({ method })} />
      <p className="text-2">{t(`draw.about.${draft.method}`)}</p>
      {draft.method === 'stratified' ? (
        <Select label={t('draw.strata')} options={strataFields.map((value) => ({ value, label: fieldName(value, writing) }))} value={draft.strataField} onChange={(strataField) => change({ strataField })} />
      ) : null}
      <FrameFields />
      <NumberField label={t('draw.size')} value={draft.size} min={1} max={maxSize} onChange={(size) => change({ size })} />
      <Advice />
      {draft.method === 'targeted' ? null : <NumberField label={t('draw.seed')} value={draft.seed} min={0} max={2_147_483_647} onChange={(seed) => change({ seed })} help={t('draw.seedHelp')} />}
      <TextField label={t('draw.name')} value={draft.name} onChange={(name) => change({ name })} maxLength={120} help={t('draw.nameHelp', { name: defaultName })} />
      <Switch isSelected={draft.isBlind} onChange={(isBlind) => change({ isBlind })}>{t('draw.blind')}</Switch>
      <Switch isSelected={draft.hidesAgent} onChange={(hidesAgent) => change({ hidesAgent })}>{t('draw.hideAgent')}</Switch>
      <div><Button variant="primary" isDisabled={isDrawing} onPress={() => void draw()}>{t('draw.draw')}</Button></div>
    </section>
  );
}
