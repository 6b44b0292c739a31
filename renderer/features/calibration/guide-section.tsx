import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';

/** The guide: what each item means, with the answers that were agreed on as examples. */
export function GuideSection() {
  const { t } = useTranslation('calibration');
  const { data } = useQuery(orpc.calibration.guide.queryOptions());
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="card stack" aria-label={t('guide.title')}>
      <h2>{t('guide.title')}</h2>
      <dl className="guide">
        {data.map((entry) => (
          <div key={entry.item}>
            <dt>{entry.name}</dt>
            <dd>
              {entry.definition === '' ? null : <p className="text-2">{entry.definition}</p>}
              {entry.examples.length === 0 ? <p className="caption">{t('guide.none')}</p> : (
                <ul className="stack">
                  {entry.examples.map((example) => (
                    <li key={`${example.roundId} ${example.interaction}`}>
                      <strong>{t('guide.value', { value: example.value ?? t('rate.notApplicable') })}</strong> <span dir="auto">{example.reason}</span>{' '}
                      {example.interactionId === null ? <span className="caption">{example.interaction}</span>
                        : <Button size="small" variant="quiet" onPress={() => example.interactionId !== null && useNavigation.getState().go('listen', { interactionId: example.interactionId })}>{t('guide.listen', { id: example.interaction })}</Button>}
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
