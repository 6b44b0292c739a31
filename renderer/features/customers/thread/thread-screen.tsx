import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateText, decimalText } from '#renderer/ui/figure-text.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CustomerProfile } from '#shared/model/customer.ts';
import { JoinedList } from '../same/joined-list.tsx';
import { ModelFact } from './model-fact.tsx';
import { ProfileFacts } from './profile-facts.tsx';
import { StoryDialog } from './story-dialog.tsx';
import { ThreadView } from './thread-view.tsx';

/** One relationship over channels and decades. */
export function ThreadScreen({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = useQuery(orpc.customers.thread.queryOptions({ input: { id: customerId } }));
  const [isPlaying, setPlaying] = useState(false);
  const { keys, ...shortcut } = useKeysOf('customers.playStory');
  const canPlay = (data?.story.length ?? 0) > 0;
  useCommandHandlers({ 'customers.playStory': { isEnabled: () => canPlay, run: () => setPlaying(true) } });
  const back = <Button icon={ArrowLeft} onPress={() => useNavigation.getState().go('customers')}>{t('thread.back')}</Button>;
  if (error) return <Screen title={t('title')} actions={back}><ErrorState failure={failureOf(error)} onRetry={() => void refetch()} /></Screen>;
  if (!data) return <Delayed><Screen title={t('title')}><Skeleton label={t('loading')} lines={10} /></Screen></Delayed>;
  const { customer, thread, story } = data;
  return (
    <Screen
      title={customer.name ?? customer.externalId}
      summary={<Summary customer={customer} />}
      actions={<>{back}<Button variant="primary" icon={Play} keys={keys} {...shortcut} isDisabled={!canPlay} onPress={() => setPlaying(true)}>{t('command.playStory')}</Button></>}
    >
      <div className="thread">
        <ProfileFacts customer={customer} />
        <ModelFact id={customer.id} />
        <JoinedRecords keptId={customer.id} />
        {canPlay ? null : <p className="text-2">{t('story.none')}</p>}
        <ThreadView entries={thread} />
      </div>
      {isPlaying && canPlay ? <StoryDialog story={story} onClose={() => setPlaying(false)} /> : null}
    </Screen>
  );
}

/** Which other records lead to this thread, and why. */
function JoinedRecords({ keptId }: { keptId: string }) {
  const { data } = useQuery(orpc.customers.joined.queryOptions({ input: { keptId } }));
  return <JoinedList rows={data ?? []} />;
}

function Summary({ customer }: { customer: CustomerProfile }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  const parts = [
    customer.externalId,
    ...(customer.since === null ? [] : [t('thread.since', { day: dateText(customer.since, locale) })]),
    t('thread.contacts', { count: customer.contacts, n: countText(customer.contacts, locale) }),
    t('thread.channels', { count: customer.channels.length, n: countText(customer.channels.length, locale) }),
    ...(customer.lastScore === null ? [] : [t('thread.lastScore', { score: decimalText(customer.lastScore, locale, 0) })]),
  ];
  return <span className="tabular">{parts.join(' · ')}</span>;
}
