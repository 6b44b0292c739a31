import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useListenSession } from '../session/listen-session.ts';
import { handOn, type Hand } from './hand.ts';

/** The hand on the open interaction. */
export function useHand(): Hand {
  const session = useListenSession();
  const { t } = useTranslation('listen');
  return useMemo(() => handOn(session, t), [session, t]);
}
