import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';

/** The text rules that are watched beside the codes. */
export function RuleList() {
  const { t } = useTranslation('signals');
  const { data = [] } = useQuery(orpc.signals.rules.queryOptions());
  return (
    <section className="signal-rules" aria-label={t('rule.title')}>
      <h2>{t('rule.title')}</h2>
      {data.length === 0 ? <p className="text-2">{t('rule.none')}</p> : (
        <ul>
          {data.map(({ id, name, words }) => (
            <li key={id} className="row">
              <span><bdi>{name}</bdi>: <code><bdi>{words}</bdi></code></span>
              <Button size="small" variant="quiet" aria-label={t('rule.removeNamed', { name })} onPress={() => void client.signals.removeRule({ id })}>{t('rule.remove')}</Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
