import { isPlain, mixGains, type Mix, type MixGains } from './channel-mix.ts';

type Cells = { readonly [K in keyof MixGains]: GainNode };

/**
 * Sends the two channels of an element to the two ears as a mix says. The Web Audio graph is made at the first mix that
 * needs it, because an element that was once taken into a graph stays in it, and plain sound needs none.
 */
export class ChannelMixer {
  #context: AudioContext | null = null;
  #cells: Cells | null = null;

  constructor(private readonly element: HTMLMediaElement) {}

  /** True where the graph may hear the recording: the browser gives silence for sound of another origin. */
  get canMix(): boolean {
    return this.element.currentSrc === '' || new URL(this.element.currentSrc).origin === location.origin;
  }

  apply(mix: Mix): void {
    if (!this.#cells && (isPlain(mix) || !this.canMix)) return;
    this.#cells ??= this.#connect();
    const gains = mixGains(mix);
    const at = this.#context?.currentTime ?? 0;
    // A short glide instead of a step, which would click.
    for (const cell of ['ll', 'lr', 'rl', 'rr'] as const) this.#cells[cell].gain.setTargetAtTime(gains[cell], at, 0.01);
    this.wake();
  }

  /** A graph that was made before the person touched anything starts suspended; call it when playing begins. */
  wake(): void {
    if (this.#context?.state === 'suspended') void this.#context.resume();
  }

  close(): void {
    void this.#context?.close();
  }

  #connect(): Cells {
    const context = new AudioContext();
    this.#context = context;
    // Mono is spread to both sides first; a splitter alone would leave the right one silent.
    const spread = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit', channelInterpretation: 'speakers' });
    const split = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
    const merge = new ChannelMergerNode(context, { numberOfInputs: 2 });
    context.createMediaElementSource(this.element).connect(spread).connect(split);
    const cell = (from: number, to: number): GainNode => {
      const gain = new GainNode(context);
      split.connect(gain, from);
      gain.connect(merge, 0, to);
      return gain;
    };
    merge.connect(context.destination);
    return { ll: cell(0, 0), lr: cell(0, 1), rl: cell(1, 0), rr: cell(1, 1) };
  }
}
