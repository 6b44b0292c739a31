import { create } from 'zustand';
import { client } from '#renderer/app/connection.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { codeParts } from '#shared/commands/codebook.ts';
import { seenOf } from '#shared/commands/edit.ts';
import type { Code } from '#shared/model/code.ts';
import { currentPlace } from '../session/current-place.ts';
import type { ListenSession } from '../session/listen-session.ts';
import { focusedMark } from './focused-mark.ts';
import type { Hand } from './hand.ts';
import { useMarking } from './marking.ts';

/** A cause, and the interaction in which its owner was asked for. */
type Asked = { readonly codeId: string; readonly interactionId: string };
type Owning = { asked: Asked | null; ask: (asked: Asked | null) => void };

/** The cause whose owner is being named. */
export const useOwning = create<Owning>()((set) => ({ asked: null, ask: (asked) => set({ asked }) }));

/** The cause that a person means now: of the tag in focus, else of the last tag of the turn that is heard, else the one used last. */
function causeInHand(session: ListenSession): Code | null {
  const isCause = (id: string | null | undefined): Code | undefined => session.codes.find((code) => code.id === id && code.kind === 'cause');
  const mark = focusedMark();
  const turnSeq = currentPlace(session)?.turnSeq ?? null;
  const focused = session.tags.find(({ id }) => mark?.kind === 'tag' && id === mark.id);
  const here = session.tags.findLast((tag) => turnSeq !== null && tag.turnSeq === turnSeq && isCause(tag.codeId) !== undefined);
  return isCause(focused?.codeId) ?? isCause(here?.codeId) ?? isCause(useMarking.getState().lastCodeId) ?? null;
}

/** Asks who owns the cause in hand: its cost is charged to them. */
export function askOwner({ session, t }: Hand): void {
  const cause = causeInHand(session);
  if (cause === null) return announce(t('said.noCause'));
  useMarking.getState().openPalette(false);
  useOwning.getState().ask({ codeId: cause.id, interactionId: session.whole.interaction.id });
}

/** Names the owner of a cause, everywhere and from the beginning; one undo takes it back. An empty name says that nobody owns it. */
export function saveOwner({ t, failed }: Hand, code: Code, owner: string): void {
  const { uses: _uses, ...cause } = code;
  const named = owner.trim() === '' ? null : owner.trim();
  useOwning.getState().ask(null);
  if (named === cause.owner) return;
  client.codebook.change({ ...cause, owner: named, seen: seenOf(codeParts, code) })
    .then(() => announce(named === null ? t('said.unowned', { name: cause.name }) : t('said.owned', { name: cause.name, owner: named })))
    .catch(failed);
}
