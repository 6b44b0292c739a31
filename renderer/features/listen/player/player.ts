import type { Mix } from './channel-mix.ts';
import { ChannelMixer } from './channel-mixer.ts';
import { initialPlayerState, playerStep, type PlayerEffect, type PlayerEvent, type PlayerState } from './player-machine.ts';

/** What to play: an address, or null for reading without sound. `durationMs` is what is known before the sound says better. */
export type PlayerSource = { readonly url: string | null; readonly durationMs: number };

/**
 * The player machine joined to an `<audio>` element. The element says when it is loaded, ended or failed; everything
 * else is decided by `playerStep`. The position is read, never stored: it changes with every frame.
 */
export class Player {
  #state: PlayerState = initialPlayerState;
  #frame = 0;
  /** The playhead where there is no sound. */
  #silentMs = 0;
  /** As long-lived as the element: an element can be taken into one graph only. */
  readonly #mixer: ChannelMixer;
  readonly #listeners = new Set<() => void>();
  readonly #positionListeners = new Set<(positionMs: number) => void>();
  readonly #stop = new AbortController();

  constructor(readonly element: HTMLAudioElement) {
    this.#mixer = new ChannelMixer(element);
    element.preload = 'auto';
    element.preservesPitch = true;
    const options = { signal: this.#stop.signal };
    element.addEventListener('loadedmetadata', () => this.dispatch({ kind: 'loaded', durationMs: this.#elementDurationMs() }), options);
    element.addEventListener('durationchange', () => this.#onDuration(), options);
    element.addEventListener('ended', () => this.dispatch({ kind: 'ended' }), options);
    element.addEventListener('error', () => this.#onError(), options);
    element.addEventListener('seeked', () => this.#tellPosition(), options);
    // Frames stop in a hidden window; loops and skips must not.
    element.addEventListener('timeupdate', () => this.#tick(), options);
    element.addEventListener('pause', () => this.#onElementPause(), options);
  }

  readonly getState = (): PlayerState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells the position with every frame while playing, and after each seek. @returns how to stop */
  readonly onPosition = (listener: (positionMs: number) => void): (() => void) => {
    this.#positionListeners.add(listener);
    return () => this.#positionListeners.delete(listener);
  };

  get hasSound(): boolean {
    return this.#state.status !== 'empty' && this.#state.status !== 'failed';
  }

  get positionMs(): number {
    return this.hasSound ? this.element.currentTime * 1000 : this.#silentMs;
  }

  /** Puts in another recording, at its start and paused. Speed and skipping stay as they are. */
  load(source: PlayerSource): void {
    this.element.pause();
    this.#silentMs = 0;
    this.dispatch({ kind: 'source', hasSound: source.url !== null, durationMs: source.durationMs });
    if (source.url === null) this.element.removeAttribute('src');
    else this.element.src = source.url;
    this.element.load();
    this.#tellPosition();
  }

  dispatch(event: PlayerEvent): void {
    const { state, effects } = playerStep(this.#state, event);
    const isChanged = state !== this.#state;
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
    if (state.status === 'playing' && this.#frame === 0) this.#frame = requestAnimationFrame(this.#onFrame);
    if (!isChanged) return;
    for (const listener of this.#listeners) listener();
    // Where it stopped counts too: what stands still while playing is brought up to date.
    if (state.status !== 'playing') this.#tellPosition();
  }

  /** Play or pause, with the clock of the back-up rule. */
  press(kind: 'play' | 'pause' | 'toggle'): void {
    this.dispatch({ kind, positionMs: this.positionMs, nowMs: performance.now() });
  }

  seek(toMs: number): void {
    this.dispatch({ kind: 'seek', toMs });
  }

  seekBy(ms: number): void {
    this.seek(this.positionMs + ms);
  }

  /** Who is heard, and how loud. */
  mix(mix: Mix): void {
    this.#mixer.apply(mix);
  }

  dispose(): void {
    this.#mixer.close();
    this.#stop.abort();
    cancelAnimationFrame(this.#frame);
    this.element.pause();
    this.element.removeAttribute('src');
    this.element.load();
    this.#listeners.clear();
    this.#positionListeners.clear();
  }

  #carryOut(effect: PlayerEffect): void {
    switch (effect.kind) {
      case 'play':
        this.#mixer.wake();
        // Refused only when the browser wants a click first, or a pause came in between: then it is simply not playing.
        this.element.play().catch((reason: unknown) => {
          if (reason instanceof DOMException && reason.name === 'NotAllowedError') this.press('pause');
        });
        break;
      case 'pause': this.element.pause(); break;
      case 'seek': this.#seekTo(effect.toMs); break;
      case 'rate':
        this.element.defaultPlaybackRate = effect.speed;
        this.element.playbackRate = effect.speed;
        break;
    }
  }

  #seekTo(toMs: number): void {
    if (this.hasSound) this.element.currentTime = toMs / 1000;
    else this.#silentMs = toMs;
    this.#tellPosition();
  }

  readonly #onFrame = (): void => {
    this.#frame = 0;
    this.#tick();
    if (this.#state.status === 'playing' && this.#frame === 0) this.#frame = requestAnimationFrame(this.#onFrame);
  };

  #tick(): void {
    if (this.#state.status !== 'playing') return;
    this.dispatch({ kind: 'tick', positionMs: this.positionMs });
    this.#tellPosition();
  }

  #tellPosition(): void {
    const ms = this.positionMs;
    for (const listener of this.#positionListeners) listener(ms);
  }

  #elementDurationMs(): number {
    const ms = this.element.duration * 1000;
    return Number.isFinite(ms) ? ms : this.#state.durationMs;
  }

  #onDuration(): void {
    if (this.hasSound && this.#state.status !== 'loading') this.dispatch({ kind: 'duration', durationMs: this.#elementDurationMs() });
  }

  /** The system may pause by itself (headphones pulled out). At the end `ended` follows and says it better. */
  #onElementPause(): void {
    if (!this.element.ended && this.#state.status === 'playing') this.press('pause');
  }

  #onError(): void {
    if (this.#state.status === 'empty') return;
    const isNetwork = this.element.error?.code === MediaError.MEDIA_ERR_NETWORK;
    this.dispatch({ kind: 'failed', failure: isNetwork ? 'unreachable' : 'undecodable' });
  }
}
