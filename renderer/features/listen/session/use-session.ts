import { client, orpc, queryClient, shell } from '#renderer/app/connection.ts';
import { wholeQuery } from '#renderer/app/whole-interaction.ts';
import { keepPreviousData, notifyManager, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { InteractionWhole } from '#shared/contract/interactions.ts';
import type { Code } from '#shared/model/code.ts';
import type { Media } from '#shared/model/media.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import { momentList } from '../moments/moment-list.ts';
import { Player } from '../player/player.ts';
import { useMarking, type PendingTag } from '../tagging/marking.ts';
import { timelineOf } from '../timeline/timeline.ts';
import { transcriptRows } from '../transcript/transcript-rows.ts';
import type { ListenSession } from './listen-session.ts';

const noCodes: readonly Code[] = [];

/** The interaction asked for; while another one is being fetched, the one before stays. Blind: what the customer said is not fetched at all. */
export function useWhole(id: string, isBlind: boolean) {
  return useQuery({ ...wholeQuery({ id, isBlind }), placeholderData: keepPreviousData });
}

/**
 * Puts an answer of the engine into the open interaction at once; the change event that follows confirms it. `alongside`
 * happens in the same drawing of the page, so that nothing is seen twice or missing in between.
 */
export function patchWhole(id: string, patch: (whole: InteractionWhole) => InteractionWhole, alongside?: () => void): void {
  notifyManager.batch(() => {
    queryClient.setQueriesData<InteractionWhole>({ queryKey: orpc.interactions.get.key({ input: { id } }) }, (whole) => whole && patch(whole));
    if (alongside) notifyManager.schedule(alongside);
  });
}

/** A player on the screen's audio element; null until the element is there. @returns the player and the `ref` of the element */
export function usePlayer(): [Player | null, (element: HTMLAudioElement) => () => void] {
  const [player, setPlayer] = useState<Player | null>(null);
  const attach = useCallback((element: HTMLAudioElement) => {
    const next = new Player(element);
    setPlayer(next);
    return () => next.dispose();
  }, []);
  return [player, attach];
}

/** Joins the open interaction, the codebook and the player to one session, and loads the recording. */
export function useSession(open: { whole: InteractionWhole; askedId: string; player: Player }): ListenSession {
  const { whole, askedId, player } = open;
  const { data: codes = noCodes, status: codesStatus } = useQuery(orpc.codebook.list.queryOptions());
  const [chosen, chooseMedia] = useChosenMedia(whole.media);
  const media = useListenSettings((state) => state.isReading) ? null : chosen;
  const pending = useMarking((state) => state.pending);
  const { turns, quotes } = whole;
  const { id, segments, durationMs } = whole.interaction;
  const timeline = useMemo(
    () => timelineOf({ turns, segments, durationMs: media?.durationMs ?? durationMs }), [turns, segments, durationMs, media?.durationMs]);
  const rows = useMemo(() => transcriptRows(turns, timeline.silences), [turns, timeline]);
  const rowIndex = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows]);
  const tags = useMemo(() => [...whole.tags, ...stillComing(pending, whole)], [whole, pending]);
  const moments = useMemo(() => momentList({ turns, tags, quotes }), [turns, tags, quotes]);

  const mediaId = media?.id ?? null;
  // An event, because a length that becomes better known must not start the same recording over.
  const load = useEffectEvent(() => player.load({ url: mediaId === null ? null : shell.mediaUrl(mediaId), durationMs: timeline.durationMs }));
  useEffect(() => load(), [player, mediaId, id]);
  useEffect(() => player.dispatch({ kind: 'set', change: { silences: timeline.silences } }), [player, timeline]);

  return useMemo(
    () => ({ whole, askedId, codes, codesStatus, timeline, rows, rowIndex, tags, moments, media, chooseMedia, player }),
    [whole, askedId, codes, codesStatus, timeline, rows, rowIndex, tags, moments, media, chooseMedia, player]);
}

/** Tags on their way that the interaction does not have yet: it may be read between a tag being made and that being said. */
function stillComing(pending: readonly PendingTag[], { interaction, tags }: InteractionWhole): PendingTag[] {
  const isThere = (tag: PendingTag): boolean => tags.some((made) => made.codeId === tag.codeId && made.turnSeq === tag.turnSeq && made.startMs === tag.startMs
    && made.endMs === tag.endMs && made.charStart === tag.charStart && made.charEnd === tag.charEnd);
  return pending.filter((tag) => tag.interactionId === interaction.id && !isThere(tag));
}

/** The recording to play: the one chosen, else the first that is there and playable, else the first. */
function useChosenMedia(media: readonly Media[]): [Media | null, (mediaId: string) => void] {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = media.find((each) => each.id === chosenId) ?? media.find((each) => each.isPresent && each.playable) ?? media[0] ?? null;
  return [chosen, setChosenId];
}

/** Reads a recording once and stores its waveform. @returns why there is none, or null */
export async function measure(mediaId: string): Promise<string | null> {
  const { measured, reason } = await client.media.measure({ mediaId });
  await queryClient.invalidateQueries({ queryKey: orpc.media.peaks.key() });
  return measured ? null : reason;
}
