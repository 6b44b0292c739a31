import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import { useHand } from '../tagging/use-hand.ts';
import { goToNextCue, judgeHere } from './cue-acts.ts';
import type { Cue } from './cues.ts';

/** Joins the commands of judging cues to the open interaction. */
export function useCueCommands(cues: readonly Cue[] | null): void {
  const hand = useHand();
  useCommandHandlers({
    'empathy.judge': () => judgeHere(hand),
    'empathy.next': () => goToNextCue(hand, cues),
    'empathy.offers': () => useListenSettings.getState().change({ showsOffers: !useListenSettings.getState().showsOffers }),
  });
}
