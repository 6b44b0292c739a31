import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { shell } from '#renderer/app/connection.ts';

type Span = { readonly startMs: number; readonly endMs: number };

/** A stretch of a recording, and where its sound is switched off because names are spoken there. */
export type ClipSound = { readonly id: string; readonly mediaId: string | null; readonly startMs: number | null; readonly endMs: number | null; readonly muted: readonly Span[] };

/** Whether nothing may be heard at this moment. */
export function isMutedAt(ms: number, muted: readonly Span[]): boolean {
  return muted.some(({ startMs, endMs }) => ms >= startMs && ms < endMs);
}

/** Frames come every 16 ms, and a seek may land a little early: mute that much ahead. */
const aheadMs = 60;

type Heard = { readonly playingId: string | null; readonly failedId: string | null };
const silent: Heard = { playingId: null, failedId: null };

/** Plays one clip at a time, from its start to its end, silent wherever its words are masked. */
class ClipDeck {
  #heard = silent;
  #audio: HTMLAudioElement | null = null;
  #frame = 0;
  readonly #listeners = new Set<() => void>();

  readonly getHeard = (): Heard => this.#heard;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly stop = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#audio?.pause();
    this.#say(silent);
  };

  /** A clip without sound does nothing; one whose recording does not arrive is told as failed. */
  readonly play = (clip: ClipSound, onEnd: (id: string) => void): void => {
    this.stop();
    if (clip.mediaId === null) return;
    const audio = this.#audio ?? new Audio();
    this.#audio = audio;
    this.#say({ playingId: clip.id, failedId: null });
    audio.muted = true;
    audio.src = shell.mediaUrl(clip.mediaId);
    audio.onerror = () => this.#say({ playingId: null, failedId: clip.id });
    audio.onloadedmetadata = () => {
      audio.currentTime = (clip.startMs ?? 0) / 1000;
      audio.play().then(() => this.#follow(audio, clip, onEnd), (reason: unknown) => {
        // A pause that came in between is no failure.
        if (!(reason instanceof DOMException && reason.name === 'AbortError')) this.#say({ playingId: null, failedId: clip.id });
      });
    };
  };

  #follow(audio: HTMLAudioElement, clip: ClipSound, onEnd: (id: string) => void): void {
    if (this.#heard.playingId !== clip.id) return;
    const ms = audio.currentTime * 1000;
    audio.muted = isMutedAt(ms, clip.muted) || isMutedAt(ms + aheadMs, clip.muted);
    if (audio.ended || (clip.endMs !== null && ms >= clip.endMs)) {
      this.stop();
      onEnd(clip.id);
      return;
    }
    this.#frame = requestAnimationFrame(() => this.#follow(audio, clip, onEnd));
  }

  #say(heard: Heard): void {
    this.#heard = heard;
    for (const listener of this.#listeners) listener();
  }
}

/** A deck for the clips of a screen; what plays stops when the screen is left. `onEnd` hears of a clip that was played to its end. */
export function useClipPlayer(onEnd?: (id: string) => void) {
  const [deck] = useState(() => new ClipDeck());
  const heard = useSyncExternalStore(deck.subscribe, deck.getHeard, () => silent);
  const ended = useEffectEvent((id: string) => onEnd?.(id));
  const [endedAt, setEndedAt] = useState<{ id: string; count: number } | null>(null);
  useEffect(() => {
    if (endedAt !== null) ended(endedAt.id);
  }, [endedAt]);
  useEffect(() => deck.stop, [deck]);
  return { ...heard, stop: deck.stop, play: (clip: ClipSound) => deck.play(clip, (id) => setEndedAt((last) => ({ id, count: (last?.count ?? 0) + 1 }))) };
}
export type ClipPlayer = ReturnType<typeof useClipPlayer>;
