import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { TFunction } from 'i18next';
import type { InteractionWhole } from '#shared/contract/interactions.ts';
import type { ListenSession } from '../session/listen-session.ts';
import { useListening } from '../session/listening.ts';
import { patchWhole } from '../session/use-session.ts';
import { clearSelectedWords } from '../transcript/text-selection.ts';
import { turnKey } from '../transcript/transcript-rows.ts';
import type { Place } from './anchor.ts';
import { useMarking } from './marking.ts';
import { noMarks } from './marks.ts';

/** What every act of marking works with: the open interaction, the texts, and the ways on. */
export type Hand = {
  readonly session: ListenSession;
  readonly t: TFunction<'listen'>;
  /** Puts the engine's answer into the open interaction; `alongside` is drawn together with it. */
  readonly patch: (change: (open: InteractionWhole) => InteractionWhole, alongside?: () => void) => void;
  /** Says that something was not saved, and why. */
  readonly failed: (error: unknown) => void;
};

export function handOn(session: ListenSession, t: TFunction<'listen'>): Hand {
  return {
    session, t,
    patch: (change, alongside) => patchWhole(session.askedId, change, alongside),
    failed: (error) => {
      useToasts.getState().show({ tone: 'danger', text: t('notSaved', { reason: failureText(t, failureOf(error)) }) });
    },
  };
}

/** Shows where a mark landed, and lets go of the range or words that it used up. */
export function afterMark({ timeline }: ListenSession, place: Place): void {
  const silence = timeline.silences.find((each) => each.startMs === place.startMs);
  useListening.getState().flash(place.turnSeq !== null ? turnKey(place.turnSeq) : silence ? `silence-${silence.startMs}` : null);
  useMarking.getState().setMarks(noMarks);
  clearSelectedWords();
}
