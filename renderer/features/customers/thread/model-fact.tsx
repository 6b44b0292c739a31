import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { holdOutText, modelHowText, modelValueText } from './model-words.ts';

/** What the customer may still bring by a model; how the model did on time that it did not know stands before everything else about it. */
export function ModelFact({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const writing = useWriting();
  const { data, error } = useQuery(orpc.customers.modelValue.queryOptions({ input: { id } }));
  const holdOut = data?.holdOut ?? null;
  return (
    <dl className="profile">
      <div>
        <dt>{t('model.title')}</dt>
        <dd className="tabular">
          {holdOut === null ? null : <span className="caption">{holdOutText(holdOut, writing)}</span>}
          <span>{data === undefined ? error === null ? t('model.loading') : failureOf(error).message ?? t('model.failed') : modelValueText(data, writing)}</span>
          {data === undefined ? null : <span className="caption">{modelHowText(data, writing)}</span>}
        </dd>
      </div>
    </dl>
  );
}
