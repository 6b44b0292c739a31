import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { Headphones } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useIsCustomerShown } from './session/customer-shown.ts';
import { usePlayer, useWhole } from './session/use-session.ts';
import { Workspace } from './layout/workspace.tsx';

/** One interaction, heard and read: the place where supervisors live. */
export function ListenScreen() {
  const { interactionId } = useScreenParams('listen');
  const [player, attach] = usePlayer();
  return (
    <>
      {/* The transcript beside it is the text alternative; recordings come without captions. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the words are on the screen */}
      <audio ref={attach} hidden />
      {interactionId === undefined ? <NothingOpen /> : player === null ? null : <OpenInteraction id={interactionId} player={player} />}
    </>
  );
}

function NothingOpen() {
  const { t } = useTranslation('listen');
  return (
    <Screen title={t('title')}>
      <EmptyState icon={Headphones} title={t('empty.title')} action={<Button variant="primary" onPress={() => useNavigation.getState().go('interactions')}>{t('empty.open')}</Button>}>
        <p>{t('empty.text')}</p>
      </EmptyState>
    </Screen>
  );
}

function OpenInteraction({ id, player }: { id: string; player: NonNullable<ReturnType<typeof usePlayer>[0]> }) {
  const { t } = useTranslation('listen');
  const queryClient = useQueryClient();
  const { data, error, isPlaceholderData } = useWhole(id, !useIsCustomerShown(id));
  if (error) {
    return (
      <Screen title={t('title')}>
        <ErrorState
          failure={failureOf(error)}
          onRetry={() => void queryClient.invalidateQueries({ queryKey: orpc.interactions.get.key() })}
          actions={<Button variant="primary" onPress={() => useNavigation.getState().go('interactions')}>{t('empty.open')}</Button>}
        />
      </Screen>
    );
  }
  if (!data) return <Delayed><Screen title={t('title')}><Skeleton lines={8} label={t('loading')} /></Screen></Delayed>;
  return <Workspace whole={data} askedId={id} player={player} isStale={isPlaceholderData} />;
}
