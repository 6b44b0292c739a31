import { client } from '#renderer/app/connection.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { judgementParts } from '#shared/commands/empathy.ts';
import type { CueJudgement, Opportunity } from '#shared/model/empathy.ts';
import { pressedMs } from '../session/current-place.ts';
import { goToTurn } from '../session/go-to.ts';
import type { ListenSession } from '../session/listen-session.ts';
import { useListening } from '../session/listening.ts';
import { useMarking } from '../tagging/marking.ts';
import type { Hand } from '../tagging/hand.ts';
import { turnHeard } from '../timeline/timeline.ts';
import { turnKey } from '../transcript/transcript-rows.ts';
import { customerTurnAt, nextOpenCue, type Cue } from './cues.ts';
import { useJudging } from './judging.ts';

/** The turn that a key press means now: the one being heard, or the one in focus when reading. */
function seqHere(session: ListenSession): number {
  const ms = session.player.hasSound ? pressedMs(session) : null;
  const heard = ms === null ? undefined : turnHeard(session.timeline, ms)?.turn.seq;
  if (heard !== undefined) return heard;
  const rows = session.rows.slice(0, useListening.getState().cursor.row + 1);
  const row = rows.findLast(({ kind }) => kind === 'turn');
  return row?.kind === 'turn' ? row.turn.seq : -1;
}

/** Opens the judgement of one cue. */
export function judgeTurn(session: ListenSession, turnSeq: number): void {
  useMarking.getState().openPalette(false);
  useListening.getState().flash(turnKey(turnSeq));
  useJudging.getState().open({ interactionId: session.whole.interaction.id, turnSeq });
}

/** Opens the judgement of what the customer says here, or said last. */
export function judgeHere({ session, t }: Hand): void {
  const turn = customerTurnAt(session.whole.turns, seqHere(session));
  if (turn) judgeTurn(session, turn.seq);
  else announce(t('empathy.noCustomer'));
}

/** Goes to the next cue that the list offers and nobody judged. */
export function goToNextCue({ session, t }: Hand, cues: readonly Cue[] | null): void {
  if (cues === null) return announce(t('empathy.looking'));
  const next = nextOpenCue(cues, seqHere(session));
  if (!next) return announce(t('empathy.noneOpen'));
  goToTurn(session, next.turn);
  announce(t('empathy.offered', { kind: t(`empathy.kind.${next.offer?.kind ?? 'worry'}`), words: next.offer?.words ?? '' }));
}

/** Keeps a judgement. `before` is the one that stood there when it was begun; null where there was none. */
export function saveJudgement({ session, t, failed }: Hand, { turnSeq, before }: { turnSeq: number; before: CueJudgement | null }, judgement: CueJudgement): void {
  useJudging.getState().close();
  client.empathy.judge({ interactionId: session.whole.interaction.id, turnSeq, ...judgement, seen: seenOf(judgementParts, before) })
    .then(() => announce(t('empathy.saved', { outcome: t(`empathy.outcome.${judgement.outcome}`) })))
    .catch(failed);
}

/** Takes a judgement back. */
export function removeJudgement({ t, failed }: Hand, judgement: Opportunity): void {
  client.empathy.remove({ id: judgement.id, seen: seenOf(judgementParts, judgement) }).then(() => announce(t('empathy.removed'))).catch(failed);
}
